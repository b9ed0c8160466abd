import type { WhatIfOutcome } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { awardSentence, changeOf, OUTCOME_ROWS } from './outcome-rows.ts';

const outcome = (name: string, effective: number, exposedServices: number): WhatIfOutcome => ({
  name,
  bySupplier: { effective, hhi: 10_000 / effective, cr4: 100, total: 1, suppliers: 3, unknown: 0 },
  exposedServices,
});
const nothing = outcome('Do nothing', 2, 5);
const row = (title: string) =>
  OUTCOME_ROWS.find((one) => one.title.startsWith(title)) ?? OUTCOME_ROWS[0]!;

test('more equal suppliers are better, more exposed services are worse', () => {
  const x = outcome('X', 2.5, 6);
  expect(changeOf(row('Like so many equal s'), nothing, x)).toEqual({
    words: '+0.5',
    better: true,
  });
  expect(changeOf(row('Services'), nothing, x)).toEqual({ words: '+1', better: false });
  expect(changeOf(row('How'), nothing, x)).toEqual({ words: '−1,000', better: true });
});

test('a change is the difference of the numbers that are shown', () => {
  const of = (hhi: number) => ({ ...nothing, bySupplier: { ...nothing.bySupplier!, hhi } });
  expect(changeOf(row('How'), of(1289.6), of(1111.4))?.words).toBe('−179');
  expect(changeOf(row('How'), of(1289.6), of(1290.4))).toBeUndefined();
});

test('no difference is no change', () => {
  expect(changeOf(row('Services'), nothing, outcome('X', 2, 5))).toBeUndefined();
});

test('the best alternative is named, or that none is better', () => {
  const [x, y] = [outcome('X', 2.5, 1), outcome('Y', 3, 9)];
  expect(awardSentence([nothing, x, y])).toBe(
    '“Y” spreads it best: like 3 equal suppliers, instead of 2.',
  );
  expect(awardSentence([nothing, outcome('Z', 1.5, 0)])).toMatch(/^None spreads it better/);
});

test('an alternative that cannot be counted is not compared', () => {
  const faulty: WhatIfOutcome = { name: 'F', faults: [{ path: '$', reason: 'a circle' }] };
  expect(awardSentence([nothing, faulty])).toMatch(/not known/);
  expect(changeOf(row('Services'), nothing, faulty)).toBeUndefined();
});
