import { expect, test } from 'vitest';
import { down, drawHours } from '../testing/sketch-hours.ts';

test('the cause is what bound a node when it was lowest', () => {
  const { cause } = drawHours({
    links: [['a > x', { strength: 0.5 }], 'b > x', 'x > y'],
  }).play({
    outages: [
      ['a', down(0, 30), 'isolated'],
      [
        'b',
        [
          [10, 0.2],
          [20, 1],
        ],
        'compromised',
      ],
    ],
  });
  expect([cause('a'), cause('x'), cause('y')]).toEqual(['isolated', 'compromised', 'compromised']);
});

test('of equal losses the one with the fewest hops to its outage binds', () => {
  const { cause } = drawHours({ links: ['b > c', 'c > x', 'a > x'] }).play({
    outages: [
      ['b', down(0, 5), 'compromised'],
      ['a', down(0, 5), 'isolated'],
    ],
  });
  expect([cause('c'), cause('x')]).toEqual(['compromised', 'isolated']);
});

test('what stays at a level takes over the cause that binds it now, and passes it on', () => {
  const { cause } = drawHours(
    { links: ['a > x', 'b > x', 'x > y', 'y > z'] },
    { buffer: { 'y > z': 10 } },
  ).play({
    outages: [
      ['a', down(0, 5), 'compromised'],
      ['b', down(3, 90), 'isolated'],
    ],
  });
  expect([cause('x'), cause('y'), cause('z')]).toEqual(['compromised', 'compromised', 'isolated']);
});

test('members of a circle with lags that keep each other down keep the cause that felled them', () => {
  const { steps, cause } = drawHours(
    { links: ['s > a', 'a > b', 'b > a', ['b > c', { strength: 0.5 }]] },
    { lag: { a: 2 }, buffer: { 'b > c': 30 } },
  ).play({ outages: [['s', down(2, 8), 'compromised']] });
  expect(steps('a')).toEqual([
    [0, 1],
    [2, 0],
  ]);
  expect(steps('c')).toEqual([
    [0, 1],
    [32, 0.5],
  ]);
  expect([cause('b'), cause('c')]).toEqual(['compromised', 'compromised']);
});

test('what holds a node back after it was observed has the cause of its groups', () => {
  const { steps, cause } = drawHours({ links: ['a > b'] }, { lag: { b: 10 } }).play({
    outages: [['a', down(0, 20), 'isolated']],
    observed: [['b', 1, [0, 20]]],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [20, 0],
    [30, 1],
  ]);
  expect(cause('b')).toBe('isolated');
});
