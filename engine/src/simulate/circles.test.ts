import { expect, test } from 'vitest';
import { down, drawHours } from '../testing/sketch-hours.ts';

test('redundancy holds while one is left, hour by hour', () => {
  const { steps } = drawHours(
    { groups: { 'x.g': 'any' }, links: ['a > x.g', 'b > x.g'] },
    { buffer: { 'b > x.g': 3 } },
  ).play({
    outages: [
      ['a', down(2, 10)],
      ['b', down(4, 20)],
    ],
  });
  expect(steps('x')).toEqual([
    [0, 1],
    [7, 0],
    [10, 1],
  ]);
});

test('two that need each other come back together', () => {
  const { steps } = drawHours({ links: ['s > a', 'a > b', 'b > a'] }).play({
    outages: [['s', down(2, 8)]],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [2, 0],
    [8, 1],
  ]);
});

test('in a circle a buffer holds as long as elsewhere', () => {
  const { steps } = drawHours(
    { links: ['s > a', 'a > b', 'b > a'] },
    { buffer: { 's > a': 3, 'a > b': 5 } },
  ).play({ outages: [['s', [[2, 0]]]] });
  expect(steps('a')).toEqual([
    [0, 1],
    [5, 0],
  ]);
  expect(steps('b')).toEqual([
    [0, 1],
    [10, 0],
  ]);
});

test('alternatives that lean on each other fall with what they share', () => {
  const { steps } = drawHours({
    groups: { 'x.g': 'any', 'y.g': 'any' },
    links: ['s > x.g', 'y > x.g', 's > y.g', 'x > y.g'],
  }).play({ outages: [['s', down(2, 8)]] });
  expect(steps('x')).toEqual([
    [0, 1],
    [2, 0],
    [8, 1],
  ]);
});
