/** Columns sorted by id (code units): lookups, and the order itself where a store has not kept it. */
import type { GraphColumns } from '../store/port.ts';

/** Position of `id` in a sorted list; -1 when it is not there. O(log n). */
export function find(ids: readonly string[], id: string): number {
  const at = lowerBound(ids, id);
  return ids[at] === id ? at : -1;
}

/** First position whose id is not less than `id`. */
export function lowerBound(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as string) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same columns, rows in id order; the same object when they already are. */
function sortedById<C extends { readonly id: string[] }>(columns: C): C {
  const { id } = columns;
  if (id.every((one, i) => i === 0 || (id[i - 1] as string) < one)) return columns;
  const order = id.map((_, i) => i).sort((a, b) => compare(id[a] as string, id[b] as string));
  const entries = Object.entries(columns as unknown as Record<string, unknown[]>);
  return Object.fromEntries(
    entries.map(([name, list]) => [name, order.map((i) => list[i])]),
  ) as unknown as C;
}

/** Stores sort already; this makes sure. Lists that `known` columns have too are sorted. */
export function* sortedColumns(
  columns: GraphColumns,
  known?: GraphColumns,
): Generator<void, GraphColumns> {
  const nodes = columns.nodes === known?.nodes ? columns.nodes : sortedById(columns.nodes);
  yield;
  const { dependencies: links } = columns;
  const dependencies = links === known?.dependencies ? links : sortedById(links);
  yield;
  const contracts = sortedById(columns.contracts);
  yield;
  return { ...columns, nodes, dependencies, contracts };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
