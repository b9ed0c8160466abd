/** Seeded graphs and questions, for property tests and for benches. Imports nothing random. */
import type { Ends, GraphInput } from '../graph.ts';
import type { Question } from '../question.ts';

/** Numbers in 0..1 from a seed. Source: Vigna's splitmix, cut to 32 bits (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Shape {
  nodes: number;
  /** Links per node, on average. */
  degree: number;
  /** Links may run backwards, so that circles arise. */
  circles: boolean;
  /** Strengths and capacities are ranges. */
  ranges: boolean;
  /** Only strength 1, and no share groups. */
  sharp: boolean;
}

interface Link {
  from: number;
  to: number;
  group: number;
  strength: [number, number, number];
  weight: number;
}

const STRENGTHS = [1, 1, 1, 0.85, 0.5, 0.3, 0];

/** A random graph of every kind, rule and oddity that the shape allows. */
export function randomGraph(seed: number, shape: Shape): GraphInput {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const n = shape.nodes;
  const kind = Uint8Array.from({ length: n }, () => below(4));
  const groups = randomGroups(n, below, shape.sharp);
  const links: Link[] = [];
  const perNode = groupsByNode(groups.node, n);
  for (let i = 0; i < n * shape.degree; i++) {
    const a = below(n);
    const b = below(n);
    const [from, to] = shape.circles || a < b ? [a, b] : [b, a];
    if (from === to && next() < 0.8) continue;
    if (!shape.circles && from === to) continue;
    const own = perNode[to];
    const group = own.length === 0 || next() < 0.25 ? -1 : own[below(own.length)];
    links.push({ from, to, group, strength: strengthOf(next, shape), weight: Number.NaN });
  }
  weigh(links, groups.rule, next);
  const size = new Uint32Array(groups.node.length);
  for (const { group } of links) if (group >= 0) size[group]++;
  const k = groups.k.map((_, g) => 1 + below(Math.max(1, size[g])));
  return {
    nodeCount: n,
    kind,
    downAt: Float64Array.from({ length: n }, () => [0.1, 0.1, 0, 0.5][below(4)]),
    parent: randomParents(n, kind, next),
    population: Float64Array.from(kind, () => (next() < 0.2 ? Number.NaN : 100 + below(900))),
    links: linkArrays(links),
    groups: { ...groups, k },
    workarounds: randomWorkarounds(n, groups.node, next, shape),
    restartLag: same(new Float64Array(n)),
  };
}

export function same(values: Float64Array): Ends {
  return { low: values, likely: values, high: values };
}

export function linkArrays(links: readonly Link[]): GraphInput['links'] {
  const end = (i: 0 | 1 | 2) => Float64Array.from(links, (l) => l.strength[i]);
  const likely = end(1);
  const ranged = links.some(
    (l) => l.strength[0] !== l.strength[1] || l.strength[2] !== l.strength[1],
  );
  return {
    from: Uint32Array.from(links, (l) => l.from),
    to: Uint32Array.from(links, (l) => l.to),
    group: Int32Array.from(links, (l) => l.group),
    strength: ranged ? { low: end(0), likely, high: end(2) } : same(likely),
    weight: Float64Array.from(links, (l) => l.weight),
    buffer: same(new Float64Array(links.length)),
  };
}

function strengthOf(next: () => number, shape: Shape): [number, number, number] {
  if (shape.sharp) return [1, 1, 1];
  const pick = () => STRENGTHS[Math.floor(next() * STRENGTHS.length)];
  const likely = pick();
  if (!shape.ranges) return [likely, likely, likely];
  return [Math.min(likely, pick()), likely, Math.max(likely, pick())];
}

function randomGroups(n: number, below: (n: number) => number, sharp: boolean) {
  const node: number[] = [];
  const rule: number[] = [];
  for (let v = 0; v < n; v++) {
    for (let i = below(3); i > 0; i--) {
      node.push(v);
      rule.push(below(sharp ? 3 : 4));
    }
  }
  const k = new Uint32Array(node.length).fill(1);
  return { node: Uint32Array.from(node), rule: Uint8Array.from(rule), k };
}

function groupsByNode(node: Uint32Array, n: number): number[][] {
  const byNode: number[][] = Array.from({ length: n }, () => []);
  node.forEach((v, g) => {
    byNode[v].push(g);
  });
  return byNode;
}

/** In some share groups every link has a weight, in others a few, summing to 0.5. */
function weigh(links: Link[], rule: Uint8Array, next: () => number): void {
  for (let g = 0; g < rule.length; g++) {
    const own = links.filter((l) => l.group === g);
    if (rule[g] !== 3 || own.length === 0) continue;
    const given = next() < 0.5 ? own : own.slice(0, own.length >> 1);
    const raw = given.map(() => 0.1 + next());
    const total = raw.reduce((a, b) => a + b, 0);
    const sum = given === own ? 1 : 0.5;
    given.forEach((l, i) => {
      l.weight = (raw[i] / total) * sum;
    });
  }
}

/** A region's parent is a region before it, so there is no ring. */
function randomParents(n: number, kind: Uint8Array, next: () => number): Int32Array {
  return Int32Array.from({ length: n }, (_, v) => {
    const regions = Array.from({ length: v }, (_, u) => u).filter((u) => kind[u] === 3);
    if (kind[v] !== 3 || regions.length === 0 || next() < 0.3) return -1;
    return regions[Math.floor(next() * regions.length)];
  });
}

function randomWorkarounds(
  n: number,
  groupNode: Uint32Array,
  next: () => number,
  shape: Shape,
): GraphInput['workarounds'] {
  const below = (count: number) => Math.floor(next() * count);
  const count = below(1 + n / 2);
  const node = new Uint32Array(count);
  const group = new Int32Array(count).fill(-1);
  const via = new Int32Array(count).fill(-1);
  for (let w = 0; w < count; w++) {
    node[w] = below(n);
    if (groupNode.length > 0 && next() < 0.6) {
      group[w] = below(groupNode.length);
      node[w] = groupNode[group[w]];
    }
    if (next() < 0.6) via[w] = shape.circles ? below(n) : below(node[w] + 1);
    if (!shape.circles && via[w] === node[w]) via[w] = -1;
  }
  const capacity = Float64Array.from(node, () => [0.2, 0.4, 0.7, 1][below(4)]);
  const ends = shape.ranges
    ? {
        low: capacity.map((c) => c * next()),
        likely: capacity,
        high: capacity.map((c) => c + (1 - c) * next()),
      }
    : same(capacity);
  return {
    node,
    group,
    capacity: ends,
    via,
    after: same(new Float64Array(count)),
    lasts: same(new Float64Array(count)),
  };
}

/** A question by input index. */
export function randomQuestion(seed: number, input: GraphInput, ranges = false): Question {
  const next = random(seed ^ 0x51ed270b);
  const below = (n: number) => Math.floor(next() * n);
  const n = input.nodeCount;
  const outages = Array.from({ length: below(4) }, () => {
    const likely = next() < 0.6 ? 0 : Math.round(next() * 100) / 100;
    const low = ranges ? likely * next() : likely;
    const high = ranges ? likely + (1 - likely) * next() : likely;
    return { node: below(n), level: { low, likely, high }, cause: below(3) };
  });
  const links = input.links.from.length;
  return {
    outages,
    severed: links > 0 && next() < 0.4 ? [below(links)] : [],
    observed: next() < 0.4 ? [{ node: below(n), level: next() < 0.4 ? 1 : next() }] : [],
    workarounds: next() < 0.5,
  };
}

/** The question in engine indices. */
export function inEngine(
  graph: { indexOf: Uint32Array; linkIndexOf: Uint32Array },
  question: Question,
): Question {
  return {
    outages: question.outages.map((o) => ({ ...o, node: graph.indexOf[o.node] })),
    severed: question.severed.map((l) => graph.linkIndexOf[l]),
    observed: question.observed.map((o) => ({ ...o, node: graph.indexOf[o.node] })),
    workarounds: question.workarounds,
  };
}

/**
 * Services that require every link in full: the start of graphs that are about their links alone.
 * `from`, `to`: by link, the provider and the dependent.
 */
export function bareGraph(nodeCount: number, from: Uint32Array, to: Uint32Array): GraphInput {
  const links = from.length;
  const none = () => same(new Float64Array(0));
  return {
    nodeCount,
    kind: new Uint8Array(nodeCount).fill(2),
    downAt: new Float64Array(nodeCount).fill(0.1),
    parent: new Int32Array(nodeCount).fill(-1),
    population: new Float64Array(nodeCount).fill(Number.NaN),
    links: {
      from,
      to,
      group: new Int32Array(links).fill(-1),
      strength: same(new Float64Array(links).fill(1)),
      weight: new Float64Array(links).fill(Number.NaN),
      buffer: same(new Float64Array(links)),
    },
    groups: { node: new Uint32Array(0), rule: new Uint8Array(0), k: new Uint32Array(0) },
    workarounds: {
      node: new Uint32Array(0),
      group: new Int32Array(0),
      capacity: none(),
      via: new Int32Array(0),
      after: none(),
      lasts: none(),
    },
    restartLag: same(new Float64Array(nodeCount)),
  };
}
