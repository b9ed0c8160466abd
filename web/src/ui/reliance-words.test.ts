import { expect, test } from 'vitest';
import * as w from './reliance-words.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

test('money is told in three digits, or to the unit', () => {
  expect(plain(w.money(22_118_750, 'GBP'))).toBe('£22.1 M');
  expect(plain(w.money(812, 'GBP'))).toBe('£812');
  expect(plain(w.money(99_999, 'GBP'))).toBe('£99,999');
  expect(plain(w.money(999_700, 'GBP'))).toBe('£1 M');
  expect(plain(w.money(1_234_000_000, 'EUR'))).toBe('€1.23 bn');
  expect(w.moneyExact(3_985_063.4, 'GBP')).toBe('£3,985,063');
});

test('a currency that nobody knows is told by its code', () => {
  expect(plain(w.money(10, 'ZZZ'))).toContain('ZZZ');
});

test('like so many equal ones, with the range that is not known', () => {
  expect(w.likeEqual(1.419)).toBe('1.4');
  expect(w.likeEqual(0.9999)).toBe('1');
  expect(w.likeRange({ low: 5000, high: 7046 })).toBe('1.4–2');
  expect(w.likeRange({ low: 5000, high: 5000.2 })).toBeUndefined();
  expect(w.indexRange({ low: 4999.9, high: 7046.2 })).toBe('5,000–7,046');
});

test('with four or fewer there is no top four', () => {
  const few = { total: 1, suppliers: 2, unknown: 0, cr4: 100 };
  expect(plain(w.topFour(few))).toBe('all 2 hold 100 %');
  expect(plain(w.topFour({ ...few, suppliers: 9, cr4: 71.2 }))).toBe('top four hold 71 %');
});
