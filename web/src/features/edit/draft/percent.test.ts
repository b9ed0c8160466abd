import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber, parsePercent, showPercent } from './percent.ts';

test('a share shows as people write percent', () => {
  expect([0.85, 0.07, 1, 0, 0.125, 0.0001].map(showPercent)).toEqual([
    '85',
    '7',
    '100',
    '0',
    '12.5',
    '0.01',
  ]);
  expect(showPercent(undefined)).toBe('');
});

test('every share comes back exactly', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(parsePercent(showPercent(share))).toBe(share + 0);
    }),
  );
});

test('percent signs, blanks and decimal commas are read', () => {
  expect([' 85 % ', '12,5', '.5'].map(parsePercent)).toEqual([0.85, 0.125, 0.005]);
  expect(parseNumber('1,5')).toBe(1.5);
});

test('what is no number is none', () => {
  for (const text of ['', 'many', '1 2', '0x10', 'Infinity', '1,000,000'])
    expect(parseNumber(text)).toBeNaN();
});
