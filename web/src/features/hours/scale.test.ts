import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourScale, snapped, usualScale } from './scale.ts';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 200) };
const anyScale = fc.record({
  hours: fc.integer({ min: 1, max: 87_600 }),
  kind: fc.constantFrom('near', 'even' as const),
});

test('places and hours lead to each other, and later hours stand further right', () => {
  fc.assert(
    fc.property(anyScale, fc.double({ min: 0, max: 1, noNaN: true }), ({ hours, kind }, share) => {
      const { x, hour } = hourScale(hours, kind as 'near');
      expect(x(hour(share))).toBeCloseTo(share, 6);
      expect(x(hour(share) + 1)).toBeGreaterThanOrEqual(x(hour(share)));
    }),
    runs,
  );
});

test('labels never touch and stay inside', () => {
  fc.assert(
    fc.property(anyScale, ({ hours, kind }) => {
      const { ticks, x } = hourScale(hours, kind as 'near');
      const places = ticks.map((tick) => x(tick.hour));
      expect(places.every((place, i) => i === 0 || place - places[i - 1]! >= 0.05)).toBe(true);
      expect(ticks[0]?.label).toBe('At once');
    }),
    runs,
  );
});

test('a long plan has its first hours wide', () => {
  expect([usualScale(72), usualScale(4320)]).toEqual(['even', 'near']);
  const near = hourScale(4320, 'near');
  expect(near.x(24)).toBeGreaterThan(0.25);
});

test('the hand meets whole hours, coarser where a pixel is worth many', () => {
  const near = hourScale(4320, 'near');
  expect(snapped(near, near.x(4.3), 1000)).toBe(4);
  expect(snapped(near, near.x(4000), 1000) % 24).toBe(0);
});
