import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS } from '../testing/runs.ts';
import { createAgenda, nextHour, schedule, take } from './agenda.ts';

test('entries come back by hour, each once, whatever is entered meanwhile', () => {
  const entries = fc.array(fc.record({ hour: fc.nat(30), takeFirst: fc.boolean() }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(entries, (list) => {
      const agenda = createAgenda();
      const open = new Map<number, number[]>();
      const takeOne = () => {
        const hour = Math.min(...open.keys());
        expect(nextHour(agenda)).toBe(hour);
        const found: number[] = [];
        const count = take(agenda, (what) => found.push(what));
        expect(found.sort((a, b) => a - b)).toEqual(open.get(hour));
        expect(count).toBe(found.length);
        open.delete(hour);
      };
      list.forEach(({ hour, takeFirst }, what) => {
        if (takeFirst && open.size > 0) takeOne();
        schedule(agenda, hour, what);
        open.set(hour, [...(open.get(hour) ?? []), what]);
      });
      while (open.size > 0) takeOne();
      expect(nextHour(agenda)).toBe(Number.POSITIVE_INFINITY);
    }),
    { numRuns: RUNS },
  );
});
