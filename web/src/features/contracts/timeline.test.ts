import { expect, test } from 'vitest';
import { axisOf, spanOf } from './timeline.ts';

const TODAY = '2026-11-24';
const row = (start: string, end: string, decideBy: string) => ({ start, end, decideBy });

test('the axis holds today, and labels the years in between', () => {
  const axis = axisOf([row('2026-01-01', '2029-12-31', '2029-01-01')], TODAY);
  expect(axis.at(TODAY)).toBeGreaterThan(0);
  expect(axis.at('2029-12-31')).toBeLessThan(100);
  expect(axis.years.map((one) => one.year)).toEqual([2027, 2028, 2029, 2030]);
});

test('a contract of a century does not squeeze the others', () => {
  const axis = axisOf([row('1990-01-01', '2099-12-31', '2099-01-01')], TODAY);
  const span = spanOf(axis, '1990-01-01', '2099-12-31');
  expect(span).toEqual({ left: 0, width: 100, cutStart: true, cutEnd: true });
  expect(axis.years.length).toBeLessThanOrEqual(10);
});

test('what lies outside of the axis has no span, an open start begins at its edge', () => {
  const axis = axisOf([row('2026-01-01', '2027-12-31', '2027-01-01')], TODAY);
  expect(spanOf(axis, '2001-01-01', '2002-01-01')).toBeUndefined();
  expect(spanOf(axis, undefined, '2027-01-01')).toMatchObject({ left: 0, cutStart: true });
  expect(spanOf(axis, '2027-01-01', '2026-01-01')).toBeUndefined();
});

test('no contracts leave an axis around today', () => {
  const axis = axisOf([], TODAY);
  expect(axis.at(TODAY)).toBeGreaterThan(0);
  expect(axis.at(TODAY)).toBeLessThan(100);
});
