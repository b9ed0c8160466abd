import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, type GraphInput, rank, solve } from '../index.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { RUNS } from '../testing/runs.ts';
import { draw } from '../testing/sketch.ts';

const valid = () =>
  randomGraph(7, { nodes: 10, degree: 2, circles: true, ranges: false, sharp: false });

/** Builds a valid input with one thing spoilt. */
const spoilt = (spoil: (input: GraphInput) => void) => () => {
  const input = valid();
  spoil(input);
  buildGraph(input);
};

test('links outside circles run upwards, members of a circle are adjacent', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), (seed, nodes) => {
      const shape = { nodes, degree: 1.2, circles: true, ranges: false, sharp: false };
      const graph = buildGraph(randomGraph(seed, shape));
      const { of, first, end } = graph.circles;
      graph.from.forEach((from, l) => {
        const to = graph.to[l];
        if (of[from] < 0 || of[from] !== of[to]) expect(from).toBeLessThan(to);
      });
      of.forEach((c, v) => {
        if (c >= 0) expect(v >= first[c] && v < end[c]).toBe(true);
      });
      graph.order.forEach((input, v) => {
        expect(graph.indexOf[input]).toBe(v);
      });
      graph.linkOrder.forEach((input, l) => {
        if (input >= 0) expect(graph.linkIndexOf[input]).toBe(l);
      });
    }),
    { numRuns: RUNS },
  );
});

test('nodes of one depth keep the order of input', () => {
  const drawn = draw({ links: ['c > x', 'a > x', 'b > x', 'x > y'] });
  expect(Array.from(drawn.graph.order)).toEqual([0, 2, 3, 1, 4]);
});

test('a chain of 100,000 nodes is built without recursion', () => {
  const n = 100_000;
  const up = Uint32Array.from({ length: n - 1 }, (_, i) => i);
  const ones = new Float64Array(n).fill(1);
  const ends = (length: number) => {
    const part = ones.subarray(0, length);
    return { low: part, likely: part, high: part };
  };
  const graph = buildGraph({
    nodeCount: n,
    kind: new Uint8Array(n),
    downAt: new Float64Array(n),
    parent: new Int32Array(n).fill(-1),
    population: new Float64Array(n).fill(Number.NaN),
    links: {
      from: up,
      to: up.map((i) => i + 1),
      group: new Int32Array(n - 1).fill(-1),
      strength: ends(n - 1),
      weight: new Float64Array(n - 1).fill(Number.NaN),
      buffer: ends(n - 1),
    },
    groups: { node: new Uint32Array(0), rule: new Uint8Array(0), k: new Uint32Array(0) },
    workarounds: {
      node: new Uint32Array(0),
      group: new Int32Array(0),
      capacity: ends(0),
      via: new Int32Array(0),
      after: ends(0),
      lasts: ends(0),
    },
    restartLag: ends(n),
  });
  const outage = { node: 0, level: { low: 0, likely: 0, high: 0 }, cause: 0 };
  const question = { outages: [outage], severed: [], observed: [], workarounds: false };
  expect(solve(graph, question).hit.length).toBe(n);
});

test('an empty graph has an empty answer', () => {
  const { graph } = draw({ links: [] });
  const impact = solve(graph, { outages: [], severed: [], observed: [], workarounds: false });
  expect([impact.hit.length, rank(graph).node.length]).toEqual([0, 0]);
});

test('a group without links is left out', () => {
  const { graph } = draw({ groups: { 'x.g': 'any' }, links: ['a > x'] });
  expect(graph.groupCount).toBe(1);
});

test('input out of range is refused with its place and value', () => {
  expect(spoilt((i) => (i.links.from[3] = 99))).toThrow('links.from[3] is 99');
  expect(spoilt((i) => (i.kind[2] = 4))).toThrow('kind[2] is 4');
  expect(spoilt((i) => (i.downAt[1] = 1.5))).toThrow('downAt[1] is 1.5');
  expect(spoilt((i) => (i.links.strength.likely[0] = Number.NaN))).toThrow(
    'strength.likely[0] is NaN',
  );
  expect(spoilt((i) => (i.links.weight[0] = -1))).toThrow('links.weight[0] is -1');
  expect(spoilt((i) => (i.groups.rule[0] = 9))).toThrow('groups.rule[0] is 9');
  expect(spoilt((i) => (i.population = i.population.slice(1)))).toThrow('population.length is 9');
});

test('a group of another node, and a k that cannot be met, are refused', () => {
  const wrongOwner = spoilt((i) => {
    i.links.group[0] = i.groups.node.findIndex((v) => v !== i.links.to[0]);
  });
  expect(wrongOwner).toThrow(/links\.group\[0\].*it is a group of node/);
  const build = () => draw({ groups: { 'x.g': 3 }, links: ['a > x.g', 'b > x.g'] });
  expect(build).toThrow('groups.k[0] is 3: it must lie between 1 and its 2 members');
});

test('a region that lies in itself is refused', () => {
  const build = () =>
    draw({
      nodes: { a: { kind: 'region', parent: 'b' }, b: { kind: 'region', parent: 'a' } },
      links: [],
    });
  expect(build).toThrow('a region must not lie in itself');
});

test('a question out of range is refused with its place and value', () => {
  const { graph } = draw({ links: ['a > b'] });
  const none = { outages: [], severed: [], observed: [], workarounds: false };
  const level = { low: 0, likely: 0, high: 0 };
  expect(() => solve(graph, { ...none, outages: [{ node: 2, level, cause: 0 }] })).toThrow(
    'outages[0].node is 2',
  );
  expect(() => solve(graph, { ...none, severed: [1] })).toThrow('severed[0] is 1');
  expect(() => solve(graph, { ...none, observed: [{ node: 0, level: 2 }] })).toThrow(
    'observed[0].level is 2',
  );
});
