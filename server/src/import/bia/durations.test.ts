import { expect, test } from 'vitest';
import { periodOfHeading, readHours } from './durations.ts';

test.each([
  ['4 hours', 4],
  ['2d', 48],
  ['< 1 week', 168],
  ['30 mins', 0.5],
  ['1 month', 720],
  ['immediate', 0],
  ['1.5', 1.5],
])('%s is %d hours', (cell, hours) => {
  expect(readHours(cell)).toEqual({ hours });
});

test('a plain number has the unit of its heading', () => {
  expect(readHours('3', 'days')).toEqual({ hours: 72 });
});

test.each(['4 to 8 hours', '3m', '2 working days', '-4', 'soon'])('%s is refused', (cell) => {
  expect(readHours(cell)).toHaveProperty('reason');
});

test('headings of impacts name a period', () => {
  expect(periodOfHeading('Impact after 4 hours')).toBe(4);
  expect(periodOfHeading('1 month')).toBe(720);
  expect(periodOfHeading('Impact')).toBeUndefined();
});
