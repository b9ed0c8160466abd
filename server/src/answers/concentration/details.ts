/**
 * Details of items that a snapshot leaves in the store: read once, then kept up by the change log,
 * so that an edit does not read every item again.
 */
import type { Contract, Dependency, GraphNode, ItemType, Spell } from '@msp-impact/contract';
import { SUBSTITUTABILITIES } from '@msp-impact/contract';
import type { ChangeLog, GraphReader, ItemChangeRecord } from '../../store/port.ts';
import { itemKey, knownOf, type Unread, type WayOut } from './known.ts';

/** `changes`: where the items have a history. */
export interface ItemSource {
  readonly reader: Pick<GraphReader, 'scan'>;
  readonly changes?: ChangeLog;
}
export type ContractDetails = Omit<
  Contract,
  | 'id'
  | 'supplier'
  | 'dependencies'
  | 'value'
  | 'valueBasis'
  | 'currency'
  | 'attributes'
  | 'evidence'
>;

/** By id; an item without any of these is not listed. */
export interface Details {
  readonly tags: Map<string, readonly string[]>;
  readonly priority: Map<string, number>;
  readonly contracts: Map<string, ContractDetails>;
  /** Position in SUBSTITUTABILITIES. */
  readonly substitutability: Map<string, number>;
  /** Of suppliers whose owners over time somebody recorded in a form that can be read. */
  readonly owners: Map<string, readonly Spell[]>;
  /** Ids of records that were merged into a supplier, by its id. */
  readonly merged: Map<string, readonly string[]>;
  readonly waysOut: Readonly<Record<'dependency' | 'contract', Map<string, WayOut>>>;
  /** By `itemKey`. */
  readonly unread: Map<string, readonly Unread[]>;
}

/** More than this is read afresh. */
const MAX_REVISIONS = 20;
const MAX_ITEMS = 5_000;

interface Kept {
  readonly revision: number;
  readonly details: Details;
}
const kept = new WeakMap<ItemSource['reader'], Kept>();

/** @param revision of the snapshot that asks */
export async function detailsOf(revision: number, source: ItemSource): Promise<Details> {
  const known = kept.get(source.reader);
  const details =
    (known && source.changes && (await caughtUp(known, revision, source.changes))) ??
    (await readDetails(source.reader));
  kept.set(source.reader, { revision, details });
  return details;
}

/** The kept details at `revision`; undefined when too much has changed. */
async function caughtUp(
  known: Kept,
  revision: number,
  log: ChangeLog,
): Promise<Details | undefined> {
  const missing = revision - known.revision;
  if (missing < 0 || missing > MAX_REVISIONS) return undefined;
  if (missing === 0) return known.details;
  const records = await log.list({ before: revision + 1, limit: missing });
  const items = records.reduce((sum, record) => sum + record.items, 0);
  if (records.length < missing || items > MAX_ITEMS || records.some((one) => one.graph)) {
    return undefined;
  }
  const details = copied(known.details);
  for (const { revision: at } of records.reverse()) {
    const changed = await log.items(at, { offset: 0, limit: MAX_ITEMS });
    for (const change of changed) noteChange(details, change);
  }
  return details;
}

function noteChange(details: Details, { type, id, after }: ItemChangeRecord): void {
  if (!after) forget(details, id, type);
  else if (type === 'node') noteNode(details, after as GraphNode);
  else if (type === 'dependency') noteLink(details, after as Dependency);
  else noteContract(details, after as Contract);
}

function forget(details: Details, id: string, type: ItemChangeRecord['type']): void {
  noteKnown(details, type, { id });
  if (type === 'dependency') details.substitutability.delete(id);
  else if (type === 'contract') details.contracts.delete(id);
  else {
    details.tags.delete(id);
    details.priority.delete(id);
  }
}

async function readDetails(source: ItemSource['reader']): Promise<Details> {
  const details = noDetails();
  for await (const page of source.scan<GraphNode>('node')) {
    for (const { item } of page) noteNode(details, item);
  }
  for await (const page of source.scan<Dependency>('dependency')) {
    for (const { item } of page) noteLink(details, item);
  }
  for await (const page of source.scan<Contract>('contract')) {
    for (const { item } of page) noteContract(details, item);
  }
  return details;
}

function noDetails(): Details {
  return {
    tags: new Map(),
    priority: new Map(),
    contracts: new Map(),
    substitutability: new Map(),
    owners: new Map(),
    merged: new Map(),
    waysOut: { dependency: new Map(), contract: new Map() },
    unread: new Map(),
  };
}

/** A copy, so that edits can be laid over it. */
export function copied(details: Details): Details {
  return {
    tags: new Map(details.tags),
    priority: new Map(details.priority),
    contracts: new Map(details.contracts),
    substitutability: new Map(details.substitutability),
    owners: new Map(details.owners),
    merged: new Map(details.merged),
    waysOut: {
      dependency: new Map(details.waysOut.dependency),
      contract: new Map(details.waysOut.contract),
    },
    unread: new Map(details.unread),
  };
}

export function noteNode(details: Details, node: GraphNode): void {
  const { id, tags, priority } = node;
  noteKnown(details, 'node', node);
  if (tags?.length) details.tags.set(id, tags);
  else details.tags.delete(id);
  if (priority !== undefined) details.priority.set(id, priority);
  else details.priority.delete(id);
}

export function noteLink(details: Details, link: Dependency): void {
  const { id, substitutability } = link;
  noteKnown(details, 'dependency', link);
  if (substitutability) {
    details.substitutability.set(id, SUBSTITUTABILITIES.indexOf(substitutability));
  } else details.substitutability.delete(id);
}

export function noteContract(details: Details, contract: Contract): void {
  const { id, supplier, dependencies, value, valueBasis, currency, ...rest } = contract;
  const { attributes, evidence, ...kept } = rest;
  noteKnown(details, 'contract', contract);
  details.contracts.set(id, kept);
}

/** What attributes say, in place of what they said before; an item without any says nothing. */
function noteKnown(details: Details, type: ItemType, item: Noted): void {
  const { id } = item;
  const { spells, merged, out, unread } = knownOf(type, item as GraphNode);
  // A key is made for each of a million items only where there is one to take away.
  if (unread.length > 0) details.unread.set(itemKey(type, id), unread);
  else if (details.unread.size > 0) details.unread.delete(itemKey(type, id));
  if (type === 'node') {
    put(details.owners, id, spells);
    put(details.merged, id, merged);
  } else put(details.waysOut[type], id, out);
}

type Noted = Pick<GraphNode, 'id' | 'attributes'>;

function put<V>(map: Map<string, V>, key: string, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
