import type { Check } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { dueWords, missedWords, seenWords, standingOf, standingWords } from './staleness.ts';

const check = (id: string, at: string, node = 'a'): Check => ({
  id,
  node,
  level: 0,
  by: 'Ann',
  at,
  logged: at,
  staleAfterHours: 4,
});
const eight = check('1', '2026-11-24T08:00:00Z');

test('a check counts until its hours are over', () => {
  expect(standingOf(eight, [eight], '2026-11-24T11:59:00Z')).toBe('counts');
  expect(standingOf(eight, [eight], '2026-11-24T12:00:00Z')).toBe('stale');
});

test('the last check of a thing is the one that stands, even when it is stale', () => {
  const nine = check('2', '2026-11-24T09:00:00Z');
  const all = [nine, check('3', '2026-11-24T08:30:00Z', 'b'), eight];
  expect(standingOf(eight, all, '2026-11-24T20:00:00Z')).toBe('replaced');
  expect(standingOf(nine, all, '2026-11-24T20:00:00Z')).toBe('stale');
});

test('it is said for how long a check counts, or has not', () => {
  expect(standingWords(eight, 'counts', '2026-11-24T10:00:00Z')).toBe('counts for 2 hours more');
  expect(standingWords(eight, 'stale', '2026-11-24T12:30:00Z')).toBe(
    'stale for 30 minutes: check again',
  );
});

test('what was seen is said as the cards say it', () => {
  expect([0, 0.4, 1].map(seenWords)).toEqual(['Stopped', '40\u00a0% left', 'Working']);
});

test('a limit that may be missed earlier at worst says so, and is never left out', () => {
  expect(dueWords({ hour: 6, earliest: 3 }, 4)).toBe(
    'missed in 2 hours; at worst missed 1 hour ago',
  );
  expect(dueWords({ earliest: 5 }, 4)).toBe('at worst missed in 1 hour');
  expect(dueWords({ hour: 6, earliest: 6 }, 4)).toBe('missed in 2 hours');
  expect(dueWords({}, 4)).toBeUndefined();
});

test('a limit lies ahead, behind, or is not missed at all', () => {
  expect(missedWords(6, 4)).toBe('missed in 2 hours');
  expect(missedWords(6, 6.5)).toBe('missed 30 minutes ago');
  expect(missedWords(undefined, 4)).toBeUndefined();
});
