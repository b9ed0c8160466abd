/** A scenario as text or JSON: its shape, told place by place. Nothing is thrown. */
import { type Fault, MAX_HOURS, Scenario } from '@msp-impact/contract';
import { Compile } from 'typebox/compile';
import { at, fault } from '../rules/fault.ts';
import type { JsonSchema } from '../rules/json-schema.ts';
import { schemaFaults } from '../rules/schema.ts';
import { readJson } from '../text/read-json.ts';

const compiled = Compile(Scenario);

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: Fault[] };

export function readScenario(text: string): ReadScenario {
  const read = readJson(text);
  return read.ok ? scenarioOf(read.value) : { ok: false, faults: [read.fault] };
}

/** @param path where the scenario stands, e.g. `$.scenario` */
export function scenarioOf(value: unknown, path = '$'): ReadScenario {
  if (compiled.Check(value)) return { ok: true, scenario: value };
  const faults = schemaFaults(Scenario as unknown as JsonSchema, value, path);
  faults.push(...unsaid(value, path));
  if (faults.length === 0) faults.push(fault(path, value, 'does not have the shape of a scenario'));
  return { ok: false, faults };
}

/** What the walk over the schema does not look at. */
function unsaid(value: unknown, path: string): Fault[] {
  const { hours } = (value ?? {}) as Record<string, unknown>;
  const out: Fault[] = [];
  if (typeof hours === 'number' && !(hours > 0 && hours <= MAX_HOURS)) {
    const reason = `must be more than 0 hours and at most ${MAX_HOURS} (ten years)`;
    out.push(fault(at(path, 'hours'), hours, reason));
  }
  return out;
}
