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

test('commas between thousands are read as the product writes them', () => {
  const read = ['50,000', '1,200,000', '1,234.5', '-2,000', '0,125', '12,50'].map(parseNumber);
  expect(read).toEqual([50_000, 1_200_000, 1234.5, -2000, 0.125, 12.5]);
  expect(parsePercent('12,500')).toBe(125);
});

test('what is no number is none', () => {
  for (const text of ['', 'many', '1 2', '0x10', 'Infinity', '1,00,000', '10,0000,0'])
    expect(parseNumber(text)).toBeNaN();
});
