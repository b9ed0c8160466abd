import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../build/build-graph.ts';
import type { Graph } from '../graph.ts';
import type { Question } from '../question.ts';
import { isRedundant } from '../redundant.ts';
import { solve } from '../solve/solve.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { randomTimeline, timelineIn, withTimes } from '../testing/random-timeline.ts';
import { RUNS } from '../testing/runs.ts';
import { draw } from '../testing/sketch.ts';
import { lastOptions } from './last-options.ts';
import { levelAt } from './level-at.ts';
import { type Simulation, simulate } from './simulate.ts';
import type { Span } from './spans.ts';
import type { Timeline } from './timeline.ts';

const cases = fc.record({
  seed: fc.integer(),
  nodes: fc.integer({ min: 2, max: 14 }),
  degree: fc.constantFrom(1, 2, 3),
  circles: fc.boolean(),
  ranges: fc.constant(false),
  sharp: fc.boolean(),
});

function nodesAt(found: ReadonlyMap<number, Span[]>, hour: number): number[] {
  const on = ({ from, until }: Span) => from <= hour && hour < until;
  return [...found].filter(([, spans]) => spans.some(on)).map(([node]) => node);
}

/** What is in force at an hour, as a question of that instant. */
function questionAt(timeline: Timeline, hour: number): Question {
  const lasts = ({ from, until }: Span) => from <= hour && hour < until;
  return {
    outages: timeline.outages.map(({ node, cause, steps }) => {
      const level = steps.filter((step) => step.hour <= hour).at(-1)?.level ?? 1;
      return { node, cause, level: { low: level, likely: level, high: level } };
    }),
    severed: timeline.severed.filter(lasts).map(({ link }) => link),
    observed: timeline.observed.filter(lasts),
    workarounds: false,
  };
}

test('where time plays no part, who is on the last option is what the instant says', () => {
  fc.assert(
    fc.property(cases, ({ seed, ...shape }) => {
      const input = randomGraph(seed, shape);
      const graph = buildGraph(input);
      const timeline = { ...timelineIn(graph, randomTimeline(seed, input)), workarounds: false };
      const found = lastOptions(graph, simulate(graph, timeline, 'likely'), timeline, 'likely');
      for (let hour = 0; hour <= timeline.hours; hour += 0.5) {
        const { atRisk } = solve(graph, questionAt(timeline, hour));
        expect(
          nodesAt(found, hour).sort((a, b) => a - b),
          `hour ${hour}`,
        ).toEqual([...atRisk]);
      }
    }),
    { numRuns: RUNS },
  );
});

/** By the definition, with every past half hour looked at: the hours of the cases are whole. */
function isLost(graph: Graph, run: Simulation, timeline: Timeline, link: number, hour: number) {
  const cut = timeline.severed.some(
    (one) => one.link === link && one.from <= hour && hour < one.until,
  );
  const strength = graph.strength.likely[link];
  if (cut) return strength > 0;
  let most = 0;
  for (let u = hour - graph.buffer.likely[link]; u <= hour; u += 0.5) {
    most = Math.max(most, u < 0 ? 1 : levelAt(run, graph.from[link], u));
  }
  return 1 - strength + strength * most < 1;
}

test('with buffers, lags and workarounds it is the count of healthy members at every hour', () => {
  fc.assert(
    fc.property(cases, ({ seed, ...shape }) => {
      const input = withTimes(seed, randomGraph(seed, shape), false);
      const graph = buildGraph(input);
      const timeline = timelineIn(graph, randomTimeline(seed, input));
      const run = simulate(graph, timeline, 'likely');
      const found = lastOptions(graph, run, timeline, 'likely');
      for (let hour = 0; hour <= timeline.hours; hour += 0.5) {
        const edge = new Set<number>();
        for (let g = 0; g < graph.groupCount; g++) {
          const [first, last] = [graph.linkStart[g], graph.linkStart[g + 1]];
          if (!isRedundant(graph.groupRule[g], graph.groupNeed[g], last - first)) continue;
          if (levelAt(run, graph.groupNode[g], hour) < 1) continue;
          let healthy = 0;
          for (let l = first; l < last; l++) {
            if (!isLost(graph, run, timeline, l, hour)) healthy++;
          }
          if (healthy === graph.groupNeed[g]) edge.add(graph.groupNode[g]);
        }
        expect(new Set(nodesAt(found, hour)), `hour ${hour}`).toEqual(edge);
      }
    }),
    { numRuns: RUNS },
  );
});

test('a link that is cut twice at once is lost once, until the later end', () => {
  const { graph, nameOf, input } = draw({
    links: ['a > s.g', 'b > s.g', 'c > s.g'],
    groups: { 's.g': 'any' },
  });
  const [first, second] = [0, 1].map((link) => {
    const { indexOf, linkIndexOf } = graph;
    expect(nameOf(indexOf[input.links.from[link]])).toBe(['a', 'b'][link]);
    return linkIndexOf[link];
  });
  const timeline: Timeline = {
    hours: 20,
    outages: [],
    observed: [],
    workarounds: false,
    declared: 0,
    severed: [
      { link: first, from: 1, until: 5 },
      { link: first, from: 3, until: 9 },
      { link: second, from: 7, until: 12 },
    ],
  };
  const spans = lastOptions(graph, simulate(graph, timeline, 'likely'), timeline, 'likely');
  expect([...spans.values()]).toEqual([[{ from: 7, until: 9 }]]);
});
