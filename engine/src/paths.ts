import type { Graph } from './graph.ts';
import { checkNode, reach } from './reach.ts';

export interface Paths {
  /** Node lists, both ends included; shortest first, then in the order of their nodes. */
  paths: number[][];
  /** Whether these are all simple paths. */
  complete: boolean;
  /** Steps taken. */
  work: number;
}

/** Steps after which the search gives up and says so. */
const WORK_LIMIT = 2_000_000;

/**
 * Simple paths along links from one node to another, shortest first. Links that join the same two
 * nodes make one path. A node to itself has the path of that node alone.
 * Best-first over partial paths, ordered by length so far + least links still needed, so a path
 * comes out when it is the shortest left; partial paths that cannot arrive are never made.
 * O(work x path length) time, O(work) memory.
 */
export function simplePaths(
  graph: Graph,
  from: number,
  to: number,
  limit: number,
  workLimit: number = WORK_LIMIT,
): Paths {
  checkNode(graph, from);
  checkNode(graph, to);
  const left = linksLeft(graph, to);
  const found: number[][] = [];
  if (left[from] < 0) return { paths: found, complete: true, work: 0 };
  // A partial path is its last node and the partial path before it.
  const node = [from];
  const before = [-1];
  const length = [0];
  const byTotal: number[][] = [];
  byTotal[left[from]] = [0];
  let work = 0;
  for (let total = left[from]; total < byTotal.length; total++) {
    // Invariant: every partial path that waits has at least `total` links when it arrives.
    const wait = byTotal[total] ?? [];
    for (let i = 0; i < wait.length; i++) {
      const last = wait[i];
      if (node[last] === to) {
        if (found.length >= limit) return { paths: found, complete: false, work };
        found.push(unroll(node, before, last));
        continue;
      }
      for (const next of targets(graph, node[last])) {
        if (++work > workLimit) return { paths: found, complete: false, work };
        if (left[next] < 0 || holds(node, before, last, next)) continue;
        node.push(next);
        before.push(last);
        length.push(length[last] + 1);
        const sum = length[last] + 1 + left[next];
        byTotal[sum] = byTotal[sum] ?? [];
        byTotal[sum].push(node.length - 1);
      }
    }
    delete byTotal[total];
  }
  return { paths: found, complete: true, work };
}

/** Least number of links from each node to the target, -1 when there is no way. */
function linksLeft(graph: Graph, to: number): Int32Array {
  const left = new Int32Array(graph.nodeCount).fill(-1);
  const { nodes, depth } = reach(graph, to, 'upstream');
  for (let i = 0; i < nodes.length; i++) left[nodes[i]] = depth[i];
  return left;
}

/** What a node supplies, each once, by input index. */
function targets(graph: Graph, v: number): number[] {
  const once = new Set(graph.outTo.subarray(graph.outStart[v], graph.outStart[v + 1]));
  return [...once].sort((a, b) => graph.order[a] - graph.order[b]);
}

function holds(node: number[], before: number[], last: number, wanted: number): boolean {
  for (let i = last; i >= 0; i = before[i]) if (node[i] === wanted) return true;
  return false;
}

function unroll(node: number[], before: number[], last: number): number[] {
  const path: number[] = [];
  for (let i = last; i >= 0; i = before[i]) path.push(node[i]);
  return path.reverse();
}
