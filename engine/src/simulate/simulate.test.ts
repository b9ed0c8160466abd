import { expect, test } from 'vitest';
import { drawHours } from '../testing/sketch-hours.ts';

const down = (from: number, until: number): [number, number][] => [
  [from, 0],
  [until, 1],
];

test('nothing happens: one step, at hour 0, at level 1', () => {
  const found = drawHours({ links: ['a > b'] }, { buffer: { 'a > b': 4 }, lag: { b: 2 } }).play({});
  expect([found.steps('a'), found.steps('b')]).toEqual([[[0, 1]], [[0, 1]]]);
  expect([found.simulation.events, found.cause('b')]).toEqual([0, undefined]);
});

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
