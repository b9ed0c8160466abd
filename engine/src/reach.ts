import type { Graph } from './graph.ts';

/** Nodes in breadth-first order, the start first (depth 0), and their least number of links away. */
export interface Reach {
  nodes: Uint32Array;
  depth: Uint32Array;
}

/** Arrays that walks over one graph share. Signed: a processor works on them with less ado. */
interface Walk {
  /** Bit v: node v is found. All 0 at rest. Bits, so that all marks stay in the nearest cache. */
  readonly found: Int32Array;
  /** Nodes found; a place more than there are nodes, since a walk writes before it looks. */
  readonly queue: Int32Array;
  /** Ranges that are still to be copied. */
  ranges: number;
  /** Made when a walk first goes that way. */
  downstream?: Rows;
  upstream?: Rows;
}

/** The neighbours of v are target[start[v] .. start[v+1]]; after the last stand some zeros. */
interface Rows {
  readonly start: Int32Array;
  readonly target: Int32Array;
}

/** Links that are copied at a time, whether a node has as many or not. */
const COPIED = 3;
/** Nodes whose links are copied before they are looked at: few enough to stay in the cache. */
const NODES_AT_ONCE = 1024;

/**
 * Ranges of links of those nodes: the first, and how many there are from it on; and the far ends of
 * links. One of each for all walks: a compiler builds the place of a constant array into its code.
 */
const FIRST = new Int32Array(NODES_AT_ONCE + 1);
const SIZE = new Int32Array(NODES_AT_ONCE + 1);
const ENDS = new Int32Array((NODES_AT_ONCE + 1) * COPIED);

const kept = new WeakMap<Graph, Walk>();

/**
 * What relies on a node (downstream) or what it relies on (upstream), over links and over the parts
 * of regions, whatever their groups and strengths; not over the nodes of workarounds. The start is
 * included. `depth` bounds the number of links. Throws RangeError on a node out of range.
 * O(nodes reached and their links).
 */
export function reach(
  graph: Graph,
  node: number,
  direction: 'downstream' | 'upstream',
  depth: number = Number.POSITIVE_INFINITY,
): Reach {
  checkNode(graph, node);
  const walk = walkOf(graph);
  walk[direction] ??= rowsOf(graph, direction);
  const rows = walk[direction];
  const { found, queue } = walk;
  const layers: number[] = [];
  found[node >> 5] = 1 << node;
  queue[0] = node;
  let [begin, count] = [0, 1];
  // Invariant: queue[begin .. count-1] are the nodes layers.length links away.
  while (begin < count) {
    layers.push(count);
    if (layers.length > depth) break;
    const end = count;
    count = nextLayer(rows, walk, begin, end);
    begin = end;
  }
  return result(walk, layers, count);
}

/** Throws RangeError unless it is a node. */
export function checkNode(graph: Graph, node: number): void {
  if (Number.isInteger(node) && node >= 0 && node < graph.nodeCount) return;
  throw new RangeError(`node is ${node}: it must lie between 0 and ${graph.nodeCount - 1}`);
}

function walkOf(graph: Graph): Walk {
  let walk = kept.get(graph);
  if (!walk) {
    const found = new Int32Array((graph.nodeCount + 31) >> 5);
    walk = { found, queue: new Int32Array(graph.nodeCount + 1), ranges: 0 };
    kept.set(graph, walk);
  }
  return walk;
}

function rowsOf(graph: Graph, direction: 'downstream' | 'upstream'): Rows {
  const down = direction === 'downstream';
  const target = new Int32Array(graph.linkCount + COPIED);
  target.set(down ? graph.outTo : graph.from);
  return { start: signed(down ? graph.outStart : graph.inStart), target };
}

/** The same memory. Links are fewer than 2^31. */
function signed({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

/**
 * Appends what queue[begin .. end-1] lead to; returns the new count. What a node leads to is as good
 * as random, so a processor guesses every branch on it wrong, and that costs more than the work: here
 * there is none (1.3 to 0.75 ms on 57,600 nodes). It also waits for memory, so that each loop is as
 * short as can be, for many nodes to be on their way at a time (0.75 to 0.5 ms).
 */
function nextLayer(rows: Rows, walk: Walk, begin: number, end: number): number {
  let count = end;
  for (let at = begin; at < end; at += NODES_AT_ONCE) {
    locate(rows, walk, at, Math.min(end, at + NODES_AT_ONCE));
    while (walk.ranges > 0) count = keepNew(walk, copyFirst(rows, walk), count);
  }
  return count;
}

/** Where the links of queue[begin .. end-1] stand. */
function locate({ start }: Rows, walk: Walk, begin: number, end: number): void {
  const { queue } = walk;
  for (let i = begin; i < end; i++) {
    const v = queue[i];
    const first = start[v];
    FIRST[i - begin] = first;
    SIZE[i - begin] = start[v + 1] - first;
  }
  walk.ranges = end - begin;
}

/** Copies the first links of each range, keeps what is left of it, and returns how many it copied. */
function copyFirst({ target }: Rows, walk: Walk): number {
  const { ranges } = walk;
  let [copied, kept] = [0, 0];
  // Invariant: kept <= i, so that no range is overwritten before it is read.
  for (let i = 0; i < ranges; i++) {
    const first = FIRST[i];
    const left = SIZE[i] - COPIED;
    ENDS[copied] = target[first];
    ENDS[copied + 1] = target[first + 1];
    ENDS[copied + 2] = target[first + 2];
    // What was copied in vain, left < 0 says how much, is overwritten by the next.
    copied += COPIED + (left & (left >> 31));
    FIRST[kept] = first + COPIED;
    SIZE[kept] = left;
    kept += -left >>> 31;
  }
  walk.ranges = kept;
  return copied;
}

/** Appends those far ends that are new, and marks them; returns the new count. */
function keepNew({ found, queue }: Walk, copied: number, count: number): number {
  let after = count;
  for (let i = 0; i < copied; i++) {
    const u = ENDS[i];
    const word = found[u >> 5];
    queue[after] = u;
    after += 1 & ~(word >>> u);
    found[u >> 5] = word | (1 << u);
  }
  return after;
}

/** `layers[d]`: nodes at most d links away. Puts the marks of all `count` nodes found to rest. */
function result({ found, queue }: Walk, layers: readonly number[], count: number): Reach {
  if (count > found.length) found.fill(0);
  else for (let i = 0; i < count; i++) found[queue[i] >> 5] = 0;
  const size = layers[layers.length - 1];
  const depth = new Uint32Array(size);
  for (let d = 1; d < layers.length; d++) depth.fill(d, layers[d - 1], layers[d]);
  return { nodes: new Uint32Array(queue.buffer).slice(0, size), depth };
}
