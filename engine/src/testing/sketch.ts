/** Small graphs by name, for truth cases. */
import { CAUSES, type Cause, KINDS, type Kind, RULES, type Rule, STATES } from '../codes.ts';
import type { GraphInput } from '../graph.ts';
import { buildGraph, type Impact, type Question, solve } from '../index.ts';
import { linkArrays, same } from './random-graph.ts';

type Number3 = number | [number, number, number];

interface More {
  strength?: Number3;
  weight?: number;
}

export interface Sketch {
  /** Nodes in order; a kind, or more. Anything linked but not listed is a service. */
  nodes?: Record<string, Kind | { kind: Kind; parent?: string; people?: number; downAt?: number }>;
  /** 'a > b' or 'a > b.group'. */
  links: (string | [string, More])[];
  /** 'node.group': rule, or k of atLeast. */
  groups?: Record<string, Rule | number>;
  workarounds?: { for: string; capacity: Number3; via?: string }[];
}

export interface Asked {
  down?: Record<string, Number3>;
  cause?: Record<string, Cause>;
  severed?: string[];
  observed?: Record<string, number>;
  workarounds?: boolean;
}

const three = (x: Number3): [number, number, number] => (typeof x === 'number' ? [x, x, x] : x);

/** Draws the graph and gives ways to ask it by name. */
export function draw(sketch: Sketch) {
  const links = sketch.links.map((l): [string, More] => (typeof l === 'string' ? [l, {}] : l));
  const ends = links.map(([text]) => text.split(' > ') as [string, string]);
  const names = [...Object.keys(sketch.nodes ?? {})];
  const add = (name: string | undefined) => name && !names.includes(name) && names.push(name);
  for (const [a, b] of ends) [a, b.split('.')[0]].map(add);
  for (const w of sketch.workarounds ?? []) [w.for.split('.')[0], w.via].map(add);
  const at = (name: string) => names.indexOf(name);
  const groups = Object.keys(sketch.groups ?? {});
  const detail = names.map((name) => {
    const node = sketch.nodes?.[name] ?? 'service';
    return typeof node === 'string' ? { kind: node } : node;
  });
  const aids = sketch.workarounds ?? [];
  const capacity = aids.map((w) => three(w.capacity));
  const input: GraphInput = {
    nodeCount: names.length,
    kind: Uint8Array.from(detail, (d) => KINDS.indexOf(d.kind)),
    downAt: Float64Array.from(detail, (d) => ('downAt' in d ? (d.downAt ?? 0.1) : 0.1)),
    parent: Int32Array.from(detail, (d) => ('parent' in d && d.parent ? at(d.parent) : -1)),
    population: Float64Array.from(detail, (d) => ('people' in d ? (d.people ?? NaN) : NaN)),
    links: linkArrays(
      links.map(([, more], i) => ({
        from: at(ends[i][0]),
        to: at(ends[i][1].split('.')[0]),
        group: groups.indexOf(ends[i][1]),
        strength: three(more.strength ?? 1),
        weight: more.weight ?? NaN,
      })),
    ),
    groups: {
      node: Uint32Array.from(groups, (g) => at(g.split('.')[0])),
      rule: Uint8Array.from(groups, (g) => ruleOf(sketch.groups?.[g])),
      k: Uint32Array.from(groups, (g) => Number(sketch.groups?.[g]) || 1),
    },
    workarounds: {
      node: Uint32Array.from(aids, (w) => at(w.for.split('.')[0])),
      group: Int32Array.from(aids, (w) => groups.indexOf(w.for)),
      capacity: {
        low: Float64Array.from(capacity, (c) => c[0]),
        likely: Float64Array.from(capacity, (c) => c[1]),
        high: Float64Array.from(capacity, (c) => c[2]),
      },
      via: Int32Array.from(aids, (w) => (w.via ? at(w.via) : -1)),
      after: same(new Float64Array(aids.length)),
      lasts: same(new Float64Array(aids.length)),
    },
    restartLag: same(new Float64Array(names.length)),
  };
  const graph = buildGraph(input);
  const node = (name: string) => graph.indexOf[at(name)];
  const link = (text: string) =>
    graph.linkIndexOf[links.findIndex(([t]) => t.split('.')[0] === text)];
  const question = (asked: Asked): Question => ({
    outages: Object.entries(asked.down ?? {}).map(([name, level]) => {
      const [low, likely, high] = three(level);
      const cause = CAUSES.indexOf(asked.cause?.[name] ?? 'failed');
      return { node: node(name), level: { low, likely, high }, cause };
    }),
    severed: (asked.severed ?? []).map(link),
    observed: Object.entries(asked.observed ?? {}).map(([n, level]) => ({ node: node(n), level })),
    workarounds: asked.workarounds ?? false,
  });
  const nameOf = (v: number) => names[graph.order[v]];
  return {
    input,
    graph,
    node,
    link,
    nameOf,
    question,
    ask: (a: Asked) => view(solve(graph, question(a)), node, nameOf),
    solve: (q: Question) => view(solve(graph, q), node, nameOf),
  };
}

function ruleOf(rule: Rule | number | undefined): number {
  return typeof rule === 'number' ? 2 : RULES.indexOf(rule ?? 'all');
}

/** An impact read by name. */
function view(impact: Impact, node: (name: string) => number, nameOf: (v: number) => string) {
  return {
    impact,
    level: (name: string) => impact.level.likely[node(name)],
    low: (name: string) => impact.level.low[node(name)],
    high: (name: string) => impact.level.high[node(name)],
    state: (name: string) => STATES[impact.state[node(name)]],
    cause: (name: string) => CAUSES[impact.cause[node(name)]],
    names: (list: Uint32Array) => Array.from(list, nameOf).sort(),
  };
}
