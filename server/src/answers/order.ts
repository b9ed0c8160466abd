/** Hit nodes worst first, ties by id. */
import type { Solved } from './ask.ts';

const kept = new WeakMap<Solved, Uint32Array>();

/** Engine nodes with a level under 1. O(n hit + d log d), d the number of different levels. */
export function worstFirst(solved: Solved): Uint32Array {
  const known = kept.get(solved);
  if (known) return known;
  const { snapshot, impact } = solved;
  const { order, indexOf } = snapshot.graph;
  // Rows are in id order, so within one level the nodes stand by id.
  const rows = impact.hit.map((node) => order[node] as number).sort();
  const byLevel = new Map<number, number[]>();
  for (const row of rows) {
    const node = indexOf[row] as number;
    const level = impact.level.likely[node] as number;
    const same = byLevel.get(level);
    if (same) same.push(node);
    else byLevel.set(level, [node]);
  }
  const levels = [...byLevel.keys()].sort((a, b) => a - b);
  const sorted = Uint32Array.from(levels.flatMap((level) => byLevel.get(level) ?? []));
  kept.set(solved, sorted);
  return sorted;
}

/** Engine nodes by id. O(k log k), on numbers alone. */
export function byId({ snapshot }: Solved, nodes: Iterable<number>): number[] {
  const { order, indexOf } = snapshot.graph;
  const rows = Uint32Array.from(nodes, (node) => order[node] as number).sort();
  return Array.from(rows, (row) => indexOf[row] as number);
}
