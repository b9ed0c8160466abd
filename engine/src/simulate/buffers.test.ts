import { expect, test } from 'vitest';
import { down, drawHours } from '../testing/sketch-hours.ts';

test('a loss passes on at once without a buffer', () => {
  const { steps } = drawHours({ links: ['a > b', ['b > c', { strength: 0.5 }]] }).play({
    outages: [['a', down(5, 9)]],
  });
  const expected = [
    [0, 1],
    [5, 0],
    [9, 1],
  ];
  expect([steps('a'), steps('b')]).toEqual([expected, expected]);
  expect(steps('c')).toEqual([
    [0, 1],
    [5, 0.5],
    [9, 1],
  ]);
});

test('a buffer holds, then the dependent falls, and it is back with its provider', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 24 } }).play({
    outages: [['a', down(2, 50)]],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [26, 0],
    [50, 1],
  ]);
});

test('a buffer outlasts an outage that is no longer than it', () => {
  const graph = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 24 } });
  expect(graph.play({ outages: [['a', down(0, 24)]] }).steps('b')).toEqual([[0, 1]]);
  expect(graph.play({ outages: [['a', down(0, 25)]] }).steps('b')).toEqual([
    [0, 1],
    [24, 0],
    [25, 1],
  ]);
});

test('a buffer falls in the steps of its provider, each as late', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 10 } }).play({
    outages: [
      [
        'a',
        [
          [0, 0.6],
          [4, 0.2],
          [30, 1],
        ],
      ],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [10, 0.6],
    [14, 0.2],
    [30, 1],
  ]);
});

test('a buffer is full again as soon as its provider is back', () => {
  const { steps } = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 10 } }).play({
    outages: [
      ['a', down(0, 8)],
      ['a', down(9, 30)],
    ],
  });
  expect(steps('b')).toEqual([
    [0, 1],
    [19, 0],
    [30, 1],
  ]);
});

test('a buffer without end never runs out', () => {
  const graph = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': Number.POSITIVE_INFINITY } });
  expect(graph.play({ outages: [['a', [[0, 0]]]] }).steps('b')).toEqual([[0, 1]]);
});
