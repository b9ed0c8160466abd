import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, rank, solve } from './index.ts';
import { randomGraph } from './testing/random-graph.ts';
import { RUNS } from './testing/runs.ts';
import { draw } from './testing/sketch.ts';

const alone = (node: number) => ({
  outages: [{ node, level: { low: 0, likely: 0, high: 0 }, cause: 0 }],
  severed: [],
  observed: [],
  workarounds: false,
});

test('rank is the solution of each candidate alone', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      fc.boolean(),
      (seed, nodes, circles, sharp) => {
        const shape = { nodes, degree: 1.5, circles, ranges: false, sharp };
        const graph = buildGraph(randomGraph(seed, shape));
        const ranking = rank(graph);
        expect(ranking.node.length).toBe(nodes);
        ranking.node.forEach((v, i) => {
          const impact = solve(graph, alone(v));
          const levels = impact.level.likely;
          const lost = (kind: number) =>
            levels.reduce((sum, x, u) => sum + (graph.kind[u] === kind ? 1 - x : 0), 0);
          expect(ranking.people[i]).toBeCloseTo(impact.people.lost.likely, 6);
          expect(ranking.touched[i]).toBe(impact.people.touched);
          expect(ranking.servicesLost[i]).toBeCloseTo(lost(2), 9);
          expect(ranking.down[i]).toBe(impact.state.filter((s) => s === 3).length);
          expect(ranking.degraded[i]).toBe(impact.state.filter((s) => s === 2).length);
          const score = impact.people.known ? ranking.people[i] : lost(2) + lost(3);
          expect(ranking.score[i]).toBeCloseTo(score, 9);
          expect(ranking.byPeople).toBe(impact.people.known);
          expect(i === 0 || ranking.score[i - 1] >= ranking.score[i]).toBe(true);
        });
      },
    ),
    { numRuns: RUNS },
  );
});

test('ties go by services lost, then by the order of input', () => {
  const drawn = draw({
    nodes: {
      b: 'supplier',
      a: 'supplier',
      c: 'supplier',
      x: 'service',
      r: { kind: 'region', people: 5 },
    },
    links: ['a > r', 'b > r', 'c > r', 'c > x'],
  });
  const candidates = Uint32Array.from(['a', 'b', 'c'], drawn.node);
  expect(Array.from(rank(drawn.graph, { candidates }).node, drawn.nameOf)).toEqual(['c', 'b', 'a']);
});

test('without populations the score counts services and regions', () => {
  const drawn = draw({
    nodes: { s: 'supplier', x: 'service', r: 'region' },
    links: ['s > x', ['x > r', { strength: 0.5 }]],
  });
  const ranking = rank(drawn.graph);
  expect([ranking.byPeople, ranking.score[0]]).toEqual([false, 1.5]);
});
