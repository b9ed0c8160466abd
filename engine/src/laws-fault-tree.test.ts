/** Law 4: sharp graphs against a fault tree, and against reachability from a source. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, type Graph, type GraphInput, solve } from './index.ts';
import { random, randomGraph } from './testing/random-graph.ts';
import { RUNS } from './testing/runs.ts';

const sizes = fc.integer({ min: 1, max: 14 });
const shape = { degree: 1.5, ranges: false, sharp: true };

function someFail(graph: Graph, seed: number): number[] {
  const next = random(seed);
  return Array.from({ length: graph.nodeCount }, (_, v) => v).filter(() => next() < 0.25);
}

function levels(graph: Graph, failed: number[]): number[] {
  const level = { low: 0, likely: 0, high: 0 };
  const outages = failed.map((node) => ({ node, level, cause: 0 }));
  const question = { outages, severed: [], observed: [], workarounds: false };
  return Array.from(solve(graph, question).level.likely);
}

/** No region of parts: their mean is no gate. */
const flat = (input: GraphInput): GraphInput => ({ ...input, parent: input.parent.map(() => -1) });

test('4: without circles, groups are the gates of a fault tree', () => {
  fc.assert(
    fc.property(fc.integer(), sizes, (seed, nodes) => {
      const input = flat(randomGraph(seed, { ...shape, nodes, circles: false }));
      const graph = buildGraph(input);
      const failed = someFail(graph, seed);
      const works = (v: number): boolean => {
        if (failed.includes(v)) return false;
        for (let g = graph.groupStart[v]; g < graph.groupStart[v + 1]; g++) {
          const own = Array.from(graph.from.subarray(graph.linkStart[g], graph.linkStart[g + 1]));
          const up = own.filter(works).length;
          const rule = graph.groupRule[g];
          const k = rule === 0 ? own.length : rule === 1 ? 1 : input.groups.k[graph.groupOrder[g]];
          if (up < k) return false;
        }
        return true;
      };
      expect(levels(graph, failed)).toEqual(Array.from(graph.kind, (_, v) => (works(v) ? 1 : 0)));
    }),
    { numRuns: RUNS },
  );
});

test('4: with any everywhere a node is up exactly when a source reaches it', () => {
  fc.assert(
    fc.property(fc.integer(), sizes, (seed, nodes) => {
      const graph = buildGraph(
        anyEverywhere(flat(randomGraph(seed, { ...shape, nodes, circles: true }))),
      );
      if (graph.groundless.length > 0) return;
      const failed = someFail(graph, seed);
      const up = new Set<number>();
      for (let v = 0; v < nodes; v++) {
        if (graph.inStart[v] === graph.inStart[v + 1] && !failed.includes(v)) up.add(v);
      }
      for (const v of up) {
        for (const u of graph.to.filter((_, l) => graph.from[l] === v))
          if (!failed.includes(u)) up.add(u);
      }
      expect(levels(graph, failed)).toEqual(Array.from(graph.kind, (_, v) => (up.has(v) ? 1 : 0)));
    }),
    { numRuns: RUNS },
  );
});

/** One `any` group a node, each link twice, so that every group is redundant. */
function anyEverywhere(input: GraphInput): GraphInput {
  const n = input.nodeCount;
  const twice = (a: Uint32Array) => Uint32Array.from([...a, ...a]);
  const from = twice(input.links.from);
  const to = twice(input.links.to);
  const ones = new Float64Array(from.length).fill(1);
  const ends = { low: ones, likely: ones, high: ones };
  return {
    ...input,
    links: {
      from,
      to,
      group: Int32Array.from(to),
      strength: ends,
      weight: new Float64Array(from.length).fill(Number.NaN),
      buffer: ends,
    },
    groups: {
      node: Uint32Array.from({ length: n }, (_, v) => v),
      rule: new Uint8Array(n).fill(1),
      k: new Uint32Array(n),
    },
    workarounds: {
      ...input.workarounds,
      group: input.workarounds.group.map(() => -1),
    },
  };
}
