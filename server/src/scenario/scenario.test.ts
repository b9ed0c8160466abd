import {
  GRAPH_FORMAT,
  type GraphDocument,
  SCENARIO_FORMAT,
  type Scenario,
} from '@msp-impact/contract';
import { simulate } from '@msp-impact/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleDocument } from '../samples.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { simulationAnswer } from './answer.ts';
import { checkScenario } from './check.ts';
import { planOf } from './plan.ts';
import { pickDrawn } from './quantity.ts';
import { stepsOf, valueAt } from './series.ts';
import { readScenario, scenarioOf } from './shape.ts';
import { runsOf, simulateScenario } from './simulated.ts';
import { timelineWith } from './timeline.ts';

const scenario = (more: Partial<Scenario>): Scenario => ({
  format: SCENARIO_FORMAT,
  name: 'test',
  hours: 100,
  ...more,
});

async function snapshotOf(document: GraphDocument): Promise<Snapshot> {
  return buildSnapshot(await memoryReader(document).columns());
}

const small = await snapshotOf({
  format: GRAPH_FORMAT,
  nodes: [
    { id: 'a', kind: 'product', name: 'A', zones: ['z'] },
    { id: 'b', kind: 'product', name: 'B', zones: ['z'] },
    {
      id: 's',
      kind: 'service',
      name: 'S',
      groups: { g: { rule: 'any' } },
      tolerance: { minimumLevel: 0.5, maxHours: 4 },
      workarounds: [{ name: 'by hand', capacity: 0.3, afterHours: 2, via: 'b' }],
    },
    { id: 't', kind: 'service', name: 'T' },
    { id: 'u', kind: 'service', name: 'U' },
  ],
  dependencies: [
    { id: 'a->s', from: 'a', to: 's', group: 'g' },
    { id: 'b->s', from: 'b', to: 's', group: 'g' },
    { id: 'a->t', from: 'a', to: 't', bufferHours: 3 },
  ],
});

function answer(more: Partial<Scenario>) {
  const simulated = simulateScenario(small, scenario(more));
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.faults));
  return simulationAnswer(simulated.value, {
    keep: ['s', 't', 'u'].map((id) => nodeOf(small, id)),
  });
}
const stepsIn = (more: Partial<Scenario>, id: string) =>
  answer(more).nodes.find((node) => node.id === id)?.steps;

test('an outage with a start, steps of recovery and an end', () => {
  const outage = {
    id: 'a',
    startHour: 5,
    durationHours: 20,
    level: 0.2,
    recovery: [{ afterHours: 10, level: 0.6 }],
  };
  expect(stepsIn({ outages: [outage] }, 'a')).toEqual([
    [0, 1],
    [5, 0.2],
    [15, 0.6],
    [25, 1],
  ]);
  expect(stepsIn({ outages: [outage] }, 't')).toEqual([
    [0, 1],
    [8, 0.2],
    [15, 0.6],
    [25, 1],
  ]);
});

test('a zone is switched off after its delay and released node by node', () => {
  const isolations = [
    {
      zone: 'z',
      startHour: 1,
      delayHours: 2,
      release: [{ afterHours: 4, nodes: ['a'], level: 0.5 }, { afterHours: 9 }],
    },
  ];
  expect(stepsIn({ isolations }, 'a')).toEqual([
    [0, 1],
    [3, 0],
    [7, 0.5],
    [12, 1],
  ]);
  expect(stepsIn({ isolations }, 'b')).toEqual([
    [0, 1],
    [3, 0],
    [12, 1],
  ]);
});

test('a cut link delivers nothing, even from its buffer; an observation wins', () => {
  expect(stepsIn({ cuts: [{ from: 'a', to: 't', startHour: 1, durationHours: 2 }] }, 't')).toEqual([
    [0, 1],
    [1, 0],
    [3, 1],
  ]);
  const seen = { observations: [{ id: 't', level: 0.4, startHour: 2, durationHours: 1 }] };
  expect(stepsIn(seen, 't')).toEqual([
    [0, 1],
    [2, 0.4],
    [3, 1],
  ]);
});

test('who is on the last option, not known, and in breach, and which way of working falls too', () => {
  const edge = answer({ outages: [{ id: 'a' }] });
  const stateOf = (id: string) => edge.nodes.find((node) => node.id === id)?.state;
  expect([stateOf('s'), stateOf('t'), stateOf('u')]).toEqual(['at-risk', 'down', 'unknown']);
  const both = answer({ outages: [{ id: 'a' }, { id: 'b', startHour: 6 }] });
  expect(both.breaches).toMatchObject([{ id: 's', hour: 10, certainty: 'certain' }]);
  expect(both.notes).toEqual(['S: "by hand" needs B, which falls to 0 % itself in that time.']);
});

test('who is on the last option is told from when until when, hour by hour', () => {
  const outages = [
    { id: 'a', startHour: 2, durationHours: 8 },
    { id: 'b', startHour: 6, durationHours: 2 },
    { id: 'a', startHour: 20 },
  ];
  const { nodes, total, totalAtRisk, events } = answer({ outages, workarounds: false });
  const s = nodes.find(({ id }) => id === 's');
  // At 0 from hour 6 to 8, when both are gone: then it has no option at all.
  expect(s).toMatchObject({
    state: 'down',
    atRisk: [{ from: 2, until: 6 }, { from: 8, until: 10 }, { from: 20 }],
  });
  expect([total, totalAtRisk]).toEqual([4, 0]);
  expect(events).toEqual(expect.arrayContaining([2, 6, 8, 10, 20]));
  const one = answer({ outages: [{ id: 'b' }] });
  expect(one.nodes.slice(0, 2).map(({ id, state }) => [id, state])).toEqual([
    ['b', 'down'],
    ['s', 'at-risk'],
  ]);
  expect([one.total, one.totalAtRisk]).toEqual([1, 1]);
});

test('cases wait while a service cannot keep up, and are worked off afterwards', () => {
  const demands = [{ id: 't', perHour: 10, catchUpPerHour: 5 }];
  // Ten hours at 0, three of which its store bridges: 70 wait, five less each hour from hour 10.
  expect(answer({ outages: [{ id: 'a', durationHours: 10 }], demands }).backlogs).toEqual([
    {
      id: 't',
      name: 'T',
      peak: 70,
      peakHour: 10,
      cleared: 24,
      course: [
        [0, 0],
        [3, 0],
        [10, 70],
        [24, 0],
      ],
    },
  ]);
});

test('a scenario without anything in it says so, and nothing falls', () => {
  expect(answer({})).toMatchObject({
    sentence: 'Nothing falls.',
    total: 0,
    notes: ['Nothing is stopped, isolated or cut off in this scenario.'],
  });
});

const WRONG: [string, Partial<Scenario>, string, RegExp][] = [
  [
    'a range that falls',
    { outages: [{ id: 'a', durationHours: { low: 2, high: 1 } }] },
    '$.outages[0].durationHours',
    /low \(2\)/,
  ],
  [
    'a step after the end',
    { outages: [{ id: 'a', durationHours: 5, recovery: [{ afterHours: 6, level: 1 }] }] },
    '$.outages[0].recovery[0].afterHours',
    /ends before it recovers/,
  ],
  [
    'steps out of order',
    {
      outages: [
        {
          id: 'a',
          recovery: [
            { afterHours: 6, level: 0.5 },
            { afterHours: 5, level: 1 },
          ],
        },
      ],
    },
    '$.outages[0].recovery[1].afterHours',
    /in their order/,
  ],
  [
    'a recovery that goes back',
    { outages: [{ id: 'a', level: 0.5, recovery: [{ afterHours: 6, level: 0.4 }] }] },
    '$.outages[0].recovery[0].level',
    /relapse/,
  ],
  [
    'a start at the end',
    { cuts: [{ from: 'a', to: 't', startHour: 100 }] },
    '$.cuts[0].startHour',
    /over/,
  ],
  [
    'two outages at once',
    {
      outages: [
        { id: 'a', durationHours: 9 },
        { id: 'a', startHour: 8 },
      ],
    },
    '$.outages[1]',
    /overlaps/,
  ],
  ['a link that is not there', { cuts: [{ from: 't', to: 'a' }] }, '$.cuts[0]', /no link/],
  [
    'a zone that is not there',
    { isolations: [{ zone: 'q' }] },
    '$.isolations[0].zone',
    /no node is in/,
  ],
  [
    'a release of somebody else',
    { isolations: [{ zone: 'z', release: [{ afterHours: 1, nodes: ['s'] }] }] },
    '$.isolations[0].release[0].nodes[0]',
    /not in the zone/,
  ],
  ['a day that is none', { start: '2022-02-30T07:00:00Z' }, '$.start', /calendar/],
  [
    'a lognormal range from 0',
    { outages: [{ id: 'a', durationHours: { low: 0, high: 2, distribution: 'lognormal' } }] },
    '$.outages[0].durationHours.low',
    /above 0/,
  ],
];

test.each(WRONG)('%s is refused', (_, more, path, reason) => {
  const { faults } = checkScenario(small, scenario(more));
  expect(faults.map((one) => one.path)).toEqual([path]);
  expect(faults[0]?.reason).toMatch(reason);
});

test('outages one after the other are allowed; that the longest overlaps is a note', () => {
  const outages = [
    { id: 'a', durationHours: { low: 5, likely: 10, high: 30 } },
    { id: 'a', startHour: 10 },
  ];
  const { faults, notes } = checkScenario(small, scenario({ outages }));
  expect(faults).toEqual([]);
  expect(notes).toEqual([expect.stringMatching(/may still last/)]);
});

test('a file of the wrong shape is told place by place, in plain words', () => {
  const faultOf = (text: string) => {
    const read = readScenario(text);
    return read.ok ? [] : read.faults.map(({ path, reason }) => `${path}: ${reason}`);
  };
  const text = JSON.stringify(scenario({ outages: [{ id: 'a', durationHours: 1 }] }));
  expect(readScenario(`\ufeff${text}`).ok).toBe(true);
  expect(faultOf(text.replace('"durationHours":1', '"durationHours":1e999'))[0]).toMatch(
    /^\$\.outages\[0\]\.durationHours: must be a number from 0 to 87600/,
  );
  expect(faultOf(text.replace('"hours":100', '"hours":0'))).toEqual([
    '$.hours: must be more than 0 hours and at most 87600 (ten years)',
  ]);
  expect(faultOf(text.replace('"name":"test",', ''))).toEqual(['$.name: is missing']);
  expect(faultOf(text.slice(0, 20))).toHaveLength(1);
  const wrong = scenarioOf({ ...scenario({}), start: 'Thursday' });
  expect(wrong.ok ? [] : wrong.faults[0]?.reason).toMatch(/must be a time with its zone/);
});

const document = sampleDocument('advanced-2022');
const sample = document && (await snapshotOf(document));

test('the two bounds envelop every draw, at every hour, on the sample', () => {
  const more: Partial<Scenario> = {
    hours: 800,
    outages: [
      {
        id: 'staffplan-citrix',
        durationHours: { low: 100, high: 700 },
        level: { low: 0, high: 0.4 },
        recovery: [{ afterHours: { low: 10, high: 90 }, level: { low: 0.4, high: 0.9 } }],
      },
    ],
    isolations: [
      {
        zone: 'advanced-health-and-care',
        delayHours: { low: 0, high: 24 },
        release: [
          {
            afterHours: { low: 10, high: 200 },
            nodes: ['adastra'],
            level: { low: 0.1, high: 0.8 },
          },
          { afterHours: { low: 100, high: 600 } },
        ],
      },
    ],
    cuts: [{ from: 'adastra', to: 'nhs-24', startHour: 5, durationHours: { low: 1, high: 300 } }],
  };
  const snapshot = sample as Snapshot;
  const plan = planOf(snapshot, scenario(more));
  const { low, likely, high } = runsOf(snapshot.graph, plan);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const shares = fc.array(share, { minLength: plan.draws.length, maxLength: plan.draws.length });
  fc.assert(
    fc.property(shares, (parts) => {
      const drawn = plan.draws.map(
        (one, i) => one.low + (parts[i] as number) * (one.high - one.low),
      );
      const run = simulate(snapshot.graph, timelineWith(plan, pickDrawn(drawn)), 'likely');
      for (let node = 0; node < snapshot.graph.nodeCount; node++) {
        const [worst, best, here] = [low, high, run].map((one) => stepsOf(one, node));
        for (const [hour, level] of here ?? []) {
          expect(level).toBeGreaterThanOrEqual(valueAt(worst ?? [], hour) - 1e-9);
          expect(level).toBeLessThanOrEqual(valueAt(best ?? [], hour) + 1e-9);
        }
      }
      expect(likely.settled).toBe(true);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 25) },
  );
});
