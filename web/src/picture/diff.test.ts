import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff, diffPictures } from './diff.ts';
import { pictureOf } from './picture.ts';
import { randomView, smallView } from './testing.ts';
import type { Theme } from './tokens.ts';

const pictures = fc
  .record({
    seed: fc.integer({ min: 0, max: 5 }),
    size: fc.integer({ min: 0, max: 60 }),
    theme: fc.constantFrom<Theme>('light', 'dark'),
    selection: fc.constantFrom(null, 'n1', 'n2'),
    width: fc.constantFrom(900, 1100),
  })
  .map(({ seed, size, ...state }) => pictureOf(randomView(seed, size), state));

describe('the difference of two pictures', () => {
  test('makes the next one out of the one before', () => {
    fc.assert(
      fc.property(pictures, pictures, (previous, next) => {
        expect(applyDiff(previous, diffPictures(previous, next))).toEqual(next);
      }),
      { numRuns: 40 },
    );
  });

  test('makes the first one out of nothing', () => {
    fc.assert(
      fc.property(pictures, (next) => {
        expect(applyDiff(null, diffPictures(null, next))).toEqual(next);
      }),
      { numRuns: 20 },
    );
  });

  test('is empty between equals', () => {
    const one = pictureOf(smallView(), { width: 1000, theme: 'light' });
    const two = pictureOf(smallView(), { width: 1000, theme: 'light' });
    const none = { removed: [], set: [] };
    expect(diffPictures(one, two)).toEqual({ boxes: none, brackets: none, edges: none });
  });

  test('holds only what a selection changes: the ring, and the links of the path', () => {
    const state = { width: 1000, theme: 'light' } as const;
    const one = pictureOf(smallView(), state);
    const two = pictureOf(smallView(), { ...state, selection: '111' });
    const { boxes, edges } = diffPictures(one, two);
    expect(boxes.set.map(({ id }) => id)).toEqual(['111']);
    expect(edges.set.map(({ id }) => id)).toEqual([
      '111 > england',
      'adastra->111',
      'advanced->adastra',
    ]);
  });
});
