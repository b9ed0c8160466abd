import { expect, test } from 'vitest';
import { solve } from '../index.ts';
import { draw } from '../testing/sketch.ts';

test('two services that need each other do not fail on their own', () => {
  const graph = draw({ links: ['a > b', 'b > a'] });
  const { level, impact } = graph.ask({});
  expect([level('a'), level('b')]).toEqual([1, 1]);
  expect(Array.from(graph.graph.groundless)).toEqual([]);
  expect(impact.hit.length).toBe(0);
});

test('required links in a circle fall together', () => {
  const { level } = draw({ links: ['a > b', 'b > a', 's > a'] }).ask({ down: { s: 0.2 } });
  expect([level('a'), level('b')]).toEqual([0.2, 0.2]);
});

test('two laboratories that stand in for each other fall with the system they share', () => {
  const graph = draw({
    groups: { 'lab1.g': 'any', 'lab2.g': 'any' },
    links: ['lims > lab1.g', 'lab2 > lab1.g', 'lims > lab2.g', 'lab1 > lab2.g'],
  });
  const { level, cause } = graph.ask({ down: { lims: 0 }, cause: { lims: 'compromised' } });
  expect([level('lab1'), level('lab2')]).toEqual([0, 0]);
  expect([cause('lab1'), cause('lab2')]).toEqual(['compromised', 'compromised']);
  expect(graph.graph.groundless.length).toBe(0);
});

test('an alternative with ground of its own holds', () => {
  const graph = draw({
    groups: { 'lab1.g': 'any', 'lab2.g': 'any' },
    links: ['lims > lab1.g', 'lab2 > lab1.g', 'old > lab2.g', 'lab1 > lab2.g'],
  });
  const { level } = graph.ask({ down: { lims: 0 } });
  expect([level('lab1'), level('lab2')]).toEqual([1, 1]);
});

test('a workaround via a node in the circle gives no ground', () => {
  const graph = draw({
    links: ['s > a', 'a > b'],
    workarounds: [{ for: 'a', capacity: 1, via: 'b' }],
  });
  const { level } = graph.ask({ down: { s: 0 }, workarounds: true });
  expect([level('a'), level('b')]).toEqual([0, 0]);
});

test('alternatives that lean only on each other are taken as given, and reported', () => {
  const graph = draw({
    groups: { 'a.g': 'any', 'b.g': 'any' },
    links: ['b > a.g', 'c > a.g', 'a > b.g', 'c > b.g', 'a > c'],
  });
  expect(Array.from(graph.graph.groundless, graph.nameOf).sort()).toEqual(['a', 'b', 'c']);
  expect(graph.ask({}).impact.hit.length).toBe(0);
  expect(graph.ask({ down: { c: 0 } }).level('a')).toBe(1);
  expect(graph.ask({ down: { c: 0, b: 0 } }).level('a')).toBe(0);
});

test('a circle of weak alternatives grounds itself in the limit', () => {
  const graph = draw({
    groups: { 'a.g': 'any', 'b.g': 'any' },
    links: [['b > a.g', { strength: 0.9 }], ['a > b.g', { strength: 0.9 }], 's > a.g', 's > b.g'],
  });
  expect(graph.graph.groundless.length).toBe(0);
  expect(graph.ask({ down: { s: 0 } }).level('a')).toBe(1);
});

test('a node may need itself', () => {
  const graph = draw({ links: ['a > a', 's > a'] });
  expect(graph.ask({ down: { s: 0.5 } }).level('a')).toBe(0.5);
});

test('an observation in a circle holds up what needs it', () => {
  const graph = draw({ links: ['s > a', 'a > b', 'b > c', 'c > a'] });
  const { level } = graph.ask({ down: { s: 0 }, observed: { b: 1 } });
  expect([level('a'), level('b'), level('c')]).toEqual([0, 1, 1]);
});

test('a circle that settles too slowly is called unsettled', () => {
  const graph = draw({
    groups: { 'a.g': 'share' },
    links: [
      ['a > a.g', { weight: 0.9999999 }],
      ['s > a.g', { weight: 0.0000001 }],
    ],
  });
  expect(solve(graph.graph, graph.question({ down: { s: 0 } })).settled).toBe(false);
  expect(solve(graph.graph, graph.question({})).settled).toBe(true);
});

test('rounding does not lift a circle of shares and alternatives', () => {
  const graph = draw({
    groups: { 'a.g': 'share', 'c.g': 'any' },
    links: [
      ['b > a.g', { weight: 0.58 }],
      ['c > a.g', { weight: 0.42 }],
      'a > b',
      'a > c.g',
      's > c.g',
    ],
  });
  const { level, impact } = graph.ask({ down: { s: 0.36 } });
  expect(impact.settled).toBe(true);
  for (const name of ['a', 'b', 'c']) expect(level(name)).toBeCloseTo(0.36, 12);
});
