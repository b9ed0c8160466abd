import { expect, test } from 'vitest';
import { draw } from '../testing/sketch.ts';

test('a link on its own is required', () => {
  const { level } = draw({ links: ['a > x', 'b > x'] }).ask({ down: { b: 0.3 } });
  expect([level('x'), level('a')]).toEqual([0.3, 1]);
});

test('all is the least', () => {
  const graph = draw({ groups: { 'x.g': 'all' }, links: ['a > x.g', 'b > x.g'] });
  expect(graph.ask({ down: { a: 0.5, b: 0.3 } }).level('x')).toBe(0.3);
});

test('any is the greatest', () => {
  const graph = draw({ groups: { 'x.g': 'any' }, links: ['a > x.g', 'b > x.g'] });
  expect(graph.ask({ down: { a: 0.5, b: 0.3 } }).level('x')).toBe(0.5);
});

test('atLeast is the k-th largest', () => {
  const graph = draw({ groups: { 'x.g': 2 }, links: ['a > x.g', 'b > x.g', 'c > x.g', 'd > x.g'] });
  expect(graph.ask({ down: { a: 0.1, b: 0.2, c: 0.3, d: 0.4 } }).level('x')).toBe(0.3);
  expect(graph.ask({ down: { a: 0.1, b: 0.2 } }).level('x')).toBe(1);
  expect(graph.ask({ down: { a: 0.1, b: 0.2, c: 0.3 } }).level('x')).toBe(0.3);
});

test('a large atLeast group is ranked the same', () => {
  const from = Array.from({ length: 40 }, (_, i) => `s${i}`);
  const graph = draw({ groups: { 'x.g': 30 }, links: from.map((s) => `${s} > x.g`) });
  const down = Object.fromEntries(from.map((s, i) => [s, i / 40]));
  expect(graph.ask({ down }).level('x')).toBe(10 / 40);
});

test('share adds up the parts that are left', () => {
  const graph = draw({
    groups: { 'x.g': 'share' },
    links: [
      ['a > x.g', { weight: 0.7 }],
      ['b > x.g', { weight: 0.3 }],
    ],
  });
  expect(graph.ask({ down: { a: 0 } }).level('x')).toBeCloseTo(0.3, 12);
  expect(graph.ask({ down: { b: 0.5 } }).level('x')).toBeCloseTo(0.85, 12);
  expect(graph.ask({ down: { a: 0, b: 0 } }).level('x')).toBe(0);
});

test('shares without a weight split equally what the others leave', () => {
  const graph = draw({
    groups: { 'x.g': 'share' },
    links: [['a > x.g', { weight: 0.5 }], 'b > x.g', 'c > x.g'],
  });
  expect(graph.ask({ down: { b: 0 } }).level('x')).toBeCloseTo(0.75, 12);
});

test('every group is needed', () => {
  const graph = draw({
    groups: { 'x.g': 'any', 'x.h': 'any' },
    links: ['a > x.g', 'b > x.g', 'c > x.h', 'd > x.h'],
  });
  expect(graph.ask({ down: { a: 0, c: 0.4, d: 0.2 } }).level('x')).toBe(0.4);
});

test('strength is the share that is lost with the provider', () => {
  const graph = draw({ links: [['adastra > nhs111', { strength: 0.85 }]] });
  expect(graph.ask({ down: { adastra: 0 } }).level('nhs111')).toBeCloseTo(0.15, 12);
  expect(graph.ask({ down: { adastra: 0.5 } }).level('nhs111')).toBeCloseTo(0.575, 12);
});

test('a severed link delivers nothing', () => {
  const graph = draw({ links: ['a > x', 'a > y'] });
  const { level, cause } = graph.ask({ severed: ['a > x'] });
  expect([level('a'), level('x'), level('y')]).toEqual([1, 0, 1]);
  expect(cause('x')).toBe('severed');
});

test('the lowest of several outages on a node counts', () => {
  const graph = draw({ links: ['a > x'] });
  const { outages, ...rest } = graph.question({ down: { a: 0.5 } });
  const more = { node: graph.node('a'), level: { low: 0.2, likely: 0.2, high: 0.2 }, cause: 1 };
  const both = [
    [...outages, more],
    [more, ...outages],
  ];
  for (const list of both) {
    expect(graph.solve({ ...rest, outages: list }).level('x')).toBe(0.2);
    expect(graph.solve({ ...rest, outages: list }).cause('x')).toBe('compromised');
  }
});

test('an observation replaces what is computed', () => {
  const graph = draw({ links: ['a > b', 'b > c', 'c > d'] });
  const works = graph.ask({ down: { a: 0 }, observed: { b: 1 } });
  expect([works.level('a'), works.level('b'), works.level('c')]).toEqual([0, 1, 1]);
  const worse = graph.ask({ down: { a: 0.5 }, observed: { c: 0.2 } });
  expect([worse.level('b'), worse.level('c'), worse.level('d')]).toEqual([0.5, 0.2, 0.2]);
});

test('a workaround covers its group, when asked for, as far as its capacity', () => {
  const graph = draw({
    groups: { 'x.g': 'all', 'x.h': 'all' },
    links: ['a > x.g', 'b > x.h'],
    workarounds: [{ for: 'x.g', capacity: 0.4 }],
  });
  expect(graph.ask({ down: { a: 0 } }).level('x')).toBe(0);
  expect(graph.ask({ down: { a: 0 }, workarounds: true }).level('x')).toBe(0.4);
  expect(graph.ask({ down: { a: 0.7 }, workarounds: true }).level('x')).toBe(0.7);
  expect(graph.ask({ down: { b: 0 }, workarounds: true }).level('x')).toBe(0);
});

test('a workaround without a group covers each group, links on their own included', () => {
  const graph = draw({
    groups: { 'x.g': 'all' },
    links: ['a > x.g', 'b > x'],
    workarounds: [{ for: 'x', capacity: 0.4 }],
  });
  expect(graph.ask({ down: { a: 0, b: 0 }, workarounds: true }).level('x')).toBe(0.4);
});

test('a workaround is as good as the node it goes via', () => {
  const graph = draw({
    links: ['a > x', 'p > forms'],
    workarounds: [{ for: 'x', capacity: 0.5, via: 'forms' }],
  });
  expect(graph.ask({ down: { a: 0, p: 0.5 }, workarounds: true }).level('x')).toBe(0.25);
  expect(graph.ask({ down: { p: 0 }, workarounds: true }).level('x')).toBe(1);
});

test('ranges: pessimistic ends together, and optimistic ends together', () => {
  const graph = draw({ links: [['a > x', { strength: [0.5, 0.7, 1] }]] });
  const { low, level, high, impact, names } = graph.ask({ down: { a: [0, 0.5, 1] } });
  expect([low('x'), level('x'), high('x')]).toEqual([0, 0.65, 1]);
  expect(names(impact.maybe)).toEqual([]);
  const maybe = graph.ask({ down: { a: [0, 1, 1] } });
  expect(maybe.names(maybe.impact.maybe)).toEqual(['a', 'x']);
});

test('without ranges the three ends are one array', () => {
  const { impact } = draw({ links: ['a > x'] }).ask({ down: { a: 0 } });
  expect(impact.level.low).toBe(impact.level.likely);
  expect(impact.level.high).toBe(impact.level.likely);
});
