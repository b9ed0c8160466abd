import { expect, test } from 'vitest';
import { draw } from '../testing/sketch.ts';

const nodes = {
  x: 'service',
  nation: { kind: 'region', people: 1000 },
  north: { kind: 'region', parent: 'nation', people: 300 },
  south: { kind: 'region', parent: 'nation', people: 100 },
} as const;

test('a region with parts has their mean, weighted by people', () => {
  const { level } = draw({ nodes, links: ['x > north'] }).ask({ down: { x: 0 } });
  expect(level('nation')).toBeCloseTo(0.25, 12);
});

test('equal weights, marked assumed, when a part has no population', () => {
  const graph = draw({
    nodes: { ...nodes, south: { kind: 'region', parent: 'nation' } },
    links: ['x > north'],
  });
  expect(graph.ask({ down: { x: 0 } }).level('nation')).toBeCloseTo(0.5, 12);
  expect(Array.from(graph.graph.assumedShares, graph.nameOf)).toEqual(['nation']);
});

test('a region with parts and dependencies follows its dependencies', () => {
  const { level } = draw({ nodes, links: ['x > north', 'y > nation'] }).ask({ down: { x: 0 } });
  expect([level('north'), level('nation')]).toEqual([0, 1]);
});

test('people are counted over leaf regions', () => {
  const graph = draw({ nodes, links: ['x > north'] });
  const { people } = graph.ask({ down: { x: [0, 0.5, 1] } }).impact;
  expect(people).toEqual({
    touched: 300,
    lost: { low: 0, likely: 150, high: 300 },
    known: true,
    unknownRegions: 0,
  });
});

test('regions without a population are told apart from nobody', () => {
  const graph = draw({ nodes: { x: 'service', r: 'region' }, links: ['x > r'] });
  const { people } = graph.ask({ down: { x: 0 } }).impact;
  expect(people).toMatchObject({ touched: 0, known: false, unknownRegions: 1 });
});
