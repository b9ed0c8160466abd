import type { Scenario } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlan } from '../../url/hours-testing.ts';
import {
  addEvent,
  declaredAlong,
  endAt,
  eventsOf,
  lastingHours,
  removeEvent,
  startAt,
} from './events.ts';

const plan: Scenario = {
  format: 'msp-impact-scenario/1',
  name: 'Thursday',
  hours: 720,
  outages: [
    {
      id: 'advanced',
      startHour: 4,
      durationHours: { low: 24, likely: 48, high: 96 },
      recovery: [{ afterHours: 24, level: 0.5 }],
    },
  ],
  isolations: [
    { zone: 'hosting', delayHours: 2, release: [{ afterHours: 288, nodes: ['adastra'] }] },
  ],
  cuts: [{ from: 'a', to: 'b' }],
};
const [outage, off, cut] = ['outages.0', 'isolations.0', 'cuts.0'] as const;
const at = (of: Scenario, key: string) => eventsOf(of).find((one) => one.key === key)!;

test('spans say when it starts and ends, and how sure the end is', () => {
  expect(at(plan, outage)).toMatchObject({ from: 4, until: 52, ends: { low: 28, high: 100 } });
  expect(at(plan, off)).toMatchObject({ from: 2, until: 290, open: false });
  expect(at(plan, cut)).toMatchObject({ from: 0, until: 720, open: true });
});

test('moving a start takes what follows along', () => {
  expect(at(startAt(plan, outage, 10), outage)).toMatchObject({ from: 10, until: 58 });
  expect(at(startAt(plan, off, 1), off).from).toBe(2);
});

test('the hour of the declaration moves along with the beginning, and with nothing else', () => {
  const alone: Scenario = { ...plan, isolations: [], cuts: [], declaredHour: 6 };
  const later = declaredAlong(alone, startAt(alone, outage, 10));
  expect(later.declaredHour).toBe(12);
  expect(declaredAlong(later, startAt(later, outage, 4)).declaredHour).toBe(6);
  const early = { ...alone, declaredHour: 1 };
  expect(declaredAlong(early, startAt(early, outage, 10)).declaredHour).toBe(1);
  // Others begin at hour 0 still.
  expect(declaredAlong(plan, startAt(plan, outage, 10))).not.toHaveProperty('declaredHour');
});

test('moving an end keeps the proportions of stages and doubt', () => {
  const twice = endAt(plan, outage, 100);
  expect(twice.outages?.[0]).toMatchObject({
    durationHours: { low: 48, likely: 96, high: 192 },
    recovery: [{ afterHours: 48, level: 0.5 }],
  });
  expect(at(endAt(plan, off, 146), off).until).toBe(146);
  expect(endAt(plan, cut, 24).cuts).toEqual([{ from: 'a', to: 'b', durationHours: 24 }]);
});

test('taking the last one away leaves no empty list', () => {
  expect(removeEvent(plan, cut)).not.toHaveProperty('cuts');
  expect(addEvent(removeEvent(plan, cut), { list: 'cuts', item: { from: 'a', to: 'b' } })).toEqual(
    plan,
  );
});

test('a shorter plan leaves out what would start after its end', () => {
  expect(lastingHours(plan, 3).outages).toBeUndefined();
  expect(lastingHours(plan, 3).isolations).toHaveLength(1);
});

test('whatever is dragged wherever, hours stay inside the plan', () => {
  const hour = fc.double({ min: -100, max: 100_000, noNaN: true });
  fc.assert(
    fc.property(anyPlan, hour, hour, (any, from, until) => {
      for (const { key } of eventsOf(any)) {
        const moved = eventsOf(endAt(startAt(any, key, from), key, until));
        const one = moved.find((event) => event.key === key)!;
        expect(one.until).toBeLessThanOrEqual(any.hours);
        expect(one.from).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 200) },
  );
});
