import { expect, test } from 'vitest';
import { entriesOf, fits } from './entries.ts';

const act = () => undefined;

test('an action is found by the beginnings of its words, in any order', () => {
  expect(fits('Find a path', 'pa fi')).toBe(true);
  expect(fits('Find a path', 'ath')).toBe(false);
  expect(fits('Find a path', '')).toBe(true);
});

test('accents and capitals do not matter', () => {
  expect(fits('Copie réservée', 'reser')).toBe(true);
});

test('things that were found come before actions', () => {
  const nodes = [{ id: 'a', name: 'Find-it', kind: 'product' as const }];
  const entries = entriesOf('find', nodes, [
    { label: 'Find a path', act },
    { label: 'Fit', act },
  ]);
  expect(entries.map((entry) => entry.label)).toEqual(['Find-it', 'Find a path']);
});
