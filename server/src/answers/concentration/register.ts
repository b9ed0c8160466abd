/**
 * What concentration is counted from: the contracts of a snapshot as numbers, and those details of
 * items that a snapshot leaves in the store (tags, days, categories …). Built once per version.
 */
import type { Substitutability, ValueBasis } from '@msp-impact/contract';
import { SUBSTITUTABILITIES, VALUE_BASES } from '@msp-impact/contract';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { find } from '../../snapshot/sorted.ts';
import { type Details, detailsOf, type ItemSource } from './details.ts';

/** Arrays run along the contracts of the snapshot, rows are those of its columns. */
export interface Register {
  readonly snapshot: Snapshot;
  readonly details: Details;
  /** Node row of the supplier. */
  readonly supplier: Int32Array;
  /** NaN: no value, or a value without a currency, which counts as none. */
  readonly value: Float64Array;
  /** Of contracts with a value: position in `currencies`, position in BASES. */
  readonly currency: Uint16Array;
  readonly basis: Uint8Array;
  readonly currencies: readonly string[];
  /** Dependency rows of contract c: links[linkStart[c]] … links[linkStart[c + 1] - 1]. */
  readonly linkStart: Uint32Array;
  readonly links: Uint32Array;
}

const NOT_STATED = 'not stated';
export type Basis = ValueBasis | typeof NOT_STATED;
/** Position 2: not stated. */
export const BASES: readonly Basis[] = [...VALUE_BASES, NOT_STATED];

const kept = new WeakMap<Snapshot, Promise<Register>>();

/**
 * Rejects with StoreFault, or Conflict when somebody writes meanwhile. Details are those of the
 * store as it is now, laid on the snapshot by id: an edit in between shows with the next snapshot.
 */
export function registerOf(snapshot: Snapshot, source: ItemSource): Promise<Register> {
  const known = kept.get(snapshot);
  if (known) return known;
  const details = detailsOf(snapshot.revision, source);
  const register = details.then((found) => registerWith(snapshot, found));
  kept.set(snapshot, register);
  register.catch(() => kept.delete(snapshot));
  return register;
}

export function registerWith(snapshot: Snapshot, details: Details): Register {
  const { contracts } = snapshot.columns;
  const supplier = new Int32Array(contracts.id.length);
  for (let c = 0; c < supplier.length; c++) {
    supplier[c] = snapshot.rows.get(contracts.supplier[c] as string) ?? -1;
  }
  return { snapshot, details, supplier, ...valuesOf(snapshot), ...linksOf(snapshot) };
}

function valuesOf({ columns: { contracts } }: Snapshot) {
  const count = contracts.id.length;
  const value = new Float64Array(count).fill(Number.NaN);
  const currency = new Uint16Array(count);
  const basis = new Uint8Array(count);
  const codes = new Map<string, number>();
  for (let c = 0; c < count; c++) {
    const amount = contracts.value[c];
    const name = contracts.currency[c];
    if (typeof amount !== 'number' || !name) continue;
    const code = codes.get(name) ?? codes.size;
    codes.set(name, code);
    value[c] = amount;
    currency[c] = code;
    basis[c] = BASES.indexOf((contracts.valueBasis[c] ?? NOT_STATED) as Basis);
  }
  return { value, currency, basis, currencies: [...codes.keys()] };
}

function linksOf({ columns: { contracts, dependencies } }: Snapshot) {
  const linkStart = new Uint32Array(contracts.id.length + 1);
  const links: number[] = [];
  for (let c = 0; c < contracts.id.length; c++) {
    const text = contracts.dependencies[c];
    for (const id of text ? (JSON.parse(text) as string[]) : []) {
      const row = find(dependencies.id, id);
      if (row >= 0) links.push(row);
    }
    linkStart[c + 1] = links.length;
  }
  return { linkStart, links: Uint32Array.from(links) };
}

export function hardest(codes: Iterable<number>): Substitutability | undefined {
  let most = -1;
  for (const code of codes) most = Math.max(most, code);
  return SUBSTITUTABILITIES[most];
}
