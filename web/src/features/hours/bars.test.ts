import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameSide, type PlanBar, rowsOf } from './bars.ts';

const HOURS = 100;
const x = (hour: number) => hour / HOURS;
const name = (letters: number) => letters / 100;

const bar = (from: number, until: number, over: Partial<PlanBar> = {}): PlanBar => ({
  key: `${from} ${until}`,
  list: 'outages',
  name: 'x'.repeat(12),
  words: '',
  cause: 'failed',
  from,
  until,
  open: false,
  steps: [],
  ...over,
});

test('a name stands in its bar, behind it, or before it near the right edge', () => {
  expect(nameSide(0.1, 0.4, 0.12)).toBe('inside');
  expect(nameSide(0.1, 0.15, 0.12)).toBe('after');
  expect(nameSide(0.85, 0.9, 0.12)).toBe('before');
  expect(nameSide(0.05, 0.9, 0.95)).toBe('after');
});

test('what an end may be keeps its room', () => {
  const ranged = bar(0, 20, { ends: { low: 10, high: 60 } });
  expect(rowsOf([ranged, bar(50, 70)], x, name)).toHaveLength(2);
  expect(rowsOf([bar(0, 20), bar(50, 70)], x, name)).toHaveLength(1);
});

test('no two bars of a row touch, names and all', () => {
  const any = fc
    .tuple(fc.nat(95), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => bar(from, Math.min(HOURS, from + length)));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (bars) => {
      const rows = rowsOf(bars, x, name);
      expect(rows.flat()).toHaveLength(bars.length);
      for (const row of rows) {
        const spans = row
          .map(({ from, until, name: { length } }) => {
            const side = nameSide(x(from), x(until), name(length));
            const room = name(length);
            return [
              x(from) - (side === 'before' ? room : 0),
              x(until) + (side === 'after' ? room : 0),
            ] as const;
          })
          .sort((a, b) => a[0] - b[0]);
        spans.slice(1).forEach(([left], i) => {
          expect(left).toBeGreaterThan(spans[i]![1]);
        });
      }
    }),
  );
});
