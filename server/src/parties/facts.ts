/**
 * What questions about parties and quality need of items beyond the snapshot: days, owners, ends,
 * registered numbers. Read once; after an edit only what the edit changed is read again, which the
 * revision of each item tells.
 */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { GraphReader, Item } from '../store/port.ts';
import { type Numbers, numbersOf } from './identifiers.ts';

export type FactSource = Pick<GraphReader, 'items' | 'scan'>;

/** Along the rows of one list of the snapshot's columns. */
export interface Table {
  readonly id: readonly string[];
  /** Newest day on record, in days since 1970; NO_DAY without any. */
  readonly day: Int32Array;
  /** 1: a node with an owner, a contract with an end. */
  readonly flag: Uint8Array;
}
export interface Facts {
  readonly revision: number;
  readonly nodes: Table;
  readonly links: Table;
  readonly contracts: Table;
  /** By id; a supplier without any number of a register is not listed. */
  readonly numbers: ReadonlyMap<string, Numbers>;
}
export const NO_DAY = -(2 ** 31);

/** More than this is read afresh, page by page. */
const MAX_SINGLY = 5_000;
const kept = new WeakMap<FactSource, Facts>();
const underWay = new WeakMap<Snapshot, Promise<Facts>>();

/** Rejects with StoreFault, or Conflict when somebody writes meanwhile. */
export function factsOf(snapshot: Snapshot, source: FactSource): Promise<Facts> {
  const known = underWay.get(snapshot);
  if (known) return known;
  const facts = readFacts(snapshot, source, kept.get(source));
  underWay.set(snapshot, facts);
  facts.then(
    (found) => kept.set(source, found),
    () => underWay.delete(snapshot),
  );
  return facts;
}

const LISTS = [
  ['node', 'nodes'],
  ['dependency', 'links'],
  ['contract', 'contracts'],
] as const;

async function readFacts(
  { columns, revision }: Snapshot,
  source: FactSource,
  old: Facts | undefined,
): Promise<Facts> {
  const numbers = new Map(old?.numbers);
  const tables: Partial<Record<'nodes' | 'links' | 'contracts', Table>> = {};
  for (const [type, key] of LISTS) {
    const list = type === 'dependency' ? columns.dependencies : columns[key as 'nodes'];
    const { table, missing } = carried(list, old?.[key], old?.revision ?? -1);
    if (type === 'node') for (const id of missing) numbers.delete(id);
    const note = (at: number, item: Item) => noteItem(table, numbers, type, at, item);
    await readInto(source, type, list.id, missing, note);
    tables[key] = table;
  }
  if (old) forget(numbers, tables.nodes as Table, old.nodes);
  const { nodes, links, contracts } = tables as Required<typeof tables>;
  return { revision, nodes, links, contracts, numbers };
}

interface Listed {
  readonly id: readonly string[];
  readonly revision: readonly number[];
}

/** What has not changed since the old version, and the ids of what has. Both lists are sorted. */
function carried({ id, revision }: Listed, old: Table | undefined, since: number) {
  const day = new Int32Array(id.length).fill(NO_DAY);
  const flag = new Uint8Array(id.length);
  const missing: string[] = [];
  for (let i = 0, j = 0; i < id.length; i++) {
    const own = id[i] as string;
    while (old && j < old.id.length && (old.id[j] as string) < own) j++;
    if (old && old.id[j] === own && (revision[i] as number) <= since) {
      day[i] = old.day[j] as number;
      flag[i] = old.flag[j] as number;
    } else missing.push(own);
  }
  return { table: { id, day, flag }, missing };
}

async function readInto(
  source: FactSource,
  type: ItemType,
  ids: readonly string[],
  missing: readonly string[],
  note: (at: number, item: Item) => void,
): Promise<void> {
  if (missing.length === 0) return;
  // Pages and answers come in the order of the ids: one walk along the list finds their rows.
  let at = 0;
  const put = (item: Item) => {
    while (at < ids.length && (ids[at] as string) < item.id) at++;
    if (ids[at] === item.id) note(at, item);
  };
  if (missing.length <= MAX_SINGLY) {
    for (const { item } of await source.items(type, missing)) put(item as Item);
    return;
  }
  for await (const page of source.scan(type)) for (const { item } of page) put(item as Item);
}

function noteItem(
  { day, flag }: Table,
  numbers: Map<string, Numbers>,
  type: ItemType,
  at: number,
  item: Item,
): void {
  day[at] = newestDay(item);
  if (type === 'contract') flag[at] = (item as Contract).end === undefined ? 0 : 1;
  if (type !== 'node') return;
  const node = item as GraphNode;
  flag[at] = node.owner?.name || node.owner?.role || node.owner?.contact ? 1 : 0;
  if (node.kind !== 'supplier') return;
  const found = numbersOf(node);
  if (found.known.length > 0 || found.wrong.length > 0) numbers.set(node.id, found);
}

function newestDay(item: GraphNode | Dependency | Contract): number {
  let newest = NO_DAY;
  const days = (item.evidence ?? []).map((one) => one.date);
  for (const day of 'reviewed' in item ? [...days, item.reviewed] : days) {
    if (day !== undefined) newest = Math.max(newest, dayNumber(day));
  }
  return newest;
}

/** Of a day as YYYY-MM-DD, which the rules of the graph have checked. */
export function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers of nodes that are gone. */
function forget(numbers: Map<string, Numbers>, now: Table, before: Table): void {
  if (now.id === before.id) return;
  const ids = new Set(now.id);
  for (const id of numbers.keys()) if (!ids.has(id)) numbers.delete(id);
}
