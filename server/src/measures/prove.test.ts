/** What is said of the best set, against all sets counted out and simulated. */
import {
  GRAPH_FORMAT,
  type GraphDocument,
  type Mitigation,
  SCENARIO_FORMAT,
  type Scenario,
} from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot/build.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { Evaluator } from './evaluate.ts';
import { greedy } from './greedy.ts';
import { prove, type Sets } from './prove.ts';
import { runMeasures } from './run.ts';
import { measuresTask } from './task.ts';

/** Three products in a zone; the service needs all three, and a second service the first of them. */
const document: GraphDocument = {
  format: GRAPH_FORMAT,
  nodes: [
    ...['p', 'q', 'r'].map((id) => ({ id, kind: 'product' as const, name: id, zones: ['z'] })),
    { id: 's', kind: 'service', name: 'S' },
    { id: 't', kind: 'service', name: 'T' },
    { id: 'home', kind: 'region', name: 'Home', population: 100 },
    { id: 'away', kind: 'region', name: 'Away', population: 1 },
  ],
  dependencies: [
    ...['p', 'q', 'r'].map((from) => ({ id: `${from}->s`, from, to: 's' })),
    { id: 'p->t', from: 'p', to: 't' },
    { id: 's->home', from: 's', to: 'home' },
    { id: 't->away', from: 't', to: 'away' },
  ],
};
const scenario: Scenario = {
  format: SCENARIO_FORMAT,
  name: 'Ten hours',
  hours: 10,
  isolations: [{ zone: 'z' }],
};

async function taskOf(measures: Mitigation[], budget: number, run = scenario) {
  const reader = memoryReader(document);
  const snapshot = buildSnapshot(await reader.columns());
  const request = { measures, scenarios: [{ scenario: run }], budget };
  const task = await measuresTask(snapshot, reader, request);
  if (!task.ok) throw new Error(JSON.stringify(task.faults));
  return task.value;
}

async function resultOf(measures: Mitigation[], budget: number) {
  return runMeasures(await taskOf(measures, budget), () => {});
}

const leave = (node: string): Mitigation => {
  return { id: node, name: node, cost: 1, do: 'split', zone: 'z', nodes: [node] };
};

test('three that help only together are found, though in pairs they do nothing for their service', async () => {
  const three = ['q', 'r', 'p'].map(leave);
  const result = await resultOf(three, 3);
  // The second service alone is what p gives back.
  expect(result.alone.map(({ id, removed }) => [id, removed])).toEqual([
    ['p', 10],
    ['q', 0],
    ['r', 0],
  ]);
  expect(result).toMatchObject({
    harm: 1010,
    best: { measures: ['q', 'r', 'p'], removed: 1010, harm: 0 },
    method: 'optimal',
    gap: 0,
  });
  expect(await resultOf(three, 2)).toMatchObject({
    best: { measures: ['p'], removed: 10 },
    method: 'optimal',
  });
});

test('of two second suppliers beside one none takes the place of the other', async () => {
  const beside = (id: string, more: object): Mitigation => {
    return { id, name: id, cost: 1, do: 'supplier', to: 't', beside: 'p', ...more };
  };
  const both = [beside('new', {}), beside('weak', { from: 'q' })];
  for (const measures of [both, [...both].reverse()]) {
    const outages = { ...scenario, isolations: [], outages: [{ id: 'p' }, { id: 'q' }] };
    const evaluator = new Evaluator(await taskOf(measures, 9, outages));
    expect(evaluator.harm([])).toBe(1010);
    // Nothing of the first service's comes back, all of the second's does.
    expect(evaluator.harm(measures)).toBe(1000);
    expect(evaluator.harm([beside('weak', { from: 'q' })])).toBe(1010);
  }
});

/** Harm removed as the highest value of covered terms: it never falls when a set grows. */
const aCase = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.record({
    costs: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }),
    budget: fc.integer({ min: 0, max: 25 }),
    /** Bits of measures that are all needed, and what they give together. */
    terms: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 2 ** n - 1 }), fc.integer({ max: 50, min: 1 })),
      {
        maxLength: 8,
      },
    ),
  }),
);

function setsOf({
  costs,
  budget,
  terms,
}: {
  costs: number[];
  budget: number;
  terms: [number, number][];
}): Sets {
  return {
    costs,
    budget,
    removed: (set) => {
      const mask = set.reduce((bits, i) => bits | (1 << i), 0);
      return terms.reduce((sum, [need, gain]) => sum + ((mask & need) === need ? gain : 0), 0);
    },
  };
}

test('with time enough the proven set is the best of all sets, by counting them out', () => {
  fc.assert(
    fc.property(aCase, (one) => {
      const sets = setsOf(one);
      const all = Array.from({ length: 2 ** one.costs.length }, (_, mask) =>
        one.costs.flatMap((_, i) => ((mask >> i) & 1 ? [i] : [])),
      );
      const cost = (set: readonly number[]) =>
        set.reduce((sum, i) => sum + (one.costs[i] as number), 0);
      const most = Math.max(...all.filter((set) => cost(set) <= one.budget).map(sets.removed));
      const start = greedy(sets, 1, Number.POSITIVE_INFINITY);
      const proof = prove(sets, start, Number.POSITIVE_INFINITY);
      expect(cost(proof.set)).toBeLessThanOrEqual(one.budget);
      expect([proof.removed, proof.bound]).toEqual([most, most]);
      const early = prove(sets, start, 0);
      expect(early.bound).toBeGreaterThanOrEqual(most);
      expect(early.removed).toBeLessThanOrEqual(most);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 200) },
  );
});
