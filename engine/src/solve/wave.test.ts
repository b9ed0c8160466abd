import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, type Graph, type Question } from '../index.ts';
import { bareGraph, random, randomGraph, same } from '../testing/random-graph.ts';
import { RUNS } from '../testing/runs.ts';
import { load } from './load.ts';
import { solve } from './solve.ts';
import { spread } from './spread.ts';
import { createWorkspace, LIKELY } from './workspace.ts';

/** The answer of the general way, for every node. */
function inGeneral(graph: Graph, question: Question) {
  const ws = createWorkspace(graph);
  ws.traced = true;
  load(ws, question, LIKELY);
  spread(ws);
  const hit = Array.from(ws.hits.subarray(0, ws.hitCount));
  return {
    hit,
    level: Array.from(ws.level.subarray(0, graph.nodeCount)),
    cause: hit.map((v) => ws.cause[v]),
    binding: hit.map((v) => ws.binding[v]),
  };
}

function solved(graph: Graph, question: Question) {
  const { hit, level, cause, binding } = solve(graph, question);
  const causes = Array.from(hit, (v) => cause[v]);
  return {
    hit: Array.from(hit),
    level: Array.from(level.likely),
    cause: causes,
    binding: Array.from(binding),
  };
}

/** Some outages, of different causes; in half the cases all of one level. */
function randomOutages(seed: number, nodes: number): Question {
  const next = random(seed + 1);
  const alike = next() < 0.5;
  const outages = Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
    const level = alike || next() < 0.5 ? 0.25 : 0;
    const cause = Math.floor(next() * 3);
    return {
      node: Math.floor(next() * nodes),
      level: { low: level, likely: level, high: level },
      cause,
    };
  });
  return { outages, severed: [], observed: [], workarounds: next() < 0.5 };
}

/** Lone links most of the time: those are plain. */
function mostlyPlain(seed: number, nodes: number, degree: number) {
  const input = randomGraph(seed, { nodes, degree, circles: false, ranges: false, sharp: true });
  const next = random(seed + 2);
  const group = input.links.group.map((g) => (next() < 0.85 ? -1 : g));
  const size = new Uint32Array(input.groups.node.length);
  for (const g of group) if (g >= 0) size[g]++;
  const k = input.groups.k.map((needed, g) => Math.max(1, Math.min(needed, size[g])));
  const strength = same(Float64Array.from(group, () => (next() < 0.1 ? 0 : 1)));
  const links = { ...input.links, group, strength };
  return buildGraph({ ...input, links, groups: { ...input.groups, k } });
}

test('the walk over plain nodes and the general way agree on levels, bindings and causes', () => {
  const cases = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 2, 4));
  fc.assert(
    fc.property(cases, ([seed, nodes, degree]) => {
      const graph = mostlyPlain(seed, nodes, degree);
      const question = randomOutages(seed, nodes);
      const expected = inGeneral(graph, question);
      expect(solved(graph, question)).toEqual(expected);
      // Once more: the first answer has left nothing behind.
      expect(solved(graph, question)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});

test('a chain of more layers than ties can hold is solved all the same', () => {
  const graph = chain(40_000);
  const level = { low: 0, likely: 0, high: 0 };
  const outages = [{ node: 0, level, cause: 0 }];
  const { hit, binding } = solve(graph, { outages, severed: [], observed: [], workarounds: false });
  expect([hit.length, binding[1], binding[39_999]]).toEqual([40_000, 0, 39_998]);
});

function chain(n: number): Graph {
  const from = Uint32Array.from({ length: n - 1 }, (_, i) => i);
  return buildGraph(
    bareGraph(
      n,
      from,
      from.map((i) => i + 1),
    ),
  );
}

test('a layer of thousands, and nodes that thousands rely on, are walked like any other', () => {
  const next = random(5);
  const below = (n: number) => Math.floor(next() * n);
  const nodes = 6000;
  const to = Uint32Array.from({ length: 3 * nodes }, () => 1 + below(nodes - 1));
  // Half of the links come from one of the first three nodes, none from a node behind its reader.
  const from = to.map((v) => (next() < 0.5 ? Math.min(below(3), v - 1) : below(v)));
  const graph = buildGraph(bareGraph(nodes, from, to));
  const question = { ...randomOutages(3, 1), workarounds: false };
  expect(solved(graph, question)).toEqual(inGeneral(graph, question));
  expect(solved(graph, question).hit.length).toBeGreaterThan(3000);
});
