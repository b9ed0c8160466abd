import { expect, test } from 'vitest';
import { incident } from './testing.ts';
import { hourNow } from './use-subject.ts';

const at = (time: string) => `2026-11-24T${time}Z`;
const [check] = incident.checks;

test('now goes by steps of five minutes, so that it is the same question for a while', () => {
  expect(hourNow({ ...incident, checks: [], now: at('12:04:59') })).toBe(6);
  expect(hourNow({ ...incident, checks: [], now: at('12:05:00') })).toBe(6 + 5 / 60);
});

test('a check that was made within the step counts at once', () => {
  const checks = check ? [{ ...check, at: at('12:04:00') }] : [];
  expect(hourNow({ ...incident, checks, now: at('12:04:30') })).toBeCloseTo(6 + 4 / 60, 9);
});

test('after its end an incident stands where it ended, and before its begin at hour 0', () => {
  expect(hourNow({ ...incident, closed: at('10:00:00') })).toBe(5 - 1);
  expect(hourNow({ ...incident, checks: [], now: at('05:00:00') })).toBe(0);
});
