import type { Graph } from './graph.ts';

/** Nodes in breadth-first order, the start first (depth 0), and their least number of links away. */
export interface Reach {
  nodes: Uint32Array;
  depth: Uint32Array;
}

interface Marks {
  seen: Uint32Array;
  epoch: number;
  queue: Uint32Array;
}

const kept = new WeakMap<Graph, Marks>();

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
  const marks = marksOf(graph);
  const { seen, epoch, queue } = marks;
  const ends: number[] = [];
  seen[node] = epoch;
  queue[0] = node;
  let [begin, count] = [0, 1];
  // Invariant: queue[begin .. count-1] are the nodes ends.length links away.
  while (begin < count) {
    ends.push(count);
    if (ends.length > depth) break;
    const layer = count;
    count =
      direction === 'downstream'
        ? layerDown(graph, marks, begin, layer)
        : layerUp(graph, marks, begin, layer);
    begin = layer;
  }
  const depths = new Uint32Array(ends.at(-1) ?? 0);
  for (let d = 1; d < ends.length; d++) depths.fill(d, ends[d - 1], ends[d]);
  return { nodes: queue.slice(0, depths.length), depth: depths };
}

/** Throws RangeError unless it is a node. */
export function checkNode(graph: Graph, node: number): void {
  if (Number.isInteger(node) && node >= 0 && node < graph.nodeCount) return;
  throw new RangeError(`node is ${node}: it must lie between 0 and ${graph.nodeCount - 1}`);
}

function marksOf(graph: Graph): Marks {
  let marks = kept.get(graph);
  if (!marks) {
    const n = graph.nodeCount;
    marks = { seen: new Uint32Array(n), epoch: 0, queue: new Uint32Array(n) };
    kept.set(graph, marks);
  }
  if (++marks.epoch > 0xfffffff0) {
    marks.seen.fill(0);
    marks.epoch = 1;
  }
  return marks;
}

function layerDown(graph: Graph, { seen, epoch, queue }: Marks, begin: number, end: number) {
  const { outStart, outTo } = graph;
  let count = end;
  for (let i = begin; i < end; i++) {
    const v = queue[i];
    for (let p = outStart[v], last = outStart[v + 1]; p < last; p++) {
      const u = outTo[p];
      if (seen[u] === epoch) continue;
      seen[u] = epoch;
      queue[count++] = u;
    }
  }
  return count;
}

function layerUp(graph: Graph, { seen, epoch, queue }: Marks, begin: number, end: number) {
  const { inStart, from } = graph;
  let count = end;
  for (let i = begin; i < end; i++) {
    const v = queue[i];
    for (let l = inStart[v], last = inStart[v + 1]; l < last; l++) {
      const u = from[l];
      if (seen[u] === epoch) continue;
      seen[u] = epoch;
      queue[count++] = u;
    }
  }
  return count;
}
