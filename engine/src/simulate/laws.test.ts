/** The laws of the model at every hour, on random graphs and incidents, circles included. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../build/build-graph.ts';
import type { Graph, GraphInput } from '../graph.ts';
import { solve } from '../solve/solve.ts';
import { random, randomGraph, same } from '../testing/random-graph.ts';
import { randomTimeline, timelineIn, withTimes } from '../testing/random-timeline.ts';
import { RUNS } from '../testing/runs.ts';
import { shapes } from '../testing/shapes.ts';
import { shuffled } from '../testing/shuffled.ts';
import { levelAt } from './level-at.ts';
import { type Simulation, simulate } from './simulate.ts';
import type { End, Parameters, Timeline } from './timeline.ts';

interface Case {
  input: GraphInput;
  graph: Graph;
  /** By input index. */
  timeline: Timeline;
  next: () => number;
}

function law(name: string, holds: (found: Case) => void): void {
  test(name, () => {
    fc.assert(
      fc.property(fc.integer(), shapes, (seed, shape) => {
        const input = withTimes(seed, randomGraph(seed, shape), shape.ranges);
        const timeline = randomTimeline(seed, input);
        holds({ input, graph: buildGraph(input), timeline, next: random(seed + 1) });
      }),
      { numRuns: RUNS },
    );
  });
}

function run(graph: Graph, timeline: Timeline, end: End = 'likely', given: Parameters = {}) {
  return { graph, simulation: simulate(graph, timelineIn(graph, timeline), end, given) };
}

/** At every hour at which any of the two changes, no node of the worse one is higher. */
function noHigher(worse: ReturnType<typeof run>, better: ReturnType<typeof run>): void {
  const hours = new Set([...worse.simulation.stepHour, ...better.simulation.stepHour]);
  for (const hour of hours) {
    for (let v = 0; v < worse.graph.nodeCount; v++) {
      const level = levelAt(worse.simulation, worse.graph.indexOf[v], hour);
      const most = levelAt(better.simulation, better.graph.indexOf[v], hour);
      expect(level, `node ${v}, hour ${hour}`).toBeLessThanOrEqual(most + 1e-8);
    }
  }
}

const anyOf = (next: () => number, count: number) => Math.floor(next() * count);
const worsened = (values: Float64Array, next: () => number, change: (x: number) => number) =>
  values.map((x) => (next() < 0.4 ? change(x) : x));

law('1: no outage, every level is 1 at every hour', ({ graph, timeline }) => {
  const calm = { ...timeline, outages: [], severed: [], observed: [] };
  for (const end of ['low', 'likely', 'high'] as const) {
    const { simulation } = run(graph, calm, end);
    expect(simulation.stepHour.length).toBe(graph.nodeCount);
    expect(simulation.stepLevel.every((x) => x === 1)).toBe(true);
  }
});

law('2: one more outage, no level is higher', ({ input, graph, timeline, next }) => {
  const from = 12 * next();
  const more = {
    node: anyOf(next, input.nodeCount),
    cause: 0,
    steps: [
      { hour: from, level: next() },
      { hour: from + 20 * next(), level: 1 },
    ],
  };
  const worse = { ...timeline, outages: [...timeline.outages, more] };
  noHigher(run(graph, worse), run(graph, timeline));
});

law('2: a deeper or a longer outage, no level is higher', ({ graph, timeline, next }) => {
  const deeper = timeline.outages.map((o) => ({
    ...o,
    steps: o.steps.map((s) => (next() < 0.5 ? { ...s, level: s.level * next() } : s)),
  }));
  noHigher(run(graph, { ...timeline, outages: deeper }), run(graph, timeline));
  const longer = timeline.outages.map((o) => {
    let least = 1;
    const steps = o.steps.map(({ hour, level }) => {
      const later = level > least ? 5.5 : 0;
      least = level;
      return { hour: hour + later, level };
    });
    return { ...o, steps: rising(o.steps) ? steps : o.steps };
  });
  noHigher(run(graph, { ...timeline, outages: longer }), run(graph, timeline));
});

/** After its first step an outage only recovers. */
function rising(steps: { level: number }[]): boolean {
  return steps.every((s, i) => i < 2 || s.level >= steps[i - 1].level);
}

law('2: one more severed link, no level is higher', ({ input, graph, timeline, next }) => {
  if (input.links.from.length === 0) return;
  const from = 12 * next();
  const cut = { link: anyOf(next, input.links.from.length), from, until: from + 20 * next() };
  const worse = { ...timeline, severed: [...timeline.severed, cut] };
  noHigher(run(graph, worse), run(graph, timeline));
});

law('3: higher strength, shorter buffer, longer lag, no level is higher', (found) => {
  const { graph, timeline, next } = found;
  const { strength, buffer, restartLag } = graph;
  const cases: Parameters[] = [
    { buffer: worsened(buffer.likely, next, (x) => x * next()) },
    { lag: worsened(restartLag.likely, next, (x) => x + 4 * next()) },
  ];
  // Higher strength may take ground away; the ends of the graph's own ranges do not.
  if (graph.ranged) cases.push({ strength: strength.high });
  for (const given of cases) {
    noHigher(run(graph, timeline, 'likely', given), run(graph, timeline));
  }
});

law('3: later, shorter and weaker workarounds, no level is higher', (found) => {
  const { graph, timeline, next } = found;
  const { after, lasts, capacity } = graph.aids;
  // A later start keeps its end here: with the same endurance it would work at later hours.
  const cases: Parameters[] = [
    {
      lasts: worsened(lasts.likely, next, (x) => (x === Number.POSITIVE_INFINITY ? 3 : x * next())),
    },
    { capacity: worsened(capacity.likely, next, (x) => x * next()) },
  ];
  const delay = after.likely.map(() => (next() < 0.4 ? 3 * next() : 0));
  cases.push({
    after: after.likely.map((x, w) => x + delay[w]),
    lasts: lasts.likely.map((x, w) => Math.max(0, x - delay[w])),
  });
  for (const given of cases) {
    noHigher(run(graph, timeline, 'likely', given), run(graph, timeline));
  }
  noHigher(run(graph, { ...timeline, workarounds: false }), run(graph, timeline));
});

law('5: the order of nodes, links, groups and events changes nothing', (found) => {
  const { input, graph, timeline, next } = found;
  const turned = shuffled(input, next);
  const other = buildGraph(turned.input);
  const turnedRun = run(other, {
    ...timeline,
    outages: timeline.outages.map((o) => ({ ...o, node: turned.node[o.node] })).reverse(),
    severed: timeline.severed.map((s) => ({ ...s, link: turned.link[s.link] })).reverse(),
    observed: timeline.observed.map((o) => ({ ...o, node: turned.node[o.node] })).reverse(),
  }).simulation;
  const first = run(graph, timeline).simulation;
  for (let v = 0; v < input.nodeCount; v++) {
    const [a, b] = [graph.indexOf[v], other.indexOf[turned.node[v]]];
    const hours = stepHours(first, a);
    for (const hour of [...hours, ...stepHours(turnedRun, b)]) {
      expect(levelAt(turnedRun, b, hour)).toBeCloseTo(levelAt(first, a, hour), 8);
    }
  }
});

function stepHours({ stepStart, stepHour }: Simulation, v: number): number[] {
  return Array.from(stepHour.subarray(stepStart[v], stepStart[v + 1]));
}

law('both ends envelop every draw within the ranges', ({ graph, timeline, next }) => {
  const draw = ({ low, high }: GraphInput['restartLag']) =>
    low.map((x, i) => (x === high[i] ? x : x + (high[i] - x) * [0, 1, next()][anyOf(next, 3)]));
  const { strength, buffer, restartLag, aids } = graph;
  const drawn: Parameters = {
    strength: draw(strength),
    buffer: draw(buffer),
    lag: draw(restartLag),
    capacity: draw(aids.capacity),
    lasts: draw(aids.lasts),
    after: draw(aids.after),
  };
  noHigher(run(graph, timeline, 'low'), run(graph, timeline, 'likely', drawn));
  noHigher(run(graph, timeline, 'likely', drawn), run(graph, timeline, 'high'));
});

law('without buffers and lags each hour is the answer at one instant', (found) => {
  const { input, timeline } = found;
  const none = (length: number) => same(new Float64Array(length));
  const graph = buildGraph({
    ...input,
    links: { ...input.links, buffer: none(input.links.from.length) },
    restartLag: none(input.nodeCount),
    workarounds: {
      ...input.workarounds,
      after: none(input.workarounds.node.length),
      lasts: same(new Float64Array(input.workarounds.node.length).fill(Number.POSITIVE_INFINITY)),
    },
  });
  const inEngine = { ...timelineIn(graph, timeline), declared: 0 };
  const simulation = simulate(graph, inEngine, 'likely');
  for (let hour = 0; hour <= timeline.hours; hour++) {
    const { level } = solve(graph, questionAt(inEngine, hour));
    for (let v = 0; v < graph.nodeCount; v++) {
      expect(levelAt(simulation, v, hour)).toBeCloseTo(level.likely[v], 8);
    }
  }
});

function questionAt(timeline: Timeline, hour: number) {
  const now = ({ from, until }: { from: number; until: number }) => from <= hour && hour < until;
  return {
    outages: timeline.outages.flatMap(({ node, cause, steps }) => {
      const level = steps.filter((s) => s.hour <= hour).at(-1)?.level ?? 1;
      return level < 1 ? [{ node, cause, level: { low: level, likely: level, high: level } }] : [];
    }),
    severed: timeline.severed.filter(now).map(({ link }) => link),
    observed: timeline.observed.filter(now).map(({ node, level }) => ({ node, level })),
    workarounds: timeline.workarounds,
  };
}

law('what begins at hour 0 has the causes of the answer at one instant', (found) => {
  const { graph, timeline } = found;
  const always = { from: 0, until: Number.POSITIVE_INFINITY };
  const none = (length: number) => new Float64Array(length);
  const inEngine = timelineIn(graph, {
    ...timeline,
    outages: timeline.outages.map((o) => ({ ...o, steps: [{ ...o.steps[0], hour: 0 }] })),
    severed: timeline.severed.map((s) => ({ ...s, ...always })),
    observed: timeline.observed.map((o) => ({ ...o, ...always })),
    declared: 0,
  });
  const { cause } = simulate(graph, inEngine, 'likely', {
    buffer: none(graph.linkCount),
    lag: none(graph.nodeCount),
    after: none(graph.aids.count),
    lasts: none(graph.aids.count).fill(Number.POSITIVE_INFINITY),
  });
  expect(cause).toEqual(solve(graph, questionAt(inEngine, 0)).cause);
});

law('steps rise in hours, start at 0, end by the horizon, and each is a change', (found) => {
  const { simulation } = run(found.graph, found.timeline);
  const { stepStart, stepHour, stepLevel, hours, cause } = simulation;
  for (let v = 0; v < found.graph.nodeCount; v++) {
    expect(stepHour[stepStart[v]]).toBe(0);
    let least = 1;
    for (let i = stepStart[v]; i < stepStart[v + 1]; i++) {
      least = Math.min(least, stepLevel[i]);
      expect(stepHour[i]).toBeLessThanOrEqual(hours);
      if (i === stepStart[v]) continue;
      expect(stepHour[i]).toBeGreaterThan(stepHour[i - 1]);
      expect(stepLevel[i]).not.toBe(stepLevel[i - 1]);
    }
    expect(cause[v] < 255).toBe(least < 1);
  }
});
