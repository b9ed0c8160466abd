import { describe, expect, test } from 'vitest';
import { inReadingOrder, nextInDirection } from './navigate.ts';
import { heaviestPath } from './path.ts';
import { pictureOf } from './picture.ts';
import { link, node, smallView, viewOf } from './testing.ts';

const picture = pictureOf(smallView(), { width: 1112, theme: 'light' });
const go = (id: string | null, arrow: 'up' | 'down' | 'left' | 'right') =>
  nextInDirection(picture, id, arrow);

describe('the arrow keys', () => {
  test('start at the first card', () => {
    expect(go(null, 'right')).toBe(inReadingOrder(picture)[0]?.id);
  });
  test('follow the links, the heaviest first', () => {
    expect(go('adastra', 'left')).toBe('advanced');
    expect(go('111', 'left')).toBe('adastra');
    expect(go('111', 'right')).toBe('england');
  });
  test('move within a column, and stop at its ends', () => {
    const column = inReadingOrder(picture).filter((box) => box.column === 'product');
    const ids = column.map((box) => box.id);
    expect(go(ids[0]!, 'down')).toBe(ids[1]);
    expect(go(ids[1]!, 'up')).toBe(ids[0]);
    expect(go(ids.at(-1)!, 'down')).toBeUndefined();
  });
  test('reach every card from the first', () => {
    const seen = new Set<string>();
    const queue = [go(null, 'down')!];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const arrow of ['up', 'down', 'left', 'right'] as const) {
        const next = go(id, arrow);
        if (next !== undefined) queue.push(next);
      }
    }
    expect(seen.size).toBe(picture.boxes.length);
  });
});

describe('the heaviest way back', () => {
  test('runs from what was stopped by the provider that costs the most', () => {
    expect(heaviestPath(smallView(), '111')).toEqual(['advanced', 'adastra', '111']);
  });
  test('reaches a nation by its worst part', () => {
    expect(heaviestPath(smallView(), 'england')).toEqual([
      'advanced',
      'adastra',
      '111',
      'north',
      'england',
    ]);
  });
  test('begins at the one that cut the link itself', () => {
    const view = viewOf(
      [node('p', 'product'), node('s', 'service', { level: 0, state: 'down' })],
      [link('p', 's', { hit: true, severed: true })],
    );
    expect(heaviestPath(view, 's')).toEqual(['s']);
  });
  test('ends in a circle', () => {
    const down = { level: 0, state: 'down' } as const;
    const view = viewOf(
      [node('a', 'service', down), node('b', 'service', down)],
      [link('a', 'b', { hit: true }), link('b', 'a', { hit: true })],
    );
    expect(heaviestPath(view, 'b')).toEqual(['a', 'b']);
  });
});
