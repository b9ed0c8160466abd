import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandPath, linePath } from './chart.ts';
import { eventBefore, hitSpan, levelAt, lowest, nextEvent } from './series.ts';

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
