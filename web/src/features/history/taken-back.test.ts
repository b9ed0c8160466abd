import { expect, test } from 'vitest';
import { takenBack } from './taken-back.ts';

const change = (revision: number, undoes?: number) => ({
  revision,
  at: '2026-11-24T10:00:00Z',
  actor: 'ada',
  summary: '',
  items: 1,
  ...(undoes === undefined ? {} : { undoes }),
});

test('a change that was undone is taken back, and its undo stands', () => {
  expect([...takenBack([change(3, 2), change(2), change(1)])]).toEqual([[2, 3]]);
});

test('an undo that was itself undone takes nothing back any more', () => {
  expect([...takenBack([change(4, 3), change(3, 2), change(2)])]).toEqual([[3, 4]]);
});
