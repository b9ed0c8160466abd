import { gather, gatherIndices } from './build/gather.ts';
import { KINDS, REGION, SERVICE } from './codes.ts';
import { falling } from './concentration/falling.ts';
import type { Graph } from './graph.ts';
import { type Felling, fell, fellingOf } from './solve/fell.ts';
import { BLUNT, SHARP } from './solve/grades.ts';
import { load } from './solve/load.ts';
import { spread, spreadOut } from './solve/spread.ts';
import { isDown } from './solve/states.ts';
import { LIKELY, reset, rewind, type Workspace, workspaceOf } from './solve/workspace.ts';

/** Each candidate alone at level 0, worst first. Arrays run along `node`. */
export interface Ranking {
  /** Engine index. */
  node: Uint32Array;
  /** People lost; without a population on record the sum of 1 - level over services and regions. */
  score: Float64Array;
  people: Float64Array;
  /** Sum of 1 - level over services. */
  servicesLost: Float64Array;
  /** Nodes down and degraded, the candidate included. */
  down: Uint32Array;
  degraded: Uint32Array;
  /** People of leaf regions under level 1. */
  touched: Float64Array;
  /** Whether the score is people. */
  byPeople: boolean;
}

/**
 * Exact: one sparse propagation a candidate, without workarounds. Ties by services lost, then by
 * input index. O(sum over candidates of the nodes they hit and their links).
 */
export function rank(graph: Graph, options: { candidates?: Uint32Array } = {}): Ranking {
  const nodes = options.candidates ?? Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
  const ws = workspaceOf(graph);
  const found = tallies(nodes.length);
  const trial = { ws, felling: fellingOf(graph), found };
  ws.traced = false;
  try {
    load(ws, { outages: [], severed: [], observed: [], workarounds: false }, LIKELY);
    for (let i = 0; i < nodes.length; i++) {
      if (trial.felling.grade[nodes[i]] >= SHARP) failSharply(trial, nodes[i], i);
      else failAlone(trial, nodes[i], i);
      if (ws.hitCount > 0) rewind(ws);
    }
  } finally {
    reset(ws);
  }
  const { people, servicesLost, score } = found;
  for (let i = 0; i < nodes.length; i++) {
    score[i] = graph.peopleKnown ? people[i] : servicesLost[i] + score[i];
  }
  return sorted(graph, nodes, found, graph.peopleKnown);
}

interface Trial {
  readonly ws: Workspace;
  readonly felling: Felling;
  /** Along the candidates. Until the end `score` holds the sum of 1 - level over regions. */
  readonly found: Tallies;
}

/** Spreads the loss of one node at level 0. */
function failAlone(trial: Trial, v: number, at: number): void {
  const { ws } = trial;
  ws.capped[0] = v;
  ws.cap[v] = 0;
  spread(ws);
  ws.cap[v] = 1;
  ws.capped.length = 0;
  measure(trial, 0, at);
}

/** The same of a sharp node: the sharp nodes fall, then those around them feel it. */
function failSharply(trial: Trial, v: number, at: number): void {
  const count = fell(trial.felling, v);
  measureFallen(trial, count, at);
  const told = tellBlunt(trial, count);
  if (told === 0) return;
  spread(trial.ws);
  measure(trial, told, at);
}

/** Passes the fall on to nodes that are not sharp; returns how many of the fallen may be their providers. */
function tellBlunt({ ws, felling }: Trial, count: number): number {
  const { grade, outward, nodes } = felling;
  for (let i = 0; i < count; i++) {
    const v = nodes[i];
    if (outward[v] !== BLUNT) continue;
    ws.level[v] = 0;
    ws.hits[ws.hitCount++] = v;
    spreadOut(ws, v, -1, grade);
  }
  return ws.hitCount;
}

type Tallies = Omit<Ranking, 'node' | 'byPeople'>;

function tallies(count: number): Tallies {
  return {
    score: new Float64Array(count),
    people: new Float64Array(count),
    servicesLost: new Float64Array(count),
    down: new Uint32Array(count),
    degraded: new Uint32Array(count),
    touched: new Float64Array(count),
  };
}

/** Counts the fallen nodes: they are all at 0, and so down. */
function measureFallen({ felling, found }: Trial, count: number, at: number): void {
  const { nodes } = felling;
  const { kind, crowd } = felling.graph;
  const byKind = new Int32Array(KINDS.length);
  let people = 0;
  for (let i = 0; i < count; i++) {
    const v = nodes[i];
    byKind[kind[v]]++;
    people += crowd[v];
  }
  found.people[at] = found.touched[at] = people;
  found.servicesLost[at] = byKind[SERVICE];
  found.score[at] = byKind[REGION];
  found.down[at] = count;
}

/** Adds the hit nodes from the `from`-th on. */
function measure({ ws, found }: Trial, from: number, at: number): void {
  const { kind, downAt, crowd } = ws.graph;
  const { level, hits, hitCount } = ws;
  let [people, touched, services, regions, down] = [0, 0, 0, 0, 0];
  for (let i = from; i < hitCount; i++) {
    const v = hits[i];
    const lost = 1 - level[v];
    if (isDown(level[v], downAt[v])) down++;
    if (kind[v] === SERVICE) services += lost;
    if (kind[v] !== REGION) continue;
    regions += lost;
    people += crowd[v] * lost;
    touched += crowd[v];
  }
  found.people[at] += people;
  found.touched[at] += touched;
  found.servicesLost[at] += services;
  found.score[at] += regions;
  found.down[at] += down;
  found.degraded[at] = hitCount - from - down;
}

function sorted(graph: Graph, nodes: Uint32Array, found: Tallies, byPeople: boolean): Ranking {
  const by = worstFirst(graph, nodes, found);
  return {
    node: gatherIndices(nodes, by),
    score: gather(found.score, by),
    people: gather(found.people, by),
    servicesLost: gather(found.servicesLost, by),
    down: gatherIndices(found.down, by),
    degraded: gatherIndices(found.degraded, by),
    touched: gather(found.touched, by),
    byPeople,
  };
}

/** Positions of the candidates. `falling` keeps the order of ties, so the last key comes first. */
function worstFirst(graph: Graph, nodes: Uint32Array, { score, servicesLost }: Tallies) {
  const early = Float64Array.from(nodes, (v) => graph.nodeCount - graph.order[v]);
  let by: Uint32Array = falling(early);
  for (const key of [servicesLost, score]) by = gatherIndices(by, falling(gather(key, by)));
  return by;
}
