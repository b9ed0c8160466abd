import type { Evidence } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { joinedEvidence } from './joined-evidence.ts';

const said: Evidence = { claim: 'From register.csv, row 2', confidence: 'assumed' };
const stated: Evidence = { claim: 'It carries 111', publisher: 'A', confidence: 'stated' };

test('what people added stays beside what is read now', () => {
  expect(joinedEvidence([stated], [said])).toEqual([stated, said]);
});

test('a register that is read again on another day, in another order, adds nothing', () => {
  const monday = { ...said, date: '2026-11-02' };
  const next = { ...said, claim: 'From register.csv, row 7', date: '2026-11-09' };
  expect(joinedEvidence([monday], [next])).toEqual([next]);
});

test('an older reading does not take the place of a newer one', () => {
  const older = { ...stated, date: '2022-08-05' };
  const newer = { ...stated, date: '2022-09-01' };
  expect(joinedEvidence([newer], [older])).toEqual([newer]);
});

test('another publisher says it for itself', () => {
  const other = { ...stated, publisher: 'B' };
  expect(joinedEvidence([stated], [other])).toEqual([stated, other]);
});
