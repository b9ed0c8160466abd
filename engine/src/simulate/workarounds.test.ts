import { expect, test } from 'vitest';
import { drawHours } from '../testing/sketch-hours.ts';

test('a workaround works from its delay after T0 until it is used up', () => {
  const graph = drawHours(
    { links: ['a > b'], workarounds: [{ for: 'b', capacity: 0.4 }] },
    { workarounds: [[3, 20]] },
  );
  const outages: [string, [number, number][]][] = [['a', [[5, 0]]]];
  expect(graph.play({ outages, declared: 10 }).steps('b')).toEqual([
    [0, 1],
    [5, 0],
    [13, 0.4],
    [33, 0],
  ]);
  expect(graph.play({ outages, declared: 0 }).steps('b')).toEqual([
    [0, 1],
    [5, 0.4],
    [23, 0],
  ]);
  expect(graph.play({ outages, declared: 10, workarounds: false }).level('b', 20)).toBe(0);
});

test('a workaround is as good as its node at that hour', () => {
  const { steps } = drawHours(
    {
      links: ['a > b', 'p > forms'],
      workarounds: [{ for: 'b', capacity: 0.5, via: 'forms' }],
    },
    { workarounds: [[0, Number.POSITIVE_INFINITY]] },
  ).play({
    outages: [
      ['a', [[1, 0]]],
      [
        'p',
        [
          [4, 0.5],
          [6, 1],
        ],
      ],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [1, 0.5],
    [4, 0.25],
    [6, 0.5],
  ]);
});
