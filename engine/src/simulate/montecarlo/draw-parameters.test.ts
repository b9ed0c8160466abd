import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../build/build-graph.ts';
import { randomGraph } from '../../testing/random-graph.ts';
import { randomTimeline, timelineIn, withTimes } from '../../testing/random-timeline.ts';
import { RUNS } from '../../testing/runs.ts';
import { simulate } from '../simulate.ts';
import { SHAPES } from './distributions.ts';
import { drawParameters } from './draw-parameters.ts';
import { generator } from './random.ts';

const PERT = SHAPES.indexOf('pert');

function incident(seed: number, circles: boolean) {
  const shape = { nodes: 10, degree: 1.5, circles, ranges: true, sharp: false };
  const input = withTimes(seed, randomGraph(seed, shape), true);
  const graph = buildGraph(input);
  return { graph, timeline: timelineIn(graph, randomTimeline(seed, input)) };
}

test('draws lie within the ranges of the graph', () => {
  const { graph } = incident(4, true);
  for (const shape of [0, 1, 2]) {
    const drawn = drawParameters(graph, shape, generator(1, shape));
    for (const [out, ends] of [
      [drawn.strength, graph.strength],
      [drawn.buffer, graph.buffer],
      [drawn.lag, graph.restartLag],
      [drawn.capacity, graph.aids.capacity],
      [drawn.after, graph.aids.after],
    ] as const) {
      out.forEach((x, i) => {
        expect(x >= ends.low[i] && x <= ends.high[i]).toBe(true);
      });
    }
  }
});

test('a run is the same in any order and split of the runs, and leaves nothing behind', () => {
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), (seed, circles) => {
      const { graph, timeline } = incident(seed, circles);
      const run = (i: number, into?: ReturnType<typeof drawParameters>) => {
        const drawn = drawParameters(graph, PERT, generator(seed, i), into);
        return { drawn, simulation: simulate(graph, timeline, 'likely', drawn) };
      };
      const forwards = [0, 1, 2].map((i) => run(i).simulation);
      const { drawn } = run(5);
      const backwards = [2, 1, 0].map((i) => run(i, drawn).simulation);
      expect(backwards.reverse()).toEqual(forwards);
    }),
    { numRuns: RUNS },
  );
});
