import type { Graph } from '../graph.ts';
import { createQueue, type Queue } from './queue.ts';

/** Which end of the ranges a run takes. */
export const PESSIMISTIC = 0;
export const LIKELY = 1;
export const OPTIMISTIC = 2;

/** More than there are links: hops * LINKS + link is in order of hops, then of links. */
export const LINKS = 2 ** 32;
/** hops * LINKS + link is exact up to here; who is further away, or not yet found, is as far as this. */
export const MOST_HOPS = 2 ** 20;

/**
 * Arrays that a run over one graph writes. At rest every level is 1 and every list empty, so a run
 * costs what it touches and not the size of the graph; `reset` brings it back to rest.
 */
export interface Workspace {
  readonly graph: Graph;
  /** By slot (see Circles). */
  readonly level: Float64Array;
  /** Slot that a link reads: Circles.linkSlot, or the slot of 0 once severed. */
  readonly source: Uint32Array;
  /** The same but for cuts and buffers: what a circle's solution follows to find readers. */
  readonly base: Uint32Array;
  /** Told of each slot that a circle writes while it settles; null: nobody listens. */
  relay: ((slot: number) => void) | null;
  /** Own outage level, 1 without one; `capped` lists the nodes that have one. */
  readonly cap: Float64Array;
  readonly capped: number[];
  /** Observed: 1 in `fixed`, the level in `pin`; `pinned` lists them. */
  readonly fixed: Uint8Array;
  readonly pin: Float64Array;
  readonly pinned: number[];
  readonly severed: number[];
  /** Per group: [stamp + losses, spare]; stamps under `stamp` are old and count as no losses. Signed: faster. */
  readonly tally: Int32Array;
  stamp: number;
  /**
   * Per node outside circles: [the least that it feels over direct links so far, 1 once it is settled;
   * in traced runs hops * LINKS + link of that least]. Side by side: one line of the cache for both.
   */
  readonly bounds: Float64Array;
  readonly queue: Queue;
  /** Nodes with a level under 1, ascending. */
  readonly hits: Uint32Array;
  hitCount: number;
  /** Of traced runs: redundant groups that may have come to the edge; may repeat. */
  readonly risk: number[];
  /** Binding link of a hit node, -1 its own outage; hops to the outage; cause code. */
  readonly binding: Int32Array;
  readonly distance: Int32Array;
  readonly cause: Uint8Array;
  readonly ownCause: Uint8Array;
  /** Members of the circle at hand that may fall, and the level in the making. */
  readonly inside: Uint8Array;
  readonly waiting: Uint8Array;
  readonly next: Float64Array;
  readonly scratch: Float64Array;
  settled: boolean;
  /** The settings of the run. */
  strength: Float64Array;
  outStrength: Float64Array;
  rule: Uint8Array;
  capacity: Float64Array;
  aids: boolean;
  end: number;
  traced: boolean;
}

/** `more`: slots on top, for links that deliver something else than their provider's level. */
export function createWorkspace(graph: Graph, more = 0): Workspace {
  const { nodeCount: n, groupCount, circles } = graph;
  const level = new Float64Array(circles.slotCount + more).fill(1);
  const source = circles.linkSlot.slice();
  level[n] = 0;
  const tally = new Int32Array(2 * groupCount);
  for (let g = 0; g < groupCount; g++) tally[2 * g + 1] = circles.spare[g];
  return {
    graph,
    level,
    source,
    base: more > 0 ? circles.linkSlot : source,
    relay: null,
    cap: new Float64Array(n).fill(1),
    capped: [],
    fixed: new Uint8Array(n),
    pin: new Float64Array(n),
    pinned: [],
    severed: [],
    tally,
    stamp: 1,
    bounds: new Float64Array(2 * n).fill(1),
    queue: createQueue(n),
    hits: new Uint32Array(n + 1),
    hitCount: 0,
    risk: [],
    binding: new Int32Array(n),
    distance: new Int32Array(n),
    cause: new Uint8Array(n),
    ownCause: new Uint8Array(n),
    inside: new Uint8Array(n),
    waiting: new Uint8Array(n),
    next: new Float64Array(n),
    scratch: new Float64Array(graph.largestGroup),
    settled: true,
    strength: graph.strength.likely,
    outStrength: graph.outStrength.likely,
    rule: graph.groupRule,
    capacity: graph.aids.capacity.likely,
    aids: false,
    end: LIKELY,
    traced: false,
  };
}

/** With the losses of one more run it stays a small integer. */
const MOST_STAMPS = 0x20000000;

const kept = new WeakMap<Graph, Workspace>();

/** The workspace of a graph, at rest. Runs over one graph must not be nested. */
export function workspaceOf(graph: Graph): Workspace {
  let ws = kept.get(graph);
  if (!ws) {
    ws = createWorkspace(graph);
    kept.set(graph, ws);
  }
  return ws;
}

/** Sets a node's level in both slots. */
export function setLevel(ws: Workspace, v: number, level: number): void {
  ws.level[v] = level;
  ws.level[ws.graph.circles.upperSlot[v]] = level;
}

/** Forgets the levels of the last run and keeps the question. O(nodes hit). */
export function rewind(ws: Workspace): void {
  const { level, hits, tally } = ws;
  const { upperSlot, count } = ws.graph.circles;
  if (ws.hitCount * 4 > ws.graph.nodeCount) level.fill(1, 0, ws.graph.nodeCount);
  else for (let i = 0; i < ws.hitCount; i++) level[hits[i]] = 1;
  for (let i = 0; count > 0 && i < ws.hitCount; i++) level[upperSlot[hits[i]]] = 1;
  ws.hitCount = 0;
  ws.risk.length = 0;
  ws.queue.from = 0;
  ws.settled = true;
  ws.stamp += ws.graph.largestGroup + 1;
  if (ws.stamp > MOST_STAMPS) {
    for (let i = 0; i < tally.length; i += 2) tally[i] = 0;
    ws.stamp = 1;
  }
}

/** Back to rest. */
export function reset(ws: Workspace): void {
  rewind(ws);
  for (const v of ws.capped) ws.cap[v] = 1;
  for (const v of ws.pinned) ws.fixed[v] = 0;
  for (const l of ws.severed) ws.source[l] = ws.graph.circles.linkSlot[l];
  ws.capped.length = 0;
  ws.pinned.length = 0;
  ws.severed.length = 0;
}
