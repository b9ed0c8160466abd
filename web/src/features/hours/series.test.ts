import type { SimulationAnswer } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandPath, linePath, waitLine } from './chart.ts';
import {
  clearedAt,
  eventBefore,
  firstHit,
  hitSpan,
  isCalm,
  leftAt,
  levelAt,
  lowest,
  nextEvent,
  waitingAt,
  within,
} from './series.ts';

const steps: [number, number][] = [
  [0, 1],
  [4, 0.15],
  [24, 0.5],
  [96, 1],
];

test('a level holds from its hour to the next', () => {
  expect([0, 3.9, 4, 23, 24, 95, 96, 500].map((hour) => levelAt(steps, hour))).toEqual([
    1, 1, 0.15, 0.15, 0.5, 0.5, 1, 1,
  ]);
  expect(levelAt([], 3)).toBe(1);
  expect(lowest(steps)).toBe(0.15);
});

test('the first hour at which anything falls is known, and that nothing has before', () => {
  const answer = {
    nodes: [
      { steps },
      {
        steps: [
          [0, 1],
          [2, 0.5],
        ],
      },
      { steps: [[0, 1]] },
    ],
  } as unknown as SimulationAnswer;
  expect(firstHit(answer)).toBe(2);
  expect([1.9, 2, 96].map((hour) => isCalm(answer, hour))).toEqual([true, false, false]);
  expect(firstHit({ ...answer, nodes: [] })).toBeUndefined();
});

test('the quick search finds what a slow one finds', () => {
  const hour = fc.nat(100);
  const sorted = fc
    .uniqueArray(hour, { minLength: 1, maxLength: 20 })
    .map((hours) => hours.sort((a, b) => a - b).map((at, i): [number, number] => [at, i / 20]));
  fc.assert(
    fc.property(sorted, hour, (any, at) => {
      const slow = any.findLast(([from]) => from <= at)?.[1] ?? 1;
      expect(levelAt(any, at)).toBe(slow);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 200) },
  );
});

test('steps lead from change to change', () => {
  const events = [0, 4, 24];
  expect([nextEvent(events, 4, 1), nextEvent(events, 4, -1)]).toEqual([24, 0]);
  expect([nextEvent(events, 24, 1), nextEvent(events, 0, -1)]).toEqual([undefined, undefined]);
  expect([eventBefore(events, 5), eventBefore(events, 4), eventBefore(events, 0)]).toEqual([
    4, 4, 0,
  ]);
});

test('the stretch that is hit, and one that does not end', () => {
  expect(hitSpan(steps)).toEqual({ from: 4, until: 96 });
  expect(hitSpan([[0, 0]])).toEqual({ from: 0, until: undefined });
  expect(hitSpan([[0, 1]])).toBeUndefined();
});

test('a line goes in steps to the end of the plan', () => {
  const x = (hour: number) => hour / 100;
  expect(
    linePath(
      [
        [0, 1],
        [50, 0],
      ],
      x,
      100,
    ),
  ).toBe('M0,0L500,0L500,100L1000,100L1000,100');
  expect(bandPath([[0, 0.5]], [[0, 1]], x, 100)).toMatch(/^M0,0.*L0,50Z$/);
});

test('what is left has a range only where it may be something else', () => {
  const node = {
    steps,
    low: [
      [0, 1],
      [2, 0.1],
    ] as [number, number][],
  };
  expect(leftAt(node, 0)).toEqual({ level: 1 });
  expect(leftAt(node, 5)).toEqual({ level: 0.15, range: { low: 0.1, high: 0.15 } });
  expect(leftAt(undefined, 5)).toEqual({ level: 1 });
});

test('spans hold from their start until just before their end', () => {
  const spans = [{ from: 2, until: 4 }, { from: 9 }];
  expect([1.9, 2, 3.9, 4, 9, 1e5].map((hour) => within(spans, hour))).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
  ]);
  expect(within(undefined, 1)).toBe(false);
});

test('cases that wait grow straight between two corners', () => {
  const course: [number, number][] = [
    [0, 0],
    [10, 0],
    [20, 400],
    [40, 0],
  ];
  expect([0, 10, 15, 20, 30, 40, 99].map((hour) => waitingAt(course, hour))).toEqual([
    0, 0, 200, 400, 200, 0, 0,
  ]);
  expect(waitingAt([], 3)).toBe(0);
  const line = waitLine(course, { x: (hour) => hour / 100, most: 400, hours: 100 });
  expect(line.startsWith('M0 100')).toBe(true);
  expect(line).toContain('L200 0');
});

test('cases wait no more from an hour on, at worst later or not at all', () => {
  const worst = (...courseHigh: [number, number][]) => clearedAt({ cleared: 30, courseHigh });
  expect(worst([0, 0], [9, 5], [44, 0])).toEqual({ likely: 30, worst: 44 });
  expect(worst([0, 0], [9, 5], [96, 80])).toEqual({ likely: 30 });
  expect(clearedAt({ cleared: 30 })).toEqual({ likely: 30, worst: 30 });
  expect(clearedAt({})).toEqual({});
});
