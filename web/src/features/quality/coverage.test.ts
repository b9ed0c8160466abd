import type { Contract } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { askingText, coverageOf, gapSentence, lacksOf, workList } from './coverage.ts';

const bare: Contract = { id: 'b', supplier: 's' };
const whole: Contract = {
  id: 'w',
  supplier: 's',
  value: 0,
  currency: 'GBP',
  end: '2027-01-01',
  noticeDays: 0,
  dependencies: ['l'],
};
const nothing = {
  services: undefined,
  servicesWithPeople: undefined,
  matrix: undefined,
  counts: undefined,
};

test('a value without a currency is no value, a notice of no days is one', () => {
  expect(lacksOf({ ...bare, value: 5 })).toContain('value');
  expect(lacksOf(whole)).toEqual([]);
});

test('coverage counts what is known of all, and leaves out what is not on record at all', () => {
  const rows = coverageOf({ ...nothing, contracts: [bare, whole] });
  expect(rows.map((row) => [row.known, row.all])).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  expect(coverageOf({ ...nothing, contracts: [] })).toEqual([]);
});

test('the work list starts with what is worth most', () => {
  const dear: Contract = { ...whole, id: 'd', value: 9, dependencies: [] };
  expect(workList([bare, whole, dear]).map((one) => one.id)).toEqual(['d', 'b']);
});

test('the text to send asks only for what is missing', () => {
  const text = askingText({ ...whole, title: 'Finance', dependencies: [] }, 'Acme');
  expect(text).toBe(
    'About the contract “Finance” with Acme, we do not know yet:\n- Which systems and services does it cover?',
  );
});

test('the sentence says what is missing, or that nothing is', () => {
  expect(gapSentence([bare, whole], 2)).toBe(
    'Of 2 contracts, 1 do not say when they end, 1 what they are worth, 1 what they cover.',
  );
  expect(gapSentence([whole], 1)).toMatch(/^All 1 contracts say/);
  expect(gapSentence([], 0)).toMatch(/^No contract is on record/);
});
