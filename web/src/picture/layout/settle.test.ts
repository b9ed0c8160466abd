import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestFree, settle } from './settle.ts';

describe('places in a column', () => {
  test('what has room stands where it likes', () => {
    expect(settle([10, 100, 200], [30, 30, 30], 6, 0)).toEqual([10, 100, 200]);
  });
  test('what would overlap shares the way', () => {
    expect(settle([100, 100], [30, 30], 6, 0)).toEqual([82, 118]);
  });
  test('order and gaps hold, and nothing is above the top', () => {
    const wishes = fc.array(
      fc.record({
        y: fc.float({ min: -500, max: 500, noNaN: true }),
        h: fc.integer({ min: 1, max: 90 }),
      }),
    );
    fc.assert(
      fc.property(wishes, (all) => {
        const tops = settle(
          all.map(({ y }) => y),
          all.map(({ h }) => h),
          6,
          40,
        );
        tops.forEach((top, i) => {
          const least = i === 0 ? 40 : tops[i - 1]! + all[i - 1]!.h + 6;
          expect(top).toBeGreaterThanOrEqual(least - 1e-6);
        });
      }),
    );
  });
  test('what is new takes the nearest free place', () => {
    const taken = [{ y: 100, h: 30 }];
    expect(nearestFree(taken, 110, 30, 6, 0)).toBe(136);
    expect(nearestFree(taken, 96, 30, 6, 0)).toBe(64);
    expect(nearestFree(taken, 300, 30, 6, 0)).toBe(300);
  });
});
