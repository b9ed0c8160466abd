import type { Graph } from '../graph.ts';
import { type Grades, gradesOf, PLAIN } from './grades.ts';
import { spreadOut } from './spread.ts';
import type { Workspace } from './workspace.ts';

/** More than any tie, and a single bit. */
const UNSEEN_BIT = 30;
const UNSEEN = 2 ** UNSEEN_BIT;
/** Links that are copied at a time, whether a node has as many or not. */
const COPIED = 3;
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

/** As in reach: ranges of links of those nodes, and links that were copied; constant for all walks. */
const FIRST = new Int32Array(NODES_AT_ONCE + 1);
const SIZE = new Int32Array(NODES_AT_ONCE + 1);
const LINKS_AT_HAND = createPairs((NODES_AT_ONCE + 1) * COPIED);
const COPIES = LINKS_AT_HAND.whole;
const NUMBERS = LINKS_AT_HAND.numbers;

/** Arrays of a walk in breadth over the plain nodes of a graph. */
interface Wave extends Grades {
  /** Links out of v to plain nodes, as far end and link: the pairs start[v] .. start[v+1]. */
  readonly start: Int32Array;
  /** After the last pair stand some zeros. */
  readonly out: Pairs;
  /** By node: UNSEEN at rest; then layer * 2^bits + link, the least of the ways there. Signed: faster. */
  readonly tie: Int32Array;
  readonly bits: number;
  /** Nodes by layer; a place more than there are nodes, since it is written before it is counted. */
  readonly nodes: Int32Array;
  /** Ranges that are still to be copied. */
  ranges: number;
}

const kept = new WeakMap<Graph, Wave>();

/** Made when it is first asked for. O(n + m). */
export function waveOf(graph: Graph): Wave {
  let wave = kept.get(graph);
  if (!wave) {
    const grades = gradesOf(graph);
    wave = {
      ...grades,
      ...plainLinks(graph, grades),
      tie: new Int32Array(graph.nodeCount).fill(UNSEEN),
      bits: 32 - Math.clz32(graph.linkCount),
      nodes: new Int32Array(graph.nodeCount + 1),
      ranges: 0,
    };
    kept.set(graph, wave);
  }
  return wave;
}

function plainLinks(graph: Graph, { grade, allPlain }: Grades) {
  const { outTo, outLink } = graph;
  const start = allPlain ? graph.outStart : plainStarts(graph, grade);
  const out = createPairs(start[start.length - 1] + COPIED);
  for (let p = 0, i = 0; p < outTo.length; p++) {
    if (!allPlain && grade[outTo[p]] !== PLAIN) continue;
    out.numbers[i++] = outTo[p];
    out.numbers[i++] = outLink[p];
  }
  return { start: new Int32Array(start.buffer, start.byteOffset, start.length), out };
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
  let count = end;
  for (let at = begin; at < end; at += NODES_AT_ONCE) {
    locate(wave, at, Math.min(end, at + NODES_AT_ONCE));
    while (wave.ranges > 0) count = keepNew(wave, copyFirst(wave), count, above);
  }
  return count;
}

/** Where the links of nodes[begin .. end-1] stand. */
function locate(wave: Wave, begin: number, end: number): void {
  const { nodes, start } = wave;
  for (let i = begin; i < end; i++) {
    const v = nodes[i];
    const first = start[v];
    FIRST[i - begin] = first;
    SIZE[i - begin] = start[v + 1] - first;
  }
  wave.ranges = end - begin;
}

/** Copies the first links of each range, keeps what is left of it, and returns how many it copied. */
function copyFirst(wave: Wave): number {
  const { ranges } = wave;
  const from = wave.out.whole;
  let [copied, kept] = [0, 0];
  // Invariant: kept <= i, so that no range is overwritten before it is read.
  for (let i = 0; i < ranges; i++) {
    const first = FIRST[i];
    const left = SIZE[i] - COPIED;
    COPIES[copied] = from[first];
    COPIES[copied + 1] = from[first + 1];
    COPIES[copied + 2] = from[first + 2];
    copied += COPIED + (left & (left >> 31));
    FIRST[kept] = first + COPIED;
    SIZE[kept] = left;
    kept += -left >>> 31;
  }
  wave.ranges = kept;
  return copied;
}

/** Appends those far ends that are new, and lowers the ties of all; returns the new count. */
function keepNew({ tie, nodes }: Wave, copied: number, count: number, above: number): number {
  let after = count;
  for (let i = 0; i < copied; i++) {
    const u = NUMBERS[2 * i];
    const before = tie[u];
    const less = above + NUMBERS[2 * i + 1] - before;
    tie[u] = before + (less & (less >> 31));
    nodes[after] = u;
    after += before >>> UNSEEN_BIT;
  }
  return after;
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
function tellOthers(ws: Workspace, { grade, outward, allPlain }: Wave): void {
  if (allPlain) return;
  const { hits, hitCount } = ws;
  for (let i = 0; i < hitCount; i++) {
    if (outward[hits[i]] !== PLAIN) spreadOut(ws, hits[i], -1, grade, PLAIN);
  }
}
