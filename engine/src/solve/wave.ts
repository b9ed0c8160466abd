import type { Graph } from '../graph.ts';
import { allPlain, type Grades, gradesOf, PLAIN } from './grades.ts';
import { spreadOut } from './spread.ts';
import type { Workspace } from './workspace.ts';

/** More than any tie, and a single bit. */
const UNSEEN_BIT = 30;
const UNSEEN = 2 ** UNSEEN_BIT;
/** Links that are copied whether a node has as many or not. */
const AT_LEAST_COPIED = 4;
/** Nodes whose links are copied before they are looked at: few enough to stay in the cache. */
const NODES_AT_ONCE = 1024;

/**
 * Pairs of whole numbers under 2^30, seen as numbers[2i], numbers[2i+1] or moved together as whole[i],
 * which is never NaN, so that its bits stay as they are.
 */
interface Pairs {
  readonly numbers: Int32Array;
  readonly whole: Float64Array;
}

/** Arrays of a walk in breadth over the plain nodes of a graph. */
interface Wave extends Grades {
  /** Links out of v to plain nodes, as far end and link: the pairs start[v] .. start[v+1]. */
  readonly start: Uint32Array;
  readonly out: Pairs;
  /** Those of the nodes at hand, and room for those that are copied in vain. */
  readonly copy: Pairs;
  /** By node: UNSEEN at rest; then layer * 2^bits + link, the least of the ways there. Signed: faster. */
  readonly tie: Int32Array;
  readonly bits: number;
  /** Nodes by layer; a place more than there are nodes, since it is written before it is counted. */
  readonly nodes: Uint32Array;
}

const kept = new WeakMap<Graph, Wave>();

function waveOf(graph: Graph): Wave {
  let wave = kept.get(graph);
  if (!wave) {
    const grades = gradesOf(graph);
    wave = {
      ...grades,
      ...plainLinks(graph, grades.grade),
      tie: new Int32Array(graph.nodeCount).fill(UNSEEN),
      bits: 32 - Math.clz32(graph.linkCount),
      nodes: new Uint32Array(graph.nodeCount + 1),
    };
    kept.set(graph, wave);
  }
  return wave;
}

function plainLinks(graph: Graph, grade: Uint8Array) {
  const { outTo, outLink } = graph;
  const all = allPlain(grade);
  const start = all ? graph.outStart : plainStarts(graph, grade);
  const out = createPairs(start[start.length - 1]);
  for (let p = 0, i = 0; p < outTo.length; p++) {
    if (!all && grade[outTo[p]] !== PLAIN) continue;
    out.numbers[i++] = outTo[p];
    out.numbers[i++] = outLink[p];
  }
  let most = 0;
  for (let v = 0; v < graph.nodeCount; v++) most = Math.max(most, start[v + 1] - start[v]);
  const room = Math.min(out.whole.length, NODES_AT_ONCE * most) + AT_LEAST_COPIED;
  return { start, out, copy: createPairs(room) };
}

function plainStarts({ nodeCount, outStart, outTo }: Graph, grade: Uint8Array): Uint32Array {
  const start = new Uint32Array(nodeCount + 1);
  for (let v = 0; v < nodeCount; v++) {
    let size = 0;
    for (let p = outStart[v]; p < outStart[v + 1]; p++) if (grade[outTo[p]] === PLAIN) size++;
    start[v + 1] = start[v] + size;
  }
  return start;
}

function createPairs(count: number): Pairs {
  const whole = new Float64Array(count);
  return { whole, numbers: new Int32Array(whole.buffer) };
}

/**
 * Spreads outages of one level over plain nodes (see Grades), if that is all there is on them: whatever
 * they reach is at that level and bound by the nearest, so a walk in breadth tells everything. What
 * else relies on those nodes is queued. O(nodes reached and their links).
 */
export function spreadPlain(ws: Workspace): void {
  const { graph } = ws;
  if (graph.linkCount >= UNSEEN) return;
  const wave = waveOf(graph);
  const level = levelOfPlain(ws, wave);
  if (level === 1) return;
  const seeds = ws.capped.filter((v) => wave.grade[v] === PLAIN);
  const { count, complete } = walk(wave, seeds);
  if (complete) {
    ws.hitCount = count;
    sortInto(ws.hits, wave, count);
    settleAll(ws, wave, level, ws.ownCause[seeds[0]]);
    for (const v of seeds) {
      ws.binding[v] = -1;
      ws.distance[v] = 0;
    }
    if (seeds.some((v) => ws.ownCause[v] !== ws.ownCause[seeds[0]])) passCauses(ws, wave);
  }
  rest(wave, count);
  tellOthers(ws, wave);
}

/** The level of all outages of plain nodes; 1 when there is none, or when something else is asked. */
function levelOfPlain(ws: Workspace, { grade }: Wave): number {
  if (ws.severed.length > 0 || ws.pinned.length > 0) return 1;
  let level = 1;
  for (const v of ws.capped) {
    if (grade[v] !== PLAIN) continue;
    if (level < 1 && ws.cap[v] !== level) return 1;
    level = ws.cap[v];
  }
  return level;
}

/** Walks from the seeds layer by layer; not to the end if there are more layers than a tie can hold. */
function walk(wave: Wave, seeds: readonly number[]): { count: number; complete: boolean } {
  const { nodes, tie, bits } = wave;
  nodes.set(seeds);
  for (const v of seeds) tie[v] = 0;
  let [begin, count] = [0, seeds.length];
  // Invariant: nodes[begin .. count-1] are the nodes layer - 1 links away.
  for (let layer = 1; begin < count; layer++) {
    if (layer >= UNSEEN >> bits) return { count, complete: false };
    const end = count;
    count = nextLayer(wave, begin, end, layer << bits);
    begin = end;
  }
  return { count, complete: true };
}

/**
 * Appends what nodes[begin .. end-1] lead to; returns the new count. Without a branch on what a node
 * leads to, as in reach. A node of an earlier layer has a lesser tie, which stays.
 */
function nextLayer(wave: Wave, begin: number, end: number, above: number): number {
  const { tie, nodes } = wave;
  const { numbers } = wave.copy;
  let count = end;
  for (let at = begin; at < end; at += NODES_AT_ONCE) {
    const copied = 2 * copyLinks(wave, at, Math.min(end, at + NODES_AT_ONCE));
    for (let i = 0; i < copied; i += 2) {
      const u = numbers[i];
      const before = tie[u];
      const less = above + numbers[i + 1] - before;
      tie[u] = before + (less & (less >> 31));
      nodes[count] = u;
      count += before >>> UNSEEN_BIT;
    }
  }
  return count;
}

/** Copies the links of nodes[begin .. end-1] and returns how many they are. */
function copyLinks(wave: Wave, begin: number, end: number): number {
  const { nodes, start } = wave;
  const from = wave.out.whole;
  const to = wave.copy.whole;
  const safe = from.length - AT_LEAST_COPIED;
  let copied = 0;
  for (let i = begin; i < end; i++) {
    const v = nodes[i];
    const first = start[v];
    const size = start[v + 1] - first;
    if (first <= safe && size <= AT_LEAST_COPIED) {
      to[copied] = from[first];
      to[copied + 1] = from[first + 1];
      to[copied + 2] = from[first + 2];
      to[copied + 3] = from[first + 3];
    } else for (let k = 0; k < size; k++) to[copied + k] = from[first + k];
    copied += size;
  }
  return copied;
}

/** The nodes found, in order. */
function sortInto(hits: Uint32Array, { tie, nodes }: Wave, count: number): void {
  if (count * 16 < tie.length) {
    hits.set(nodes.subarray(0, count));
    hits.subarray(0, count).sort();
    return;
  }
  let at = 0;
  for (let v = 0; at < count; v++) {
    hits[at] = v;
    at += 1 - (tie[v] >>> UNSEEN_BIT);
  }
}

function settleAll(ws: Workspace, { tie, bits }: Wave, level: number, one: number): void {
  const { hits, hitCount, binding, distance, cause } = ws;
  const levels = ws.level;
  const link = (1 << bits) - 1;
  for (let i = 0; i < hitCount; i++) {
    const v = hits[i];
    levels[v] = level;
    binding[v] = tie[v] & link;
    distance[v] = tie[v] >> bits;
    cause[v] = one;
  }
}

/** A node has the cause of what binds it: nearest first, for then that is known. */
function passCauses({ graph, cause, ownCause, binding, hitCount }: Workspace, { nodes }: Wave) {
  for (let i = 0; i < hitCount; i++) {
    const v = nodes[i];
    cause[v] = binding[v] < 0 ? ownCause[v] : cause[graph.from[binding[v]]];
  }
}

function rest({ tie, nodes }: Wave, count: number): void {
  if (count * 16 > tie.length) tie.fill(UNSEEN);
  else for (let i = 0; i < count; i++) tie[nodes[i]] = UNSEEN;
}

/** Passes the losses on to nodes that are not plain. */
function tellOthers(ws: Workspace, { grade, outward }: Wave): void {
  const { hits, hitCount } = ws;
  for (let i = 0; i < hitCount; i++) {
    if (outward[hits[i]] !== PLAIN) spreadOut(ws, hits[i], -1, grade, PLAIN);
  }
}
