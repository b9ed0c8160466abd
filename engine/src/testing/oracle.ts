/**
 * The model, written down as plainly as it reads and slow on purpose. Works on the input's own
 * indices and shares no code with the engine: whole components are swept until nothing moves.
 */
import type { GraphInput } from '../graph.ts';
import type { Question } from '../question.ts';

type End = 'low' | 'likely' | 'high';
interface Member {
  link: number;
  from: number;
  strength: number;
  weight: number;
}
export interface Group {
  rule: string;
  k: number;
  members: Member[];
  aids: { capacity: number; via: number }[];
}
export interface Net {
  groups: Group[][];
  component: number[];
  size: number;
  redundant: (g: Group) => boolean;
}

const RULE = ['all', 'any', 'atLeast', 'share'];

/** Levels by input index at one end: 'low' is the pessimistic run. */
export function oracleLevels(input: GraphInput, question: Question, end: End): number[] {
  const net = netOf(input, end, question.workarounds);
  const given = new Set(oracleGroundless(input));
  return solveNet(input, net, given, {
    own: (v) =>
      Math.min(1, ...question.outages.filter((o) => o.node === v).map((o) => o.level[end])),
    observed: (v) => {
      const seen = question.observed.filter((o) => o.node === v).map((o) => o.level);
      return seen.length > 0 ? Math.min(...seen) : undefined;
    },
    severed: new Set(question.severed),
  });
}

/** Nodes without ground before any outage, at the strongest ends and without workarounds. */
export function oracleGroundless(input: GraphInput): number[] {
  const net = netOf(input, 'low', false);
  let given = new Set<number>();
  const calm = { own: () => 1, observed: () => undefined, severed: new Set<number>() };
  // Circles do not meet: a circle's missing ground is its own, so those before it are mended first.
  for (;;) {
    const levels = solveNet(input, net, given, calm);
    const bad = levels.findIndex((x, v) => x < 1 && feedersFine(net, levels, v));
    if (bad < 0) return [...given].sort((a, b) => a - b);
    const part = net.component[bad];
    given = new Set(
      [...given, ...levels.keys()].filter(
        (v) => given.has(v) || (net.component[v] === part && levels[v] < 1),
      ),
    );
  }
}

function feedersFine(net: Net, levels: number[], v: number): boolean {
  const part = net.component[v];
  return net.groups.every(
    (groups, u) =>
      net.component[u] !== part ||
      groups.every((g) =>
        g.members.every((m) => net.component[m.from] === part || levels[m.from] === 1),
      ),
  );
}

export function netOf(input: GraphInput, end: End, workarounds: boolean): Net {
  const n = input.nodeCount;
  const { links } = input;
  const strength = {
    low: links.strength.high,
    likely: links.strength.likely,
    high: links.strength.low,
  }[end];
  const groups: Group[][] = Array.from({ length: n }, () => []);
  const named = Array.from(input.groups.node, (_, g) => ({
    rule: RULE[input.groups.rule[g]],
    k: input.groups.k[g],
    members: [] as Member[],
    aids: [],
  }));
  for (let l = 0; l < links.from.length; l++) {
    const member = { link: l, from: links.from[l], strength: strength[l], weight: links.weight[l] };
    if (links.group[l] >= 0) named[links.group[l]].members.push(member);
    else groups[links.to[l]].push({ rule: 'all', k: 1, members: [member], aids: [] });
  }
  named.forEach((g, i) => {
    if (g.members.length > 0) groups[input.groups.node[i]].push(g);
  });
  for (let v = 0; v < n; v++) if (groups[v].length === 0) addParts(input, v, groups[v]);
  for (const g of groups.flat()) if (g.rule === 'share') fillWeights(g.members);
  const arcs: [number, number][] = [];
  groups.forEach((own, v) => {
    for (const g of own) for (const m of g.members) arcs.push([m.from, v]);
  });
  const aids = input.workarounds;
  for (let w = 0; w < aids.node.length; w++) {
    if (aids.via[w] >= 0) arcs.push([aids.via[w], aids.node[w]]);
    const target = aids.group[w] >= 0 ? [named[aids.group[w]] as Group] : groups[aids.node[w]];
    for (const g of workarounds ? target : [])
      g.aids.push({ capacity: aids.capacity[end][w], via: aids.via[w] });
  }
  const { component, size } = componentsOf(n, arcs);
  const redundant = (g: Group) =>
    (g.rule === 'any' && g.members.length > 1) || (g.rule === 'atLeast' && g.k < g.members.length);
  return { groups, component, size, redundant };
}

function addParts(input: GraphInput, v: number, groups: Group[]): void {
  if (input.kind[v] !== 3) return;
  const parts = [...input.parent.keys()].filter(
    (u) => input.parent[u] === v && input.kind[u] === 3,
  );
  if (parts.length === 0) return;
  const total = parts.reduce((sum, u) => sum + input.population[u], 0);
  const members = parts.map((u) => ({
    link: -1,
    from: u,
    strength: 1,
    weight: total > 0 ? input.population[u] / total : 1 / parts.length,
  }));
  groups.push({ rule: 'share', k: 1, members, aids: [] });
}

function fillWeights(members: Member[]): void {
  const without = members.filter((m) => Number.isNaN(m.weight));
  const sum = members.filter((m) => !Number.isNaN(m.weight)).reduce((s, m) => s + m.weight, 0);
  for (const m of without) m.weight = (1 - sum) / without.length;
}

/** Transitive closure; numbered so that arcs run upwards. */
function componentsOf(n: number, arcs: [number, number][]): { component: number[]; size: number } {
  const reaches = Array.from({ length: n }, (_, a) => Array.from({ length: n }, (_, b) => a === b));
  for (const [a, b] of arcs) reaches[a][b] = true;
  for (let m = 0; m < n; m++)
    for (let a = 0; a < n; a++)
      if (reaches[a][m]) for (let b = 0; b < n; b++) if (reaches[m][b]) reaches[a][b] = true;
  const leader = reaches.map((row, a) => row.findIndex((r, b) => r && reaches[b][a]));
  const before = (a: number) => reaches.filter((row) => row[a]).length;
  const leaders = [...new Set(leader)].sort((a, b) => before(a) - before(b));
  return { component: leader.map((l) => leaders.indexOf(l)), size: leaders.length };
}

interface Shock {
  own: (v: number) => number;
  observed: (v: number) => number | undefined;
  severed: Set<number>;
}

function solveNet(input: GraphInput, net: Net, given: Set<number>, shock: Shock): number[] {
  const x = new Array<number>(input.nodeCount).fill(1);
  for (let part = 0; part < net.size; part++) {
    const members = [...net.component.keys()].filter((v) => net.component[v] === part);
    solvePart(x, members, net, given, shock);
  }
  return x;
}

/** muX.nuY.F(X, Y), swept. */
function solvePart(
  x: number[],
  members: number[],
  net: Net,
  given: Set<number>,
  shock: Shock,
): void {
  for (const v of members) x[v] = 0;
  for (let round = 0; round < 3000; round++) {
    const y = x.slice();
    for (const v of members) y[v] = 1;
    for (let sweep = 0; sweep < 3000; sweep++) {
      let moved = false;
      for (const v of members) {
        const value = nodeLevel(v, x, y, net, given, shock);
        if (Math.abs(value - y[v]) > 1e-16) moved = true;
        y[v] = value;
      }
      if (!moved) break;
    }
    const moved = members.some((v) => Math.abs(y[v] - x[v]) > 1e-13);
    for (const v of members) x[v] = y[v];
    if (!moved) break;
  }
  for (const v of members) {
    if (x[v] > 1 - 1e-9) x[v] = 1;
    if (x[v] < 1e-9) x[v] = 0;
  }
}

function nodeLevel(
  v: number,
  x: number[],
  y: number[],
  net: Net,
  given: Set<number>,
  shock: Shock,
): number {
  const seen = shock.observed(v);
  if (seen !== undefined) return seen;
  let level = shock.own(v);
  for (const g of net.groups[v]) {
    const read = given.has(v) || !net.redundant(g) ? y : x;
    const felt = g.members.map(
      (m) => 1 - m.strength * (1 - (shock.severed.has(m.link) ? 0 : read[m.from])),
    );
    const aided = g.aids.map((a) => a.capacity * (a.via < 0 ? 1 : (given.has(v) ? y : x)[a.via]));
    level = Math.min(level, Math.max(ruleValue(g, felt), ...aided));
  }
  return level;
}

export function ruleValue(g: Group, felt: number[]): number {
  if (g.rule === 'all') return Math.min(...felt);
  if (g.rule === 'any') return Math.max(...felt);
  if (g.rule === 'share')
    return 1 - g.members.reduce((sum, m, i) => sum + m.weight * (1 - felt[i]), 0);
  return felt.sort((a, b) => b - a)[g.k - 1];
}
