/** An incident hour by hour, alone or beside another. */
import {
  ComparisonAnswer,
  ComparisonRequest,
  SCENARIO_FORMAT,
  type Scenario,
  ScenarioCheck,
  SimulateRequest,
  SimulationAnswer,
} from '@msp-impact/contract';
import Type from 'typebox';
import { malformed } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import { answerInParts } from '../scenario/answer.ts';
import { simulateAside } from '../scenario/aside.ts';
import { checkScenario } from '../scenario/check.ts';
import { comparisonInParts } from '../scenario/compare.ts';
import { scenarioOf } from '../scenario/shape.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { inPhases } from '../snapshot/phases.ts';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type App, type Context, snapshotFor } from './context.ts';
import { described, withExample } from './http/schema.ts';

const config = { permission: 'graph:read' } as const;
/** Bytes: thousands of outages, each with its steps. */
export const SCENARIO_LIMIT = 8_000_000;

export const SCENARIO_EXAMPLE = {
  format: SCENARIO_FORMAT,
  name: 'Advanced switches off its health environments',
  start: '2022-08-04T07:00:00+01:00',
  hours: 720,
  outages: [{ id: 'staffplan-citrix', cause: 'compromised' }],
  isolations: [
    {
      zone: 'advanced-health-and-care',
      delayHours: { low: 0, likely: 1, high: 4 },
      release: [{ afterHours: { low: 240, likely: 288, high: 504 }, nodes: ['adastra'] }],
    },
  ],
};

export function simulateRoutes(app: App, context: Context): void {
  app.post(
    '/simulate',
    {
      config,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('simulate', {
        tag: 'scenarios',
        summary: 'Hour by hour: levels, tolerances missed, person-hours lost, with both bounds',
        description: 'Nothing is stored. Levels are steps: [hour, level] from that hour on.',
        body: withExample(SimulateRequest, { scenario: SCENARIO_EXAMPLE }),
        answers: { 200: SimulationAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const { scenario, keep = [], limit } = request.body;
      const simulated = await simulatedOr422(snapshot, scenario, '$.scenario');
      const nodes = keep.map((id, i) => keptNode(snapshot, id, `$.keep[${i}]`));
      const options = { keep: nodes, ...(limit ? { limit } : {}) };
      return inPhases(answerInParts(simulated, options));
    },
  );
  app.post(
    '/simulate/compare',
    {
      config,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('compareScenarios', {
        tag: 'scenarios',
        summary: 'Two scenarios on one clock: what differs in them, and in what they lead to',
        body: withExample(ComparisonRequest, {
          a: SCENARIO_EXAMPLE,
          b: { ...SCENARIO_EXAMPLE, name: 'The same without paper', workarounds: false },
        }),
        answers: { 200: ComparisonAnswer },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const a = await simulatedOr422(snapshot, request.body.a, '$.a');
      const b = await simulatedOr422(snapshot, request.body.b, '$.b');
      return inPhases(comparisonInParts(a, b));
    },
  );
  app.post(
    '/simulate/check',
    {
      config,
      bodyLimit: SCENARIO_LIMIT,
      schema: described('checkScenario', {
        tag: 'scenarios',
        summary: 'What is wrong with a scenario, place by place; for files before they are loaded',
        body: withExample(Type.Object({ scenario: Type.Unknown() }), {
          scenario: { ...SCENARIO_EXAMPLE, hours: -1 },
        }),
        answers: { 200: ScenarioCheck },
      }),
    },
    async (request, reply) => {
      const snapshot = await snapshotFor(context, reply);
      const read = scenarioOf(request.body.scenario);
      if (!read.ok) return { valid: false, faults: read.faults, notes: [] };
      const { faults, notes } = checkScenario(snapshot, read.scenario);
      return { valid: faults.length === 0, faults, notes };
    },
  );
}

/** Throws 422 naming every fault. */
export async function simulatedOr422(
  snapshot: Snapshot,
  scenario: Scenario,
  path: string,
): Promise<Simulated> {
  const simulated = await simulateAside(snapshot, scenario, path);
  if (!simulated.ok) throw malformed(simulated.faults);
  return simulated.value;
}

function keptNode(snapshot: Snapshot, id: string, path: string): number {
  const node = nodeOf(snapshot, id);
  if (node < 0) throw malformed([fault(path, id, 'no node has this id')]);
  return node;
}
