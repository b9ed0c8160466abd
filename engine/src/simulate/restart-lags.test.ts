import { expect, test } from 'vitest';
import { down, drawHours } from '../testing/sketch-hours.ts';

test('a restart lag keeps a node down after everything is back', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { lag: { b: 6 } }).play({
    outages: [['a', down(2, 10)]],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [2, 0],
    [16, 1],
  ]);
});

test('a restart lag begins anew when what is needed falls again', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { lag: { b: 6 } }).play({
    outages: [
      ['a', down(2, 10)],
      ['a', down(13, 14)],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [2, 0],
    [20, 1],
  ]);
});

test('a restart lag holds at the least of all that is less than a lag ago', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { lag: { b: 6 } }).play({
    outages: [
      [
        'a',
        [
          [0, 0.9],
          [1, 1],
          [2, 0],
          [3, 1],
          [4, 0.9],
          [5, 1],
        ],
      ],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 0.9],
    [2, 0],
    [9, 0.9],
    [11, 1],
  ]);
});

test("a node's own outage is over without a restart lag", () => {
  const { steps } = drawHours({ links: ['a > b'] }, { lag: { b: 6 } }).play({
    outages: [['b', down(2, 10)]],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [2, 0],
    [10, 1],
  ]);
});
