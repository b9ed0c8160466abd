import { components, type Rows, rowsBy } from './scc.ts';

/** The numbering of nodes, and the circles in it (all in engine order). */
export interface Numbering {
  order: Uint32Array;
  indexOf: Uint32Array;
  circleOf: Int32Array;
  first: Uint32Array;
  end: Uint32Array;
}

/**
 * Numbers nodes topologically over the condensation: by the longest way from a source, then by the
 * least input index of the component; members of a component adjacent, by input index.
 * `from`, `to`: arcs by input index. O(n + m).
 */
export function number(count: number, from: Uint32Array, to: Uint32Array): Numbering {
  const rows = rowsBy(count, from, to);
  const parts = components(count, rows);
  const members = rowsBy(parts.count, parts.of);
  const sequence = sequenceOf(parts, depths(parts, members, rows));
  const order = new Uint32Array(count);
  const indexOf = new Uint32Array(count);
  const circleOf = new Int32Array(count).fill(-1);
  const first: number[] = [];
  const end: number[] = [];
  let placed = 0;
  for (const part of sequence) {
    const begin = placed;
    for (let i = members.start[part]; i < members.start[part + 1]; i++) {
      indexOf[members.target[i]] = placed;
      order[placed++] = members.target[i];
    }
    if (!isCircle(order[begin], placed - begin, rows)) continue;
    circleOf.fill(first.length, begin, placed);
    first.push(begin);
    end.push(placed);
  }
  return { order, indexOf, circleOf, first: Uint32Array.from(first), end: Uint32Array.from(end) };
}

/** A component is a circle when it has several members or a node that supplies itself. */
function isCircle(node: number, size: number, rows: Rows): boolean {
  if (size > 1) return true;
  for (let i = rows.start[node]; i < rows.start[node + 1]; i++) {
    if (rows.target[i] === node) return true;
  }
  return false;
}

/** Longest way from a source to each component; arcs run to lower component numbers. */
function depths(parts: { count: number; of: Uint32Array }, members: Rows, rows: Rows): Uint32Array {
  const depth = new Uint32Array(parts.count);
  for (let part = parts.count - 1; part >= 0; part--) {
    const beyond = depth[part] + 1;
    for (let i = members.start[part]; i < members.start[part + 1]; i++) {
      const v = members.target[i];
      for (let j = rows.start[v]; j < rows.start[v + 1]; j++) {
        const other = parts.of[rows.target[j]];
        if (other !== part && depth[other] < beyond) depth[other] = beyond;
      }
    }
  }
  return depth;
}

/** Components by depth, within a depth by their least node. */
function sequenceOf(parts: { count: number; of: Uint32Array }, depth: Uint32Array): Uint32Array {
  const met = new Uint32Array(parts.count);
  const seen = new Uint8Array(parts.count);
  let found = 0;
  for (let v = 0; v < parts.of.length; v++) {
    if (seen[parts.of[v]]) continue;
    seen[parts.of[v]] = 1;
    met[found++] = parts.of[v];
  }
  const key = met.map((part) => depth[part]);
  return rowsBy(parts.count + 1, key, met).target;
}
