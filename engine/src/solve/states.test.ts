import { expect, test } from 'vitest';
import { draw } from '../testing/sketch.ts';

test('down is at or under downAt, degraded above', () => {
  const graph = draw({
    nodes: {
      s: 'supplier',
      x: { kind: 'service', downAt: 0.1 },
      y: { kind: 'service', downAt: 0 },
    },
    links: ['s > x', 's > y'],
  });
  const { state } = graph.ask({ down: { s: 0.1 } });
  expect([state('x'), state('y')]).toEqual(['down', 'degraded']);
});

test('rounding does not keep a node up', () => {
  const parts = Array.from({ length: 9 }, (_, i) => `p${i}`);
  const graph = draw({
    nodes: { x: { kind: 'service', downAt: 2 / 3 } },
    groups: { 'x.g': 'share' },
    links: parts.map((p) => `${p} > x.g`),
  });
  const { level, state } = graph.ask({ down: { p0: 0, p1: 0, p2: 0 } });
  expect(level('x')).toBeGreaterThan(2 / 3);
  expect(state('x')).toBe('down');
});

test('at risk: as many healthy members as are needed, because others are hit', () => {
  const graph = draw({ groups: { 'x.g': 2 }, links: ['a > x.g', 'b > x.g', 'c > x.g', 'd > x.g'] });
  expect(graph.ask({ down: { a: 0 } }).state('x')).toBe('up');
  const edge = graph.ask({ down: { a: 0, b: 0.9 } });
  expect(edge.state('x')).toBe('at-risk');
  expect(edge.names(edge.impact.atRisk)).toEqual(['x']);
  expect(graph.ask({ down: { a: 0, b: 0, c: 0 } }).state('x')).toBe('down');
});

test('a group that needs all its members is never at risk', () => {
  const graph = draw({ groups: { 'x.g': 'any' }, links: ['a > x.g'] });
  expect(graph.ask({}).state('x')).toBe('up');
});

test('a severed alternative puts its group at risk', () => {
  const graph = draw({ groups: { 'x.g': 'any' }, links: ['a > x.g', 'b > x.g'] });
  expect(graph.ask({ severed: ['a > x'] }).state('x')).toBe('at-risk');
});

test('alternatives inside a circle are counted the same', () => {
  const graph = draw({
    groups: { 'x.g': 'any' },
    links: ['s > x.g', 'y > x.g', 'x > y', 't > y'],
  });
  expect(graph.ask({ down: { t: 0 } }).state('x')).toBe('at-risk');
});

test('unknown: nobody recorded what it relies on; it does not spread', () => {
  const graph = draw({
    nodes: {
      s: 'supplier',
      p: 'product',
      x: 'service',
      r: 'region',
      whole: 'region',
      part: { kind: 'region', parent: 'whole' },
    },
    links: ['p > x', 'x > r'],
  });
  const { state, impact, names } = graph.ask({});
  expect(['s', 'p', 'x', 'r', 'whole', 'part'].map(state)).toEqual([
    'up',
    'unknown',
    'up',
    'up',
    'up',
    'unknown',
  ]);
  expect(names(impact.unknown)).toEqual(['p', 'part']);
  expect(graph.ask({ observed: { p: 1 } }).state('p')).toBe('up');
  expect(graph.ask({ down: { p: 0 } }).state('p')).toBe('down');
});

test('a node seen to work is at risk all the same, in a circle too', () => {
  const graph = draw({
    groups: { 'x.g': 'any' },
    links: ['s > x.g', 'y > x.g', 'x > y'],
  });
  expect(graph.ask({ down: { s: 0 }, observed: { x: 1 } }).state('x')).toBe('at-risk');
});
