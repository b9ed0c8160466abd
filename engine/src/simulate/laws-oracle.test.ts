import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../build/build-graph.ts';
import { oracleHours } from '../testing/oracle-hours.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { randomTimeline, timelineIn, withTimes } from '../testing/random-timeline.ts';
import { RUNS } from '../testing/runs.ts';
import { levelAt } from './level-at.ts';
import { simulate } from './simulate.ts';

const cases = fc.record({
  seed: fc.integer(),
  nodes: fc.integer({ min: 1, max: 12 }),
  degree: fc.constantFrom(0.5, 1, 1.5, 2.5),
  circles: fc.boolean(),
  ranges: fc.boolean(),
  sharp: fc.boolean(),
});

test('the simulation and the hourly oracle agree on every level at every hour', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom('low', 'likely', 'high'), ({ seed, ...shape }, end) => {
      const input = withTimes(seed, randomGraph(seed, shape), shape.ranges);
      const timeline = randomTimeline(seed, input);
      const graph = buildGraph(input);
      const found = simulate(graph, timelineIn(graph, timeline), end);
      expect(found.settled).toBe(true);
      oracleHours(input, timeline, end).forEach((levels, hour) => {
        levels.forEach((level, v) => {
          const at = graph.indexOf[v];
          expect(levelAt(found, at, hour), `node ${v}, hour ${hour}`).toBeCloseTo(level, 8);
          if (hour === timeline.hours) return;
          expect(levelAt(found, at, hour + 0.5), `node ${v}, hour ${hour}.5`).toBeCloseTo(level, 8);
        });
      });
    }),
    { numRuns: RUNS },
  );
});
