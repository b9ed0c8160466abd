import { expect, test } from 'vitest';
import { generator } from './random.ts';

const first = (next: () => number, count: number) => Array.from({ length: count }, next);

test('the same seed and run give the same numbers, whatever was drawn before', () => {
  const numbers = first(generator(7, 3), 5);
  first(generator(7, 2), 100);
  expect(first(generator(7, 3), 5)).toEqual(numbers);
});

test('another seed, run or stream gives other numbers', () => {
  const all = [generator(7, 3), generator(8, 3), generator(7, 4), generator(7, 3, 1)];
  const starts = all.map((next) => next());
  expect(new Set(starts).size).toBe(4);
  expect(generator(2 ** 32 + 7, 3)()).not.toBe(starts[0]);
});

test('numbers are uniform in 0..1, and first numbers of runs are too', () => {
  const next = generator(1, 0);
  const along = Float64Array.from({ length: 20_000 }, next);
  const across = Float64Array.from({ length: 20_000 }, (_, run) => generator(1, run)());
  for (const numbers of [along, across]) {
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
    // Pearson's chi square over 20 bins: 19 degrees of freedom, 99.9 % under 43.8.
    const bins = new Array<number>(20).fill(0);
    for (const x of numbers) bins[Math.floor(20 * x)]++;
    expect(bins.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(43.8);
  }
});

test('neighbouring runs are not correlated', () => {
  let sum = 0;
  for (let run = 0; run < 20_000; run++) {
    sum += (generator(5, run)() - 0.5) * (generator(5, run + 1)() - 0.5);
  }
  // Standard error of the correlation: 1 / sqrt(20,000) = 0.007.
  expect(Math.abs((12 * sum) / 20_000)).toBeLessThan(0.025);
});
