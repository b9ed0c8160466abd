import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameValue } from '../../../ui/field-diff.ts';
import { conflicts, merge, proposeSides } from './merge.ts';

const base = { id: 'a', name: 'A', priority: 1, tags: ['x'] };

describe('someone changed this first', () => {
  test('my change and theirs in different fields are both kept', () => {
    const mine = { ...base, name: 'Mine' };
    const theirs = { ...base, priority: 3 };
    const list = conflicts(base, mine, theirs);
    expect(list.map(({ field, changedBy }) => [field, changedBy])).toEqual([
      ['name', 'mine'],
      ['priority', 'theirs'],
    ]);
    expect(merge(list, theirs, proposeSides(list))).toEqual({ ...base, name: 'Mine', priority: 3 });
  });
  test('a field that both changed is mine or theirs, as chosen', () => {
    const [mine, theirs] = [
      { ...base, name: 'Mine' },
      { ...base, name: 'Theirs' },
    ];
    const list = conflicts(base, mine, theirs);
    expect(list[0]?.changedBy).toBe('both');
    expect(merge(list, theirs, { name: 'theirs' })).toEqual(theirs);
    expect(merge(list, theirs, { name: 'mine' })).toEqual(mine);
  });
  test('a field that I emptied is emptied, not kept as nothing', () => {
    const { tags: _, ...mine } = base;
    const theirs = { ...base, name: 'Theirs' };
    const list = conflicts(base, mine, theirs);
    expect(merge(list, theirs, proposeSides(list))).toEqual({ ...mine, name: 'Theirs' });
  });
  test('the same change by both is none to settle', () => {
    const both = { ...base, name: 'Same' };
    expect(conflicts(base, both, { ...both })).toEqual([]);
  });
});

test('all mine gives mine and all theirs gives theirs, whatever the items are', () => {
  const item = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue({ maxDepth: 1 }));
  fc.assert(
    fc.property(item, item, item, (was, mine, theirs) => {
      const list = conflicts(was, mine, theirs);
      const all = (side: 'mine' | 'theirs') =>
        Object.fromEntries(list.map((one) => [one.field, side]));
      expect(merge(list, theirs, all('theirs'))).toEqual(theirs);
      expect(sameValue(merge(list, theirs, all('mine')), mine)).toBe(true);
    }),
  );
});
