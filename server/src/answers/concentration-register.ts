/**
 * What concentration is counted from: the contracts of a snapshot as numbers, and those details of
 * items that a snapshot leaves in the store (tags, days, categories …). Built once per version.
 */
import type { Contract, Dependency, GraphNode, Substitutability } from '@msp-impact/contract';
import { SUBSTITUTABILITIES } from '@msp-impact/contract';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import type { GraphReader } from '../store/port.ts';

export type ItemSource = Pick<GraphReader, 'scan'>;
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
}

/** Arrays run along the contracts of the snapshot, rows are those of its columns. */
export interface Register {
  readonly snapshot: Snapshot;
  readonly details: Details;
  /** Node row of the supplier. */
  readonly supplier: Int32Array;
  /** NaN: no value, or a value without a currency, which counts as none. */
  readonly value: Float64Array;
  /** Dependency rows of contract c: links[linkStart[c]] … links[linkStart[c + 1] - 1]. */
  readonly linkStart: Uint32Array;
  readonly links: Uint32Array;
}

const kept = new WeakMap<Snapshot, Promise<Register>>();

/**
 * Rejects with StoreFault, or Conflict when somebody writes meanwhile. Details are those of the
 * store as it is now, laid on the snapshot by id: an edit in between shows with the next snapshot.
 */
export function registerOf(snapshot: Snapshot, source: ItemSource): Promise<Register> {
  const known = kept.get(snapshot);
  if (known) return known;
  const register = readDetails(source).then((details) => registerWith(snapshot, details));
  kept.set(snapshot, register);
  register.catch(() => kept.delete(snapshot));
  return register;
}

export function registerWith(snapshot: Snapshot, details: Details): Register {
  const { contracts, dependencies } = snapshot.columns;
  const count = contracts.id.length;
  const supplier = new Int32Array(count);
  const value = new Float64Array(count).fill(Number.NaN);
  const linkStart = new Uint32Array(count + 1);
  const links: number[] = [];
  for (let c = 0; c < count; c++) {
    supplier[c] = snapshot.rows.get(contracts.supplier[c] as string) ?? -1;
    const amount = contracts.value[c];
    if (typeof amount === 'number' && contracts.currency[c]) value[c] = amount;
    const text = contracts.dependencies[c];
    for (const id of text ? (JSON.parse(text) as string[]) : []) {
      const row = find(dependencies.id, id);
      if (row >= 0) links.push(row);
    }
    linkStart[c + 1] = links.length;
  }
  return { snapshot, details, supplier, value, linkStart, links: Uint32Array.from(links) };
}

async function readDetails(source: ItemSource): Promise<Details> {
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

export function noDetails(): Details {
  return {
    tags: new Map(),
    priority: new Map(),
    contracts: new Map(),
    substitutability: new Map(),
  };
}

/** A copy, so that edits can be laid over it. */
export function copied(details: Details): Details {
  return {
    tags: new Map(details.tags),
    priority: new Map(details.priority),
    contracts: new Map(details.contracts),
    substitutability: new Map(details.substitutability),
  };
}

export function noteNode(details: Details, { id, tags, priority }: GraphNode): void {
  if (tags?.length) details.tags.set(id, tags);
  else details.tags.delete(id);
  if (priority !== undefined) details.priority.set(id, priority);
  else details.priority.delete(id);
}

export function noteLink(details: Details, { id, substitutability }: Dependency): void {
  if (substitutability) {
    details.substitutability.set(id, SUBSTITUTABILITIES.indexOf(substitutability));
  } else details.substitutability.delete(id);
}

export function noteContract(details: Details, contract: Contract): void {
  const { id, supplier, dependencies, value, valueBasis, currency, ...rest } = contract;
  const { attributes, evidence, ...kept } = rest;
  details.contracts.set(id, kept);
}

export function hardest(codes: Iterable<number>): Substitutability | undefined {
  let most = -1;
  for (const code of codes) most = Math.max(most, code);
  return SUBSTITUTABILITIES[most];
}
