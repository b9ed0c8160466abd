import { expect, test } from 'vitest';
import { type Range, type Shape, sample, shapeFault } from './distributions.ts';
import { generator } from './random.ts';
import { sampleInto } from './sample-into.ts';
import { percentile } from './statistics.ts';

const COUNT = 40_000;

function draws(shape: Shape, range: Range): Float64Array {
  const next = generator(11, 0);
  return Float64Array.from({ length: COUNT }, () => sample(shape, range, next)).sort();
}

/** Mean and standard deviation within five standard errors, roughly. */
function expectMoments(numbers: Float64Array, mean: number, deviation: number): void {
  const found = numbers.reduce((sum, x) => sum + x, 0) / COUNT;
  const spread = Math.sqrt(numbers.reduce((sum, x) => sum + (x - found) ** 2, 0) / COUNT);
  expect(Math.abs(found - mean)).toBeLessThan((5 * deviation) / Math.sqrt(COUNT));
  expect(Math.abs(spread / deviation - 1)).toBeLessThan(0.03);
}

test('uniform: mean in the middle, deviation width / sqrt 12, within its ends', () => {
  const numbers = draws('uniform', { low: 2, likely: 3, high: 8 });
  expectMoments(numbers, 5, 6 / Math.sqrt(12));
  expect(numbers[0]).toBeGreaterThanOrEqual(2);
  expect(numbers[COUNT - 1]).toBeLessThan(8);
});

test('triangular: mean (a + b + c) / 3, its deviation, the share under the peak', () => {
  const [low, likely, high] = [2, 3, 8];
  const numbers = draws('triangular', { low, likely, high });
  const variance =
    (low ** 2 + likely ** 2 + high ** 2 - low * likely - low * high - likely * high) / 18;
  expectMoments(numbers, (low + likely + high) / 3, Math.sqrt(variance));
  const under = numbers.filter((x) => x < likely).length / COUNT;
  expect(under).toBeCloseTo((likely - low) / (high - low), 1.9);
});

test('triangular: the peak may lie at either end', () => {
  expectMoments(draws('triangular', { low: 0, likely: 0, high: 3 }), 1, Math.sqrt(9 / 18));
  expectMoments(draws('triangular', { low: 0, likely: 3, high: 3 }), 2, Math.sqrt(9 / 18));
});

test('pert: mean (a + 4 m + b) / 6 and its deviation, within its ends', () => {
  for (const likely of [2, 4, 8]) {
    const numbers = draws('pert', { low: 2, likely, high: 8 });
    const mean = (2 + 4 * likely + 8) / 6;
    // Of a beta distribution whose shapes sum to 6.
    expectMoments(numbers, mean, Math.sqrt(((mean - 2) * (8 - mean)) / 7));
    expect(numbers[0]).toBeGreaterThanOrEqual(2);
    expect(numbers[COUNT - 1]).toBeLessThanOrEqual(8);
  }
});

test('lognormal: low and high are the 5th and the 95th percentile', () => {
  const numbers = draws('lognormal', { low: 4, likely: 10, high: 100 });
  expect(percentile(numbers, 0.05) / 4).toBeCloseTo(1, 1);
  expect(percentile(numbers, 0.95) / 100).toBeCloseTo(1, 1);
  expect(percentile(numbers, 0.5) / 20).toBeCloseTo(1, 1);
  const logs = numbers.map(Math.log);
  expectMoments(logs, Math.log(20), Math.log(25) / (2 * 1.6448536));
});

test('a range without width is its value and uses no random number', () => {
  const never = () => {
    throw new Error('drawn');
  };
  for (const shape of ['uniform', 'triangular', 'pert', 'lognormal'] as const) {
    expect(sample(shape, { low: 0, likely: 0, high: 0 }, never)).toBe(0);
  }
});

test('a range that a shape cannot have is refused with its values', () => {
  expect(shapeFault('pert', { low: 2, likely: 1, high: 3 })).toContain('likely 1');
  expect(shapeFault('pert', { low: Number.NaN, likely: 1, high: 3 })).toContain('low NaN');
  expect(shapeFault('uniform', { low: 0, likely: 1, high: Number.POSITIVE_INFINITY })).toContain(
    'finite',
  );
  expect(shapeFault('lognormal', { low: 0, likely: 1, high: 3 })).toContain('low is 0');
  expect(shapeFault('lognormal', { low: 1, likely: 2, high: 3 })).toBeUndefined();
  expect(() => sample('lognormal', { low: 0, likely: 1, high: 3 }, () => 0.5)).toThrow('low is 0');
});

test('arrays: ranges are drawn in order, other numbers copied, none passes the most allowed', () => {
  const ends = {
    low: Float64Array.of(0.5, 1, 0.9),
    likely: Float64Array.of(0.5, 2, 0.95),
    high: Float64Array.of(0.5, 3, 0.99),
  };
  const out = new Float64Array(3);
  sampleInto(out, ends, 0, () => 0.25);
  expect(Array.from(out.subarray(0, 2))).toEqual([0.5, 1.5]);
  sampleInto(out, ends, Uint8Array.of(0, 1, 0), () => 0.5, 1);
  expect(Array.from(out)).toEqual([0.5, 1, 0.9 + 0.09 * 0.5].map((x) => expect.closeTo(x, 12)));
});

test('without end, and without a range, an hour stays Infinity', () => {
  const forever = Float64Array.of(Number.POSITIVE_INFINITY);
  const out = new Float64Array(1);
  sampleInto(out, { low: forever, likely: forever, high: forever }, 0, () => 0.5);
  expect(out[0]).toBe(Number.POSITIVE_INFINITY);
});
