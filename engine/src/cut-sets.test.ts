import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, cutSets, type Graph, solve } from './index.ts';
import { random, randomGraph } from './testing/random-graph.ts';
import { RUNS } from './testing/runs.ts';
import { draw } from './testing/sketch.ts';

function isDown(graph: Graph, failed: number[], target: number): boolean {
  const level = { low: 0, likely: 0, high: 0 };
  const outages = failed.map((node) => ({ node, level, cause: 0 }));
  const impact = solve(graph, { outages, severed: [], observed: [], workarounds: false });
  return impact.state[target] === 3;
}

function bruteForce(graph: Graph, target: number, candidates: number[]): string[] {
  const order = (a: number, b: number) => graph.order[a] - graph.order[b];
  const nodes = candidates.filter((v) => v !== target).sort(order);
  const singles = nodes.filter((v) => isDown(graph, [v], target));
  const rest = nodes.filter((v) => !singles.includes(v));
  const pairs = rest.flatMap((a, i) => rest.slice(i + 1).map((b) => [a, b]));
  return [...singles.map(String), ...pairs.filter((p) => isDown(graph, p, target)).map(String)];
}

test('cut sets equal every single and every pair tried', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (seed, nodes, circles) => {
        const shape = { nodes, degree: 2, circles, ranges: false, sharp: seed % 2 === 0 };
        const graph = buildGraph(randomGraph(seed, shape));
        const next = random(seed);
        const target = Math.floor(next() * nodes);
        const candidates = Array.from({ length: nodes }, (_, v) => v).filter(() => next() < 0.8);
        const found = cutSets(graph, target, {
          maxOrder: 2,
          candidates: Uint32Array.from(candidates),
        });
        expect(found.complete).toBe(true);
        expect(found.sets.map(String)).toEqual(bruteForce(graph, target, candidates));
        const counts = [1, 2].map((k) => found.sets.filter((s) => s.length === k).length);
        expect([...found.countByOrder, 0, 0].slice(0, 2)).toEqual(counts);
        expect(found.countByOrder.at(-1)).not.toBe(0);
      },
    ),
    { numRuns: RUNS },
  );
});

const pair = draw({ groups: { 'x.g': 'any' }, links: ['a > x.g', 'b > x.g', 's > x', 'x > y'] });

test('the target is in no set, order 1 comes first', () => {
  const found = cutSets(pair.graph, pair.node('y'), { maxOrder: 2 });
  expect(found.sets.map((set) => set.map(pair.nameOf))).toEqual([['x'], ['s'], ['a', 'b']]);
  expect(found.countByOrder).toEqual([2, 1]);
});

test('order 1 alone', () => {
  expect(cutSets(pair.graph, pair.node('x'), { maxOrder: 1 }).countByOrder).toEqual([1]);
});

test('a work limit is honest', () => {
  expect(cutSets(pair.graph, pair.node('y'), { maxOrder: 2, workLimit: 1 }).complete).toBe(false);
});
