import { expect, test } from 'vitest';
import { down, drawHours } from '../testing/sketch-hours.ts';

test('the lowest of two outages that overlap on one node counts, each hour', () => {
  const { steps, cause } = drawHours({ links: ['a > b'] }).play({
    outages: [
      [
        'a',
        [
          [0, 0.5],
          [20, 1],
        ],
        'failed',
      ],
      [
        'a',
        [
          [5, 0.2],
          [8, 0.7],
          [30, 1],
        ],
        'compromised',
      ],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 0.5],
    [5, 0.2],
    [8, 0.5],
    [20, 0.7],
    [30, 1],
  ]);
  expect([cause('a'), cause('b')]).toEqual(['compromised', 'compromised']);
});

test('an observation holds in its window alone', () => {
  const { steps } = drawHours({ links: ['a > b', 'b > c'] }).play({
    outages: [['a', down(2, 20)]],
    observed: [['b', 1, [6, 9]]],
  });
  expect(steps('c')).toEqual([
    [0, 1],
    [2, 0],
    [6, 1],
    [9, 0],
    [20, 1],
  ]);
});

test('of two observations at once the lower counts', () => {
  const { steps } = drawHours({ links: ['a > b'] }).play({
    observed: [
      ['b', 0.5, [2, 8]],
      ['b', 0.7, [4, 10]],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [2, 0.5],
    [8, 0.7],
    [10, 1],
  ]);
});

test('a severed link delivers nothing, its buffer included, until it is connected again', () => {
  const { steps, cause } = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 24 } }).play({
    severed: { 'a > b': [3, 10] },
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [3, 0],
    [10, 1],
  ]);
  expect(cause('b')).toBe('severed');
});

test('a link connected again delivers what its buffer still holds', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 24 } }).play({
    outages: [['a', down(5, 60)]],
    severed: { 'a > b': [3, 10] },
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [3, 0],
    [10, 1],
    [29, 0],
    [60, 1],
  ]);
});

test('cuts of one link that overlap last as long as any of them', () => {
  const graph = drawHours({ links: ['a > b'] });
  const link = graph.link('a > b');
  const severed = [
    { link, from: 1, until: 5 },
    { link, from: 3, until: 9 },
  ];
  const { steps } = graph.playTimeline({ ...graph.timeline({}), severed });
  expect(steps('b')).toEqual([
    [0, 1],
    [1, 0],
    [9, 1],
  ]);
});
