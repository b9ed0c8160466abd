/** Columns sorted by id (code units): lookups, and the order itself where a store has not kept it. */
import type { GraphColumns } from '../store/port.ts';
import { PHASE } from './phases.ts';

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
function* sortedById<C extends { readonly id: string[] }>(columns: C): Generator<void, C> {
  const { id } = columns;
  let at = 1;
  while (at < id.length && (id[at - 1] as string) < (id[at] as string)) {
    if (at++ % PHASE === 0) yield;
  }
  if (at >= id.length) return columns;
  const order = id.map((_, i) => i).sort((a, b) => compare(id[a] as string, id[b] as string));
  const entries = Object.entries(columns as unknown as Record<string, unknown[]>);
  return Object.fromEntries(
    entries.map(([name, list]) => [name, order.map((i) => list[i])]),
  ) as unknown as C;
}

/** Stores sort already; this makes sure. Lists of ids that `known` columns have too are sorted. */
export function* sortedColumns(
  columns: GraphColumns,
  known?: GraphColumns,
): Generator<void, GraphColumns> {
  const { nodes, dependencies, contracts } = columns;
  const sorted = {
    nodes: nodes.id === known?.nodes.id ? nodes : yield* sortedById(nodes),
    dependencies:
      dependencies.id === known?.dependencies.id ? dependencies : yield* sortedById(dependencies),
    contracts: contracts.id === known?.contracts.id ? contracts : yield* sortedById(contracts),
  };
  yield;
  return { ...columns, ...sorted };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
