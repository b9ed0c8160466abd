import { expect, test } from 'vitest';
import { down, drawHours } from '../testing/sketch-hours.ts';

test('nothing happens: one step, at hour 0, at level 1', () => {
  const found = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 4 }, lag: { b: 2 } }).play({});
  expect([found.steps('a'), found.steps('b')]).toEqual([[[0, 1]], [[0, 1]]]);
  expect([found.simulation.events, found.cause('b')]).toEqual([0, undefined]);
});

test('ranges: the pessimistic end has short buffers and long lags', () => {
  const graph = drawHours(
    { links: [['a > b', { strength: [0.5, 0.7, 1] }]] },
    { buffer: { 'a > b': [2, 4, 6] }, lag: { b: [1, 2, 3] } },
  );
  const incident = { outages: [['a', down(0, 20)] as [string, [number, number][]]] };
  const steps = (end: 'low' | 'likely' | 'high') => graph.play(incident, end).steps('b');
  expect(steps('low')).toEqual([
    [0, 1],
    [2, 0],
    [23, 1],
  ]);
  expect(steps('likely').map(([hour]) => hour)).toEqual([0, 4, 22]);
  expect(steps('high')).toEqual([
    [0, 1],
    [6, 0.5],
    [21, 1],
  ]);
});

test('parameters replace the values of the end', () => {
  const graph = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 4 } });
  const incident = { outages: [['a', down(0, 20)] as [string, [number, number][]]] };
  const found = graph.play(incident, 'likely', {
    strength: Float64Array.of(0.25),
    buffer: Float64Array.of(9),
  });
  expect(found.steps('b')).toEqual([
    [0, 1],
    [9, 0.75],
    [20, 1],
  ]);
});

test('what lies beyond the horizon is left out, what happens at it counts', () => {
  const graph = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 4 } });
  const found = graph.play({ hours: 10, outages: [['a', down(6, 11)]] });
  expect([found.steps('a'), found.steps('b')]).toEqual([
    [
      [0, 1],
      [6, 0],
    ],
    [
      [0, 1],
      [10, 0],
    ],
  ]);
});

test('hours that are no whole numbers are compared as they are', () => {
  const { steps } = drawHours(
    { links: ['a > b', 'b > c'] },
    { buffer: { 'a > b': 0.1, 'b > c': 0.2 } },
  ).play({ outages: [['a', down(0.1, 0.5)]] });
  expect(steps('b')).toEqual([
    [0, 1],
    [0.1 + 0.1, 0],
    [0.5, 1],
  ]);
  expect(steps('c')).toEqual([
    [0, 1],
    [0.1 + 0.1 + 0.2, 0],
    [0.5, 1],
  ]);
});

test('levels that never come to rest end the run, which says so', () => {
  const buffer = { 'a > b': 1e-5, 'b > c': 1e-5 };
  const graph = drawHours(
    { links: ['s > a', 'a > b', 'b > c', 'c > a'] },
    { buffer, lag: { b: 1e-5, c: 1e-5 } },
  );
  const outages: [string, [number, number][]][] = [['s', down(1, 1.000015)]];
  expect(graph.play({ hours: 2, outages }).simulation.settled).toBe(true);
  expect(graph.play({ hours: 2, outages }).simulation.events).toBeGreaterThan(100_000);
  expect(graph.play({ hours: 10_000, outages }).simulation.settled).toBe(false);
});

test('input out of range is refused with its place and value', () => {
  const graph = drawHours({ links: ['a > b'] });
  expect(() => graph.play({ outages: [['a', [[-1, 0]]]] })).toThrow(
    'outages[0].steps[0].hour is -1',
  );
  expect(() => graph.play({ outages: [['a', [[1, 1.5]]]] })).toThrow('steps[0].level is 1.5');
  expect(() => graph.play({ severed: { 'a > b': [5, 4] } })).toThrow('severed[0].until is 4');
  expect(() => graph.play({ hours: Number.POSITIVE_INFINITY })).toThrow('hours is Infinity');
  expect(() => graph.play({}, 'likely', { lag: Float64Array.of(1) })).toThrow('lag.length is 1');
  expect(() => graph.play({}, 'likely', { buffer: Float64Array.of(Number.NaN) })).toThrow(
    'buffer[0] is NaN',
  );
});
