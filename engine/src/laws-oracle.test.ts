import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, solve } from './index.ts';
import { oracleGroundless, oracleLevels } from './testing/oracle.ts';
import { inEngine, randomGraph, randomQuestion } from './testing/random-graph.ts';
import { RUNS } from './testing/runs.ts';

const cases = fc.record({
  seed: fc.integer(),
  nodes: fc.integer({ min: 1, max: 14 }),
  degree: fc.constantFrom(0.5, 1, 1.5, 2.5),
  circles: fc.boolean(),
  ranges: fc.boolean(),
  sharp: fc.boolean(),
});

test('the engine and the oracle agree on every level of every node', () => {
  fc.assert(
    fc.property(cases, ({ seed, ...shape }) => {
      const input = randomGraph(seed, shape);
      const question = randomQuestion(seed, input, shape.ranges);
      const graph = buildGraph(input);
      expect(Array.from(graph.groundless, (v) => graph.order[v]).sort((a, b) => a - b)).toEqual(
        oracleGroundless(input),
      );
      const impact = solve(graph, inEngine(graph, question));
      expect(impact.settled).toBe(true);
      for (const end of ['low', 'likely', 'high'] as const) {
        const levels = oracleLevels(input, question, end);
        levels.forEach((level, v) => {
          expect(impact.level[end][graph.indexOf[v]], `node ${v}, ${end}`).toBeCloseTo(level, 8);
        });
      }
    }),
    { numRuns: RUNS },
  );
});
