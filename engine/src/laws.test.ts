/** The laws of the model that concern one instant, on random graphs, circles included. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bindingPath,
  buildGraph,
  evaluateExplanation,
  explain,
  type Graph,
  type GraphInput,
  type Question,
  solve,
} from './index.ts';
import { inEngine, random, randomGraph, randomQuestion } from './testing/random-graph.ts';
import { RUNS } from './testing/runs.ts';
import { shapes } from './testing/shapes.ts';
import { shuffled } from './testing/shuffled.ts';

interface Case {
  input: GraphInput;
  graph: Graph;
  /** By input index. */
  question: Question;
  next: () => number;
}

/** Runs a law over random cases. */
function law(name: string, holds: (found: Case) => void): void {
  test(name, () => {
    fc.assert(
      fc.property(fc.integer(), shapes, (seed, shape) => {
        const input = randomGraph(seed, shape);
        const question = randomQuestion(seed, input, shape.ranges);
        holds({ input, graph: buildGraph(input), question, next: random(seed + 1) });
      }),
      { numRuns: RUNS },
    );
  });
}

/** Levels by input index. */
function levels(
  graph: Graph,
  question: Question,
  end: 'low' | 'likely' | 'high' = 'likely',
): number[] {
  const { level } = solve(graph, inEngine(graph, question));
  return Array.from(graph.indexOf, (v) => level[end][v]);
}

function noHigher(worse: number[], better: number[]): void {
  worse.forEach((level, v) => {
    expect(level, `node ${v}`).toBeLessThanOrEqual(better[v] + 1e-8);
  });
}

const anyOf = (next: () => number, count: number) => Math.floor(next() * count);

law('1: no outage, every level is 1', ({ graph }) => {
  const impact = solve(graph, { outages: [], severed: [], observed: [], workarounds: false });
  expect(impact.hit.length).toBe(0);
  expect(impact.maybe.length).toBe(0);
  expect(impact.atRisk.length).toBe(0);
});

law('2: one more outage, no level is higher', ({ input, graph, question, next }) => {
  const x = next();
  const more = {
    node: anyOf(next, input.nodeCount),
    level: { low: x, likely: x, high: x },
    cause: 0,
  };
  const worse = { ...question, outages: [...question.outages, more] };
  noHigher(levels(graph, worse), levels(graph, question));
});

law('2: one more severed link, no level is higher', ({ input, graph, question, next }) => {
  if (input.links.from.length === 0) return;
  const worse = {
    ...question,
    severed: [...question.severed, anyOf(next, input.links.from.length)],
  };
  noHigher(levels(graph, worse), levels(graph, question));
});

law(
  '3: higher strength, no level is higher while the same nodes have ground',
  ({ input, graph, question, next }) => {
    const raise = (s: Float64Array) => s.map((x, l) => (l % 3 === turn ? x + (1 - x) / 2 : x));
    const turn = anyOf(next, 3);
    const { low, likely, high } = input.links.strength;
    const strength = { low: raise(low), likely: raise(likely), high: raise(high) };
    const worse = buildGraph({ ...input, links: { ...input.links, strength } });
    if (String(worse.groundless) !== String(graph.groundless)) return;
    noHigher(levels(worse, question), levels(graph, question));
  },
);

law('3: weaker workarounds, no level is higher', ({ input, graph, question }) => {
  const half = (c: Float64Array) => c.map((x) => x / 2);
  const { low, likely, high } = input.workarounds.capacity;
  const capacity = { low: half(low), likely: half(likely), high: half(high) };
  const worse = buildGraph({ ...input, workarounds: { ...input.workarounds, capacity } });
  noHigher(levels(worse, question), levels(graph, question));
  noHigher(levels(graph, { ...question, workarounds: false }), levels(graph, question));
});

law(
  '3: larger k, no level is higher while the same nodes have ground',
  ({ input, graph, question }) => {
    const size = new Uint32Array(input.groups.node.length);
    for (const g of input.links.group) if (g >= 0) size[g]++;
    const k = input.groups.k.map((x, g) => Math.max(1, Math.min(size[g], x + 1)));
    const worse = buildGraph({ ...input, groups: { ...input.groups, k } });
    if (String(worse.groundless) !== String(graph.groundless)) return;
    noHigher(levels(worse, question), levels(graph, question));
  },
);

law(
  '5: the order of nodes, links, groups and workarounds changes nothing',
  ({ input, graph, question, next }) => {
    const turned = shuffled(input, next);
    const other = buildGraph(turned.input);
    const asked = {
      ...question,
      outages: question.outages.map((o) => ({ ...o, node: turned.node[o.node] })).reverse(),
      observed: question.observed.map((o) => ({ ...o, node: turned.node[o.node] })),
      severed: question.severed.map((l) => turned.link[l]),
    };
    const a = solve(graph, inEngine(graph, question));
    const b = solve(other, inEngine(other, asked));
    for (let v = 0; v < input.nodeCount; v++) {
      const [x, y] = [graph.indexOf[v], other.indexOf[turned.node[v]]];
      for (const end of ['low', 'likely', 'high'] as const) {
        expect(b.level[end][y]).toBeCloseTo(a.level[end][x], 8);
      }
      expect(b.state[y]).toBe(a.state[x]);
    }
  },
);

law('6: the explanation of a level evaluates to that level', ({ graph, question }) => {
  const asked = inEngine(graph, question);
  const impact = solve(graph, asked);
  for (let v = 0; v < graph.nodeCount; v++) {
    const explained = explain(graph, asked, impact, v);
    expect(evaluateExplanation(explained)).toBeCloseTo(impact.level.likely[v], 8);
  }
});

law(
  'every hit node has a path from an origin, over hit nodes, with its cause',
  ({ graph, question }) => {
    const asked = inEngine(graph, question);
    const impact = solve(graph, asked);
    const severed = new Set(asked.severed);
    for (const v of impact.hit) {
      const path = bindingPath(graph, asked, impact, v);
      const [origin] = path;
      expect(path.at(-1)).toBe(v);
      expect(new Set(path).size).toBe(path.length);
      path.slice(1).forEach((to, i) => {
        expect(
          graph.from.some((from, l) => from === path[i] && graph.to[l] === to && !severed.has(l)),
        ).toBe(true);
        expect(impact.level.likely[to]).toBeLessThan(1);
      });
      const observed = asked.observed.some((o) => o.node === origin && o.level < 1);
      const own = asked.outages.filter((o) => o.node === origin && o.level.likely < 1);
      const cut = asked.severed.some((l) => graph.to[l] === origin);
      expect(observed || own.length > 0 || cut).toBe(true);
      if (!observed && !cut) expect(own.map((o) => o.cause)).toContain(impact.cause[v]);
      if (!observed && own.length === 0) expect(impact.cause[v]).toBe(3);
    }
  },
);

law('at risk and unknown are what the model says', ({ graph, question }) => {
  const asked = inEngine(graph, question);
  const impact = solve(graph, asked);
  const level = impact.level.likely;
  const felt = (l: number) =>
    1 - graph.strength.likely[l] * (1 - (asked.severed.includes(l) ? 0 : level[graph.from[l]]));
  const atRisk: number[] = [];
  const links = Array.from(graph.from.keys());
  for (let v = 0; v < graph.nodeCount; v++) {
    const risky = Array.from({ length: graph.groupCount }, (_, g) => g).some((g) => {
      const own = links.filter((l) => graph.groupOf[l] === g);
      const need = graph.groupRule[g] === 1 ? 1 : graph.groupNeed[g];
      const redundant = graph.groupRule[g] === 1 || graph.groupRule[g] === 2;
      return (
        graph.groupNode[g] === v &&
        redundant &&
        need < own.length &&
        own.filter((l) => felt(l) === 1).length === need
      );
    });
    if (level[v] === 1 && risky) atRisk.push(v);
  }
  expect(Array.from(impact.atRisk)).toEqual(atRisk);
  for (const v of impact.unknown)
    expect([level[v], graph.inStart[v]]).toEqual([1, graph.inStart[v + 1]]);
});

law(
  'the pessimistic and the optimistic run envelop every choice within the ranges',
  ({ input, graph, question, next }) => {
    const pick = ({ low, high }: GraphInput['links']['strength']) => {
      const chosen = low.map((x, i) => x + (high[i] - x) * [0, 1, next()][anyOf(next, 3)]);
      return { low: chosen, likely: chosen, high: chosen };
    };
    const capacity = pick(input.workarounds.capacity);
    const chosen = buildGraph({
      ...input,
      links: { ...input.links, strength: pick(input.links.strength) },
      workarounds: { ...input.workarounds, capacity },
    });
    // A strength of 1 can take ground away; the ground is that of the strongest ends in both.
    if (String(chosen.groundless) !== String(graph.groundless)) return;
    const outages = question.outages.map((o) => {
      const x = o.level.low + (o.level.high - o.level.low) * next();
      return { ...o, level: { low: x, likely: x, high: x } };
    });
    const between = levels(chosen, { ...question, outages });
    noHigher(levels(graph, question, 'low'), between);
    noHigher(between, levels(graph, question, 'high'));
  },
);
