import { gather, gatherIndices } from './build/gather.ts';
import { REGION, SERVICE } from './codes.ts';
import { falling } from './concentration/falling.ts';
import type { Graph } from './graph.ts';
import { load } from './solve/load.ts';
import { spread } from './solve/spread.ts';
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
  const byPeople = graph.peopleKnown;
  const found = tallies(nodes.length);
  const ws = workspaceOf(graph);
  ws.traced = false;
  try {
    load(ws, { outages: [], severed: [], observed: [], workarounds: false }, LIKELY);
    for (let i = 0; i < nodes.length; i++) {
      failAlone(ws, nodes[i]);
      measure(ws, found, i, byPeople);
      rewind(ws);
    }
  } finally {
    reset(ws);
  }
  return sorted(graph, nodes, found, byPeople);
}

/** Spreads the loss of one node at level 0. */
function failAlone(ws: Workspace, v: number): void {
  ws.capped[0] = v;
  ws.cap[v] = 0;
  spread(ws);
  ws.cap[v] = 1;
  ws.capped.length = 0;
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

function measure(ws: Workspace, found: Tallies, at: number, byPeople: boolean): void {
  const { kind, downAt, population, isLeafRegion } = ws.graph;
  const { level, hits, hitCount } = ws;
  let [people, touched, services, regions, down] = [0, 0, 0, 0, 0];
  for (let i = 0; i < hitCount; i++) {
    const v = hits[i];
    const lost = 1 - level[v];
    if (isDown(level[v], downAt[v])) down++;
    if (kind[v] === SERVICE) services += lost;
    if (kind[v] !== REGION) continue;
    regions += lost;
    if (!isLeafRegion[v] || Number.isNaN(population[v])) continue;
    people += population[v] * lost;
    touched += population[v];
  }
  found.people[at] = people;
  found.touched[at] = touched;
  found.servicesLost[at] = services;
  found.score[at] = byPeople ? people : services + regions;
  found.down[at] = down;
  found.degraded[at] = hitCount - down;
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
