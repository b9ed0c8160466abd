import { expect, test } from 'vitest';
import { localTime, zoneOf } from './local-time.ts';

test('a moment comes back from the form of a date field', () => {
  for (const start of ['2022-08-04T06:00:00.000Z', '2022-12-24T23:59:00.000Z']) {
    expect(new Date(localTime(start)).toISOString()).toBe(start);
    expect(zoneOf(start)).not.toBe('');
  }
});

test('no start, no time', () => {
  expect(localTime(undefined)).toBe('');
  expect(localTime('soon')).toBe('');
  expect(zoneOf('soon')).toBe('');
});
