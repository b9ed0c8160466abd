import {
  GRAPH_FORMAT,
  type GraphDocument,
  type MeasuresRequest,
  type MeasuresResult,
  type Mitigation,
  SCENARIO_FORMAT,
  type Scenario,
} from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot/build.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { choose, isAffordable, type Knapsack } from './choose.ts';
import { runMeasures } from './run.ts';
import { measuresTask } from './task.ts';

/** A product in a zone carries a service of a region with 1,000 people; the service restarts slowly. */
const document: GraphDocument = {
  format: GRAPH_FORMAT,
  nodes: [
    { id: 'p', kind: 'product', name: 'P', zones: ['z'] },
    {
      id: 's',
      kind: 'service',
      name: 'S',
      restartLagHours: 5,
      tolerance: { minimumLevel: 0.5, maxHours: 8 },
    },
    { id: 'r', kind: 'region', name: 'R', population: 1000 },
  ],
  dependencies: [
    { id: 'p->s', from: 'p', to: 's' },
    { id: 's->r', from: 's', to: 'r' },
  ],
};
const scenario: Scenario = {
  format: SCENARIO_FORMAT,
  name: 'Ten hours',
  hours: 100,
  isolations: [{ zone: 'z', release: [{ afterHours: 10, nodes: ['p'] }] }],
};
const measure = (more: object): Mitigation =>
  ({ id: 'm', name: 'M', cost: 1, ...more }) as Mitigation;

async function resultOf(
  measures: Mitigation[],
  more: Partial<MeasuresRequest> = {},
  report: (done: number, total: number) => void = () => {},
  graph: GraphDocument = document,
) {
  const reader = memoryReader(graph);
  const snapshot = buildSnapshot(await reader.columns());
  const request = { measures, scenarios: [{ scenario }], budget: 100, ...more };
  const task = await measuresTask(snapshot, reader, request);
  if (!task.ok) return task.faults;
  return runMeasures(task.value, report);
}

test('it counts each measure and then the search, which its time limit ends', async () => {
  const some = ['a', 'b', 'c'].map((id) => measure({ id, do: 'restart', node: 's', hours: 1 }));
  const told: [number, number][] = [];
  await resultOf(some, {}, (done, total) => told.push([done, total]));
  expect(told).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]));
});

// Without measures: 10 hours of outage and 5 of restart, 1,000 people.
/** What it is, what it removes, what it says. */
const EACH: [string, object, number, string][] = [
  [
    'a second supplier',
    { do: 'supplier', to: 's', beside: 'p' },
    15_000,
    'S can rely on a second supplier as well as on P.',
  ],
  [
    'another way of working, ready after an hour',
    { do: 'workaround', node: 's', capacity: 0.5, afterHours: 6 },
    2000,
    'carries 50 %, ready after 6 hours',
  ],
  [
    'a buffer of four hours',
    { do: 'buffer', from: 'p', to: 's', hours: 4 },
    4000,
    'S can do without P for 4 hours.',
  ],
  [
    'a zone that is split',
    { do: 'split', zone: 'z', nodes: ['p'] },
    15_000,
    'At its worst S has 100 % left, not 0 %.',
  ],
  [
    'a restart of one hour',
    { do: 'restart', node: 's', hours: 1 },
    4000,
    'S restarts within 1 hour.',
  ],
  [
    'an exit plan',
    { do: 'exit', from: 'p', to: 's', strength: 0.2 },
    12_000,
    'At its worst S has 80 % left, not 0 %.',
  ],
];

test.each(EACH)('%s removes what it should', async (_, change, removed, says) => {
  const result = await resultOf([measure(change)]);
  expect(result).toMatchObject({ unit: 'person-hours', harm: 15_000, method: 'optimal' });
  const [effect] = (result as { alone: { removed: number; explanation: string }[] }).alone;
  expect(effect?.removed).toBeCloseTo(removed, 6);
  expect(effect?.explanation).toContain('S back ');
  expect(effect?.explanation).toContain(says);
});

test('where a number is a range, harm and what is removed carry one too', async () => {
  const isolations = [{ zone: 'z', release: [{ afterHours: { low: 5, high: 15 }, nodes: ['p'] }] }];
  const split = measure({ do: 'split', zone: 'z', nodes: ['p'] });
  const scenarios = [{ scenario: { ...scenario, isolations } }];
  const result = (await resultOf([split], { scenarios, budget: 0 })) as MeasuresResult;
  // Hours of outage and five of restart, 1,000 people.
  expect(result).toMatchObject({ harm: 15_000, harmRange: { low: 10_000, high: 20_000 } });
  expect(result.alone).toMatchObject([
    { removed: 15_000, removedRange: { low: 10_000, high: 20_000 } },
  ]);
  expect(result.alone[0]?.explanation).toContain(': 15,000 (10,000–20,000) person-hours.');
  expect(result.best.harmRange).toEqual({ low: 10_000, high: 20_000 });
  const graph = {
    ...document,
    nodes: document.nodes.filter(({ id }) => id !== 'r'),
    dependencies: (document.dependencies ?? []).filter(({ to }) => to !== 'r'),
  };
  const services = (await resultOf(
    [split],
    { scenarios, budget: 0 },
    () => {},
    graph,
  )) as MeasuresResult;
  expect(services.alone[0]?.explanation).toContain(': 15 (10–20) hours of services.');
  const sure = (await resultOf([split], { budget: 1 })) as MeasuresResult;
  expect(sure).not.toHaveProperty('harmRange');
  expect(sure.best).toMatchObject({ harm: 0 });
});

test('a set is simulated as a whole, and two that do the same are not both bought', async () => {
  const one = measure({ do: 'split', zone: 'z', nodes: ['p'], id: 'one', cost: 5 });
  const two = measure({ do: 'supplier', to: 's', beside: 'p', id: 'two', cost: 4 });
  const result = await resultOf([one, two], { budget: 9 });
  expect(result).toMatchObject({ best: { removed: 15_000, harm: 0 }, gap: 0 });
  expect((result as { best: { measures: string[] } }).best.measures).toHaveLength(1);
});

test('with a budget of 0 only what costs nothing is chosen', async () => {
  const free = measure({ do: 'restart', node: 's', hours: 1, id: 'free', cost: 0 });
  const dear = measure({ do: 'split', zone: 'z', nodes: ['p'], id: 'dear', cost: 1 });
  expect(await resultOf([free, dear], { budget: 0 })).toMatchObject({
    best: { measures: ['free'], cost: 0, removed: 4000 },
  });
  expect(await resultOf([dear], { budget: 0 })).toMatchObject({
    best: { measures: [], removed: 0 },
  });
});

test('what a measure names in vain is told place by place', async () => {
  const faults = await resultOf([
    measure({ do: 'workaround', node: 'nobody', capacity: 1 }),
    measure({ do: 'buffer', from: 's', to: 'p', hours: 1 }),
    measure({ do: 'split', zone: 'z', nodes: ['s'], id: 'n' }),
  ]);
  expect((faults as { path: string }[]).map(({ path }) => path)).toEqual([
    '$.measures[0].node',
    '$.measures[1].id',
    '$.measures[1]',
    '$.measures[2].nodes[0]',
  ]);
});

const aKnapsack: fc.Arbitrary<Knapsack> = fc
  .integer({ min: 1, max: 7 })
  .chain((n) =>
    fc.record({
      costs: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n }),
      budget: fc.integer({ min: 0, max: 60 }),
      alone: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: n, maxLength: n }),
      pairs: fc.uniqueArray(
        fc.record({
          i: fc.integer({ min: 0, max: n - 1 }),
          j: fc.integer({ min: 0, max: n - 1 }),
          gain: fc.integer({ min: -80, max: 80 }),
        }),
        { selector: ({ i, j }) => `${i} ${j}`, maxLength: 12 },
      ),
    }),
  )
  .map((one) => ({ ...one, pairs: one.pairs.filter(({ i, j, gain }) => i < j && gain !== 0) }));

function worth({ alone, pairs }: Knapsack, set: readonly number[]): number {
  const both = pairs.filter(({ i, j }) => set.includes(i) && set.includes(j));
  return (
    set.reduce((sum, i) => sum + (alone[i] as number), 0) +
    both.reduce((sum, { gain }) => sum + gain, 0)
  );
}

test('the chosen set is the best of all sets, by counting them out', async () => {
  await fc.assert(
    fc.asyncProperty(aKnapsack, async (knapsack) => {
      const n = knapsack.costs.length;
      const sets = Array.from({ length: 2 ** n }, (_, mask) =>
        Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1),
      );
      const affordable = sets.filter((set) => isAffordable(knapsack, set));
      const best = Math.max(...affordable.map((set) => worth(knapsack, set)));
      const chosen = await choose(knapsack, 10);
      expect(chosen?.proven).toBe(true);
      expect(isAffordable(knapsack, chosen?.set ?? [])).toBe(true);
      expect(worth(knapsack, chosen?.set ?? [])).toBeCloseTo(best, 3);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 40) },
  );
});

test('when HiGHS has no time to prove anything it says so, and claims no empty set as the best', async () => {
  const n = 40;
  const costs = Array.from({ length: n }, (_, i) => 3 + ((i * 37) % 47));
  const pairs = costs.flatMap((_, i) =>
    costs.slice(i + 1).map((_, j) => ({ i, j: i + 1 + j, gain: ((i * 31 + j * 17) % 97) - 48 })),
  );
  const hard: Knapsack = { costs, budget: 300, alone: costs.map((cost) => cost * 10), pairs };
  const chosen = await choose(hard, 0.02);
  const { set, proven } = chosen ?? { set: [0], proven: false };
  expect([proven, set.length > 0, isAffordable(hard, set)]).toEqual([false, true, true]);
});

test('on a large list with hardly any time the set is within the budget and the gap is told', async () => {
  const measures = Array.from({ length: 30 }, (_, i) =>
    measure({ do: 'buffer', from: 'p', to: 's', hours: i / 10, id: `m${i}`, cost: 1 + (i % 7) }),
  );
  const result = (await resultOf(measures, { budget: 20, timeLimit: 0.1 })) as MeasuresResult;
  expect(result.best.cost).toBeLessThanOrEqual(20);
  expect(result.gap === 0).toBe(result.method === 'optimal');
  expect(result.gap).toBeLessThanOrEqual(1);
});
