/** Changed items laid over columns: so that one edit does not read the whole graph again. */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import { contractRow, dependencyRow, nodeRow } from '../store/columns.ts';
import type { GraphColumns, Item } from '../store/port.ts';
import { atOnce } from './phases.ts';
import { lowerBound } from './sorted.ts';

/** An item as a change left it; `after` null: it is gone. */
export interface ItemPatch {
  readonly type: ItemType;
  readonly id: string;
  readonly after: Item | null;
  /** Of the change. */
  readonly revision: number;
}

type Row = Readonly<Record<string, unknown>>;
interface RowPatch {
  readonly id: string;
  readonly row: Row | null;
}

/**
 * Columns (sorted by id) with the patches laid over them, a later patch of an item winning.
 * The given columns stay as they are; a list in which nothing changes is theirs.
 * O(rows + patches · log rows).
 */
export function patchColumns(
  columns: GraphColumns,
  patches: readonly ItemPatch[],
  revision: number,
): GraphColumns {
  return atOnce(patchedColumns(columns, patches, revision));
}

/** The same, yielding after each list. */
export function* patchedColumns(
  columns: GraphColumns,
  patches: readonly ItemPatch[],
  revision: number,
): Generator<void, GraphColumns> {
  const of = (type: ItemType, rowOf: (item: never) => object) =>
    rowPatches(patches, type, rowOf as (item: Item) => object);
  const nodes = of('node', (item: GraphNode) => nodeRow(item));
  const dependencies = of('dependency', (item: Dependency) => dependencyRow(item));
  const contracts = of('contract', (item: Contract) => contractRow(item));
  return {
    revision,
    name: columns.name,
    nodes: yield* merge(columns.nodes, nodes),
    dependencies: yield* merge(columns.dependencies, dependencies),
    contracts: yield* merge(columns.contracts, contracts),
  };
}

function rowPatches(
  patches: readonly ItemPatch[],
  type: ItemType,
  rowOf: (item: Item) => object,
): RowPatch[] {
  const last = new Map<string, RowPatch>();
  for (const { type: of, id, after, revision } of patches) {
    if (of === type) last.set(id, { id, row: after && { ...rowOf(after), revision } });
  }
  return [...last.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function* merge<C extends { readonly id: string[] }>(
  columns: C,
  patches: readonly RowPatch[],
): Generator<void, C> {
  if (patches.length === 0) return columns;
  const places = patches.map(({ id }) => lowerBound(columns.id, id));
  const merged: Record<string, unknown[]> = {};
  for (const [name, list] of Object.entries(columns as unknown as Record<string, unknown[]>)) {
    merged[name] = mergeList(list, columns.id, name, patches, places);
    yield;
  }
  return merged as unknown as C;
}

/** Few rows come or go in place, which moves memory only; many are merged in one pass. */
const FEW = 64;

/** Copies the stretches between the patches, so that many insertions cost no more than one. */
function mergeList(
  list: unknown[],
  ids: readonly string[],
  name: string,
  patches: readonly RowPatch[],
  places: readonly number[],
): unknown[] {
  const same = patches.every(({ id, row }, i) => {
    const place = places[i] as number;
    return row !== null && ids[place] === id && row[name] === list[place];
  });
  if (same) return list;
  if (patches.length <= FEW) return patchedInPlace(list.slice(), ids, name, patches, places);
  const out: unknown[] = [];
  let copied = 0;
  patches.forEach(({ id, row }, i) => {
    const place = places[i] as number;
    append(out, list, copied, place);
    if (row) out.push(row[name]);
    copied = ids[place] === id ? place + 1 : place;
  });
  append(out, list, copied, list.length);
  return out;
}

/** From the last patch to the first, so that the places of those before still hold. */
function patchedInPlace(
  copy: unknown[],
  ids: readonly string[],
  name: string,
  patches: readonly RowPatch[],
  places: readonly number[],
): unknown[] {
  for (let i = patches.length - 1; i >= 0; i--) {
    const { id, row } = patches[i] as RowPatch;
    const place = places[i] as number;
    const exists = ids[place] === id;
    if (row && exists) copy[place] = row[name];
    else if (row) copy.splice(place, 0, row[name]);
    else if (exists) copy.splice(place, 1);
  }
  return copy;
}

function append(out: unknown[], list: readonly unknown[], from: number, to: number): void {
  for (let i = from; i < to; i++) out.push(list[i]);
}
