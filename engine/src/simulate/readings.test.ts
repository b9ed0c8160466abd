import { expect, test } from 'vitest';
import { drawHours } from '../testing/sketch-hours.ts';
import { backlog } from './backlog.ts';
import { harm } from './harm.ts';

const graph = drawHours({ links: ['a > b'] });
const half: [string, [number, number][]][] = [
  [
    'a',
    [
      [10, 0.5],
      [20, 0],
      [30, 1],
    ],
  ],
];

test('a level at the hour of a step is that of the step', () => {
  const { level } = graph.play({ outages: half });
  expect([9.99, 10, 19.99, 20, 30, 1e9].map((hour) => level('b', hour))).toEqual([
    1, 0.5, 0.5, 0, 1, 1,
  ]);
});

test('a breach is a level under the minimum for longer than the tolerated hours', () => {
  const { breach } = graph.play({ outages: half });
  expect(breach('b', 0.8, 5)).toBe(15);
  expect(breach('b', 0.8, 19)).toBe(29);
  expect(breach('b', 0.5, 4)).toBe(24);
  expect(breach('b', 0.5, 0)).toBe(20);
});

test('back at the very limit is no breach', () => {
  const { breach } = graph.play({ outages: half });
  expect(breach('b', 0.8, 20)).toBeUndefined();
  expect(breach('b', 0.5, 10)).toBeUndefined();
});

test('a breach that only the time after the horizon could bring is none', () => {
  expect(graph.play({ hours: 25, outages: half }).breach('b', 0.8, 15)).toBeUndefined();
  expect(graph.play({ hours: 25.5, outages: half }).breach('b', 0.8, 15)).toBe(25);
});

test('time under the minimum counts anew after each recovery', () => {
  const outages: [string, [number, number][]][] = [
    [
      'a',
      [
        [0, 0],
        [4, 1],
        [5, 0],
        [11, 1],
      ],
    ],
  ];
  expect(graph.play({ outages }).breach('b', 0.5, 5)).toBe(10);
});

test('rounding under the minimum is no breach', () => {
  const outages: [string, [number, number][]][] = [['a', [[0, 0.5 - 1e-15]]]];
  expect(graph.play({ outages }).breach('b', 0.5, 1)).toBeUndefined();
});

test('harm is people times hours times what is lost, up to the horizon', () => {
  const people = Float64Array.of(0, 0);
  people[graph.node('a')] = Number.NaN;
  people[graph.node('b')] = 200;
  const lost = (hours: number) =>
    harm(graph.graph, graph.play({ hours, outages: half }).simulation, people);
  expect(lost(100)).toEqual([{ node: graph.node('b'), personHours: 200 * (5 + 10) }]);
  expect(lost(22)).toEqual([{ node: graph.node('b'), personHours: 200 * (5 + 2) }]);
  expect(lost(10)).toEqual([]);
});

test('recovery is the hour from which a node is at 1 for good', () => {
  expect(graph.play({ outages: half }).recovers('b')).toBe(30);
  expect(graph.play({ hours: 29, outages: half }).recovers('b')).toBeUndefined();
  expect(graph.play({}).recovers('b')).toBe(0);
});

test('a backlog grows while a service cannot keep up and is worked off afterwards', () => {
  const { simulation } = graph.play({ outages: half });
  // 10 h at level 0.5: 100 x 0.5 - 20 x 0.5 = 40 an hour; 10 h at 0: 100 an hour; then -20 an hour.
  expect(backlog(simulation, graph.node('b'), 100, 20)).toEqual({
    peak: 1400,
    peakHour: 30,
    clearedHour: 100,
    course: [
      [0, 0],
      [10, 0],
      [20, 400],
      [30, 1400],
      [100, 0],
    ],
  });
  expect(backlog(simulation, graph.node('b'), 100, 19).clearedHour).toBeUndefined();
});

test('a backlog that never was is cleared from the beginning', () => {
  const { simulation } = graph.play({});
  expect(backlog(simulation, graph.node('b'), 100, 0)).toEqual({
    peak: 0,
    peakHour: 0,
    clearedHour: 0,
    course: [[0, 0]],
  });
  expect(() => backlog(simulation, 0, Number.NaN, 1)).toThrow('demandPerHour is NaN');
});
