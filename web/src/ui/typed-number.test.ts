import { expect, test } from 'vitest';
import { typedNumber } from './typed-number.ts';

test.each([
  ['200,000', 200_000],
  ['£150k', 150_000],
  ['£ 1.5 million', 1_500_000],
  ['1,234,567.5', 1_234_567.5],
  ['GBP 30 000', 30_000],
  ['1.1m', 1_100_000],
  ['0', 0],
  ['.5', 0.5],
])('%s is read as %d', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

test.each(['', '50,00', '1,23', '-5', 'a lot', '£', 'k', '1,000,00', '5 %'])(
  '"%s" is not guessed at',
  (text) => {
    expect(typedNumber(text)).toBeUndefined();
  },
);
