import type { WhatIfOutcome } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { differences } from './then-and-now.ts';

const figures = { total: 1, suppliers: 1, unknown: 0 };
const outcome = (name: string, hhi: number): WhatIfOutcome => ({
  name,
  bySupplier: { ...figures, hhi },
});

test('only what is another answer now is told, alternative by alternative', () => {
  const then = [outcome('Do nothing', 5000), outcome('X', 4000)];
  const now = [outcome('Do nothing', 5000), outcome('X', 3000)];
  expect(differences(then, now)).toEqual([
    { alternative: 'X', title: 'How concentrated, of 10,000', before: '4,000', now: '3,000' },
  ]);
  expect(differences(then, then)).toEqual([]);
});

test('what can no longer be says why', () => {
  const gone = { name: 'X', faults: [{ path: '$', reason: 'no contract has this id' }] };
  expect(differences([outcome('X', 1)], [gone])).toMatchObject([
    { before: 'yes', now: 'no: no contract has this id' },
  ]);
});
