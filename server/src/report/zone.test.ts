import { expect, test } from 'vitest';
import { clockIn, isZone } from './zone.ts';

test('the hour that a clock repeats is told apart by the name of its time', () => {
  expect(clockIn('Europe/London', '2022-10-30T00:30:00.000Z')).toBe('2022-10-30 01:30 BST');
  expect(clockIn('Europe/London', '2022-10-30T01:30:00.000Z')).toBe('2022-10-30 01:30 GMT');
  expect(clockIn('Europe/London', '2022-03-27T01:00:00.000Z')).toBe('2022-03-27 02:00 BST');
  expect(clockIn('Asia/Kolkata', '2022-08-04T20:00:00.000Z')).toMatch(/^2022-08-05 01:30 /);
});

test('without a zone it is UTC, and an unknown one is none', () => {
  expect(clockIn(undefined, '2022-10-30T00:30:00.000Z')).toBe('2022-10-30 00:30 UTC');
  expect(clockIn('Mars/Base', '2022-10-30T00:30:00.000Z')).toBe('2022-10-30 00:30 UTC');
  expect(['Europe/London', 'UTC', 'Mars/Base', ''].map(isZone)).toEqual([true, true, false, false]);
});
