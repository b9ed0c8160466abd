import { expect, test } from 'vitest';
import { followGroups } from './follow.ts';
import type { GroupDraft } from './node-parts.ts';

const links = [
  { id: 'a->s', from: 'a', to: 's', group: 'one', weight: 0.6 },
  { id: 'b->s', from: 'b', to: 's', group: 'one', weight: 0.4 },
  { id: 'c->s', from: 'c', to: 's' },
];
const set = (patch: Partial<GroupDraft>): GroupDraft[] => [
  { rowKey: 'r', name: 'one', rule: 'share', k: '', ...patch },
];

test('links of a renamed set follow it', () => {
  expect(followGroups(set({}), set({ name: 'two' }), links, {})).toEqual({
    'a->s': { group: 'two' },
    'b->s': { group: 'two' },
  });
});

test('links of a removed set are needed on their own, and lose their part', () => {
  expect(followGroups(set({}), [], links, {})).toEqual({
    'a->s': { group: '', weight: '' },
    'b->s': { group: '', weight: '' },
  });
});

test('parts go when a set counts otherwise', () => {
  const after = followGroups(set({}), set({ rule: 'any' }), links, {});
  expect(after['a->s']).toEqual({ group: 'one', weight: '' });
});

test('a link that was moved away already stays where it was put', () => {
  const moved = { 'a->s': { group: '', weight: '' } };
  expect(followGroups(set({}), set({ name: 'two' }), links, moved)['a->s']).toEqual(moved['a->s']);
});

test('between two names nothing moves', () => {
  expect(followGroups(set({}), set({ name: '' }), links, {})).toEqual({});
});
