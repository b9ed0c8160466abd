/** A file of measures as text: its shape, told place by place. Nothing is thrown. */
import { type Fault, MeasureList } from '@msp-impact/contract';
import { Compile } from 'typebox/compile';
import { fault } from '../rules/fault.ts';
import type { JsonSchema } from '../rules/json-schema.ts';
import { schemaFaults } from '../rules/schema.ts';
import { readJson } from '../text/read-json.ts';

const compiled = Compile(MeasureList);

export type ReadMeasures =
  | { readonly ok: true; readonly list: MeasureList }
  | { readonly ok: false; readonly faults: Fault[] };

export function readMeasures(text: string): ReadMeasures {
  const read = readJson(text);
  if (!read.ok) return { ok: false, faults: [read.fault] };
  const { value } = read;
  if (compiled.Check(value)) return { ok: true, list: value };
  const faults = schemaFaults(MeasureList as unknown as JsonSchema, value, '$');
  if (faults.length === 0) {
    faults.push(fault('$', value, 'does not have the shape of a list of measures'));
  }
  return { ok: false, faults };
}
