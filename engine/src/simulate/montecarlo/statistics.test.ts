import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS } from '../../testing/runs.ts';
import { exceedanceCurve, percentile, rankCorrelation, ranks } from './statistics.ts';

const of = (...values: number[]) => Float64Array.from(values);

test('percentiles lie between neighbours by proportion', () => {
  const sorted = of(10, 20, 30, 40, 50);
  expect([0, 0.05, 0.5, 0.9, 1].map((p) => percentile(sorted, p))).toEqual([10, 12, 30, 46, 50]);
  expect(percentile(of(7), 0.3)).toBe(7);
  expect(() => percentile(of(), 0.5)).toThrow('sorted.length is 0');
  expect(() => percentile(sorted, 95)).toThrow('share is 95');
});

test('the exceedance curve tells the share of runs with more than a value', () => {
  expect(exceedanceCurve(of(1, 2, 2, 5))).toEqual([
    { value: 1, share: 0.75 },
    { value: 2, share: 0.25 },
    { value: 5, share: 0 },
  ]);
  expect(exceedanceCurve(of())).toEqual([]);
});

test('a long exceedance curve is thinned and keeps its end', () => {
  const curve = exceedanceCurve(
    Float64Array.from({ length: 10_000 }, (_, i) => i),
    100,
  );
  expect(curve.length).toBeLessThanOrEqual(100);
  expect(curve.at(-1)).toEqual({ value: 9999, share: 0 });
  for (const { value, share } of curve) expect(share).toBeCloseTo((9999 - value) / 10_000, 12);
});

test('equal values share the mean of their ranks', () => {
  expect(Array.from(ranks(of(3, 1, 3, 3, 9)))).toEqual([3, 1, 3, 3, 5]);
});

test('rank correlation: 1 where both rise, -1 where one falls, whatever the shape', () => {
  const x = of(1, 2, 3, 4, 5);
  expect(rankCorrelation(x, x.map(Math.exp))).toBeCloseTo(1, 12);
  expect(
    rankCorrelation(
      x,
      x.map((a) => -(a ** 3)),
    ),
  ).toBeCloseTo(-1, 12);
});

test('rank correlation without ties is 1 - 6 sum d^2 / (n^3 - n)', () => {
  const x = of(106, 86, 100, 101, 99, 103, 97, 113, 112, 110);
  const y = of(7, 0, 27, 50, 28, 29, 20, 12, 6, 17);
  // The example of Wikipedia's article on Spearman's coefficient: sum d^2 = 194.
  expect(rankCorrelation(x, y)).toBeCloseTo(1 - (6 * 194) / (10 * 99), 12);
});

test('rank correlation with ties is the correlation of mean ranks', () => {
  // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4.
  expect(rankCorrelation(of(1, 2, 2, 3), of(1, 3, 2, 4))).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
});

test('what does not vary correlates with nothing', () => {
  expect(rankCorrelation(of(1, 1, 1), of(1, 2, 3))).toBe(0);
  expect(() => rankCorrelation(of(1), of(1, 2))).toThrow('b.length is 2');
});

test('rank correlation lies in -1..1 and does not care which comes first', () => {
  const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(pairs, (list) => {
      const [a, b] = [0, 1].map((i) => Float64Array.from(list, (pair) => pair[i as 0 | 1]));
      const r = rankCorrelation(a, b);
      expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
      expect(rankCorrelation(b, a)).toBeCloseTo(r, 12);
    }),
    { numRuns: RUNS },
  );
});
