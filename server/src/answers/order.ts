/** Hit nodes worst first, ties by id. */
import { largestFirst } from '@msp-impact/engine';
import type { Solved } from './ask.ts';

const kept = new WeakMap<Solved, Uint32Array>();

/** Engine nodes with a level under 1. O(n hit), or O(n) where many are hit: no comparing of many. */
export function worstFirst(solved: Solved): Uint32Array {
  const known = kept.get(solved);
  if (known) return known;
  const { snapshot, impact } = solved;
  const { order, indexOf } = snapshot.graph;
  const { likely } = impact.level;
  // Rows are in id order, so nodes that lose the same stand by id.
  const rows = rowsInOrder(order, impact.hit);
  const sorted = new Uint32Array(rows.length);
  const others = new Uint32Array(rows.length);
  const lost = new Float64Array(rows.length);
  let [whole, part] = [0, 0];
  // Most of what is hit by a stop loses all: only the others need sorting.
  for (let i = 0; i < rows.length; i++) {
    const node = indexOf[rows[i] as number] as number;
    const loss = 1 - (likely[node] as number);
    if (loss === 1) sorted[whole++] = node;
    else {
      others[part] = node;
      lost[part++] = loss;
    }
  }
  for (const i of largestFirst(lost.subarray(0, part))) sorted[whole++] = others[i] as number;
  kept.set(solved, sorted);
  return sorted;
}

/** Engine nodes by id. On numbers alone. */
export function byId({ snapshot }: Solved, nodes: Iterable<number>): number[] {
  const { order, indexOf } = snapshot.graph;
  const rows = Uint32Array.from(nodes, (node) => order[node] as number).sort();
  return Array.from(rows, (row) => indexOf[row] as number);
}

/** Rows of the nodes, ascending: sorted where they are few, else marked and read off. */
function rowsInOrder(order: Uint32Array, nodes: Uint32Array): Uint32Array {
  const rows = new Uint32Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) rows[i] = order[nodes[i] as number] as number;
  if (nodes.length * 16 < order.length) return rows.sort();
  const marked = new Uint8Array(order.length);
  for (const row of rows) marked[row] = 1;
  let count = 0;
  for (let row = 0; row < marked.length; row++) if (marked[row]) rows[count++] = row;
  return rows;
}
