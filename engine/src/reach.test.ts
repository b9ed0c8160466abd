import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, type Graph, reach, simplePaths } from './index.ts';
import { bareGraph, random, randomGraph } from './testing/random-graph.ts';
import { RUNS } from './testing/runs.ts';
import { draw } from './testing/sketch.ts';

const shape = { degree: 1.5, circles: true, ranges: false, sharp: false };

test('reach is breadth-first, the start first, and stops at the depth asked', () => {
  const drawn = draw({ links: ['a > b', 'b > c', 'a > c', 'c > d'] });
  const { nodes, depth } = reach(drawn.graph, drawn.node('a'), 'downstream');
  expect(Array.from(nodes, drawn.nameOf)).toEqual(['a', 'b', 'c', 'd']);
  expect(Array.from(depth)).toEqual([0, 1, 1, 2]);
  const near = reach(drawn.graph, drawn.node('a'), 'downstream', 1);
  expect(Array.from(near.nodes, drawn.nameOf)).toEqual(['a', 'b', 'c']);
  expect(Array.from(reach(drawn.graph, drawn.node('a'), 'downstream', 0).depth)).toEqual([0]);
  const up = reach(drawn.graph, drawn.node('c'), 'upstream');
  expect(Array.from(up.nodes, drawn.nameOf).sort()).toEqual(['a', 'b', 'c']);
});

test('reach refuses a node that is none', () => {
  expect(() => reach(draw({ links: ['a > b'] }).graph, 2, 'upstream')).toThrow('node is 2');
});

test('reach equals layer after layer of neighbours', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (seed, nodes, down) => {
        const graph = buildGraph(randomGraph(seed, { ...shape, nodes }));
        const found = reach(graph, 0, down ? 'downstream' : 'upstream');
        const depth = new Map(Array.from(found.nodes, (v, i) => [v, found.depth[i]]));
        expect(depth).toEqual(depths(graph, 0, down));
        expect(found.depth).toEqual(Uint32Array.from(found.depth).sort());
      },
    ),
    { numRuns: RUNS },
  );
});

/** Nodes of no link, of few and of thousands; circles included. */
function withHubs(seed: number, nodes: number) {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const hubs = Array.from({ length: 3 }, () => below(nodes));
  const end = () => (next() < 0.3 ? hubs[below(3)] : below(nodes));
  const ends = () => Uint32Array.from({ length: nodes * 2 }, end);
  return buildGraph(bareGraph(nodes, ends(), ends()));
}

function depths(graph: Graph, start: number, down: boolean): Map<number, number> {
  const [near, far] = down ? [graph.from, graph.to] : [graph.to, graph.from];
  const next = Array.from({ length: graph.nodeCount }, () => [] as number[]);
  near.forEach((v, l) => {
    next[v].push(far[l]);
  });
  const depth = new Map([[start, 0]]);
  for (const [v, at] of depth) {
    for (const u of next[v]) if (!depth.has(u)) depth.set(u, at + 1);
  }
  return depth;
}

test('reach equals a plain walk where some nodes have thousands of links, both ways, again and again', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 5000 }), (seed, nodes) => {
      const graph = withHubs(seed, nodes);
      for (const start of [0, nodes >> 1, nodes - 1]) {
        for (const way of ['downstream', 'upstream'] as const) {
          const found = reach(graph, start, way);
          const depth = new Map(Array.from(found.nodes, (v, i) => [v, found.depth[i]]));
          expect(depth).toEqual(depths(graph, start, way === 'downstream'));
          expect(found.nodes).toHaveLength(depth.size);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('a short walk in a large graph leaves nothing behind', () => {
  const from = Uint32Array.of(0, 1, 2, 1);
  const graph = buildGraph(bareGraph(1000, from, Uint32Array.of(1, 2, 3, 4)));
  const found = () => Array.from(reach(graph, graph.indexOf[0], 'downstream').depth);
  expect([found(), found()]).toEqual([
    [0, 1, 2, 2, 3],
    [0, 1, 2, 2, 3],
  ]);
});

test('paths come shortest first, links side by side make one', () => {
  const drawn = draw({ links: ['a > b', 'a > b', 'b > d', 'a > c', 'c > d', 'a > d', 'd > a'] });
  const { paths, complete } = simplePaths(drawn.graph, drawn.node('a'), drawn.node('d'), 10);
  expect(paths.map((p) => p.map(drawn.nameOf).join(''))).toEqual(['ad', 'abd', 'acd']);
  expect(complete).toBe(true);
});

test('a limit is honest: exactly as many as there are is complete', () => {
  const drawn = draw({ links: ['a > b', 'b > d', 'a > d'] });
  const [a, d] = [drawn.node('a'), drawn.node('d')];
  expect(simplePaths(drawn.graph, a, d, 2)).toMatchObject({ complete: true });
  expect(simplePaths(drawn.graph, a, d, 1)).toMatchObject({ complete: false });
  expect(simplePaths(drawn.graph, a, d, 2, 1).complete).toBe(false);
  expect(simplePaths(drawn.graph, d, a, 1)).toMatchObject({ complete: true, paths: [] });
});

test('paths equal every simple walk', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 7 }), (seed, nodes) => {
      const graph = buildGraph(randomGraph(seed, { ...shape, nodes }));
      const to = nodes - 1;
      const walks: string[] = [];
      const walk = (path: number[]) => {
        const last = path[path.length - 1];
        if (last === to) return void walks.push(path.join());
        for (const next of new Set(graph.to.filter((_, l) => graph.from[l] === last))) {
          if (!path.includes(next)) walk([...path, next]);
        }
      };
      walk([0]);
      const { paths, complete } = simplePaths(graph, 0, to, 100_000);
      expect(complete).toBe(true);
      expect(paths.map((p) => p.join()).sort()).toEqual(walks.sort());
      expect(paths.every((p, i) => i === 0 || paths[i - 1].length <= p.length)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});
