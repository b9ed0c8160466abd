import type { Check, Scenario } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { currentScenario } from './current.ts';
import type { Kept } from './kept.ts';

const began = '2026-11-24T08:00:00.000Z';
const at = (hour: number) => new Date(Date.parse(began) + hour * 3.6e6).toISOString();
const check = (node: string, hour: number, level: number, staleAfterHours = 4): Check => {
  const seen = at(hour);
  return { id: `${node}${hour}`, node, level, by: 'Ann', at: seen, logged: seen, staleAfterHours };
};
const scenario: Scenario = {
  format: 'msp-impact-scenario/1',
  name: 'plan',
  start: '2022-08-04T07:00:00Z',
  hours: 10,
  outages: [{ id: 'a' }],
  observations: [
    { id: 'x', level: 1 },
    { id: 'y', level: 0.5 },
  ],
};
const incident = (checks: Check[], more: Partial<Kept> = {}): Kept => ({
  name: 'Named',
  began,
  exercise: false,
  revealed: false,
  staleAfterHours: 4,
  scenario,
  checks,
  injects: [],
  ...more,
});

test('hour 0 is when it began, and it runs for a day beyond now', () => {
  const now = currentScenario(incident([]), at(30));
  expect(now).toMatchObject({ name: 'Named', start: began, hours: 72, outages: [{ id: 'a' }] });
});

test('a check counts until it is stale', () => {
  const { observations } = currentScenario(incident([check('z', 2, 0.5)]), at(3));
  expect(observations?.at(-1)).toEqual({
    id: 'z',
    level: 0.5,
    startHour: 2,
    durationHours: 4,
    seenBy: 'Ann',
  });
});

test('a later check of the same thing ends the one before, in whatever order they were logged', () => {
  const checks = [check('z', 3, 1), check('z', 2, 0)];
  const { observations = [] } = currentScenario(incident(checks), at(4));
  const times = observations.filter(({ id }) => id === 'z');
  expect(times.map(({ startHour, durationHours }) => [startHour, durationHours])).toEqual([
    [2, 1],
    [3, 4],
  ]);
});

test('of two checks at one moment the one that was logged later counts', () => {
  const first = check('z', 2, 0);
  const second = { ...check('z', 2, 1), logged: at(2.5) };
  const { observations = [] } = currentScenario(incident([second, first]), at(4));
  expect(observations.filter(({ id }) => id === 'z')).toMatchObject([{ level: 1 }]);
});

test('what the plan says it saw yields to a check of the same thing, and to that alone', () => {
  const { observations = [] } = currentScenario(incident([check('x', 1, 0)]), at(2));
  expect(observations.map(({ id, level }) => [id, level])).toEqual([
    ['y', 0.5],
    ['x', 0],
  ]);
});

test('a check from before it began counts for the rest of its time', () => {
  const { observations } = currentScenario(incident([check('z', -1, 0), check('w', -9, 0)]), at(2));
  expect(observations?.filter(({ id }) => id === 'z')).toMatchObject([
    { startHour: 0, durationHours: 3 },
  ]);
  expect(observations?.some(({ id }) => id === 'w')).toBe(false);
});

test('an exercise says so in its name', () => {
  expect(currentScenario(incident([], { exercise: true }), at(1)).name).toBe('Exercise: Named');
});
