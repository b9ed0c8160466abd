/** What stands around a node: its links and contracts, the first 200 of each. */
import type { Contract, Dependency, NodeAnswer } from '@msp-impact/contract';
import { linkRow, linksInto, linksOutOf, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import type { Store } from '../store/port.ts';

const LISTED = 200;

export async function neighboursOf(
  store: Store,
  snapshot: Snapshot,
  id: string,
): Promise<Omit<NodeAnswer, 'revision' | 'item'>> {
  const into = linkIds(snapshot, id, 'into');
  const out = linkIds(snapshot, id, 'out');
  const paid = contractIds(snapshot, id, [...into, ...out]);
  const [reliesOn, reliedOnBy, contracts] = await Promise.all([
    first<Dependency>(store, 'dependency', into),
    first<Dependency>(store, 'dependency', out),
    first<Contract>(store, 'contract', paid),
  ]);
  const more = {
    reliesOn: Math.max(0, into.length - LISTED),
    reliedOnBy: Math.max(0, out.length - LISTED),
    contracts: Math.max(0, paid.length - LISTED),
  };
  return { reliesOn, reliedOnBy, contracts, more };
}

async function first<T extends Dependency | Contract>(
  store: Store,
  type: 'dependency' | 'contract',
  ids: readonly string[],
): Promise<T[]> {
  if (ids.length === 0) return [];
  const stored = await store.reader.items<T>(type, ids.slice(0, LISTED));
  return stored.map(({ item }) => item);
}

/** Ids of the recorded links into or out of a node, by id. */
function linkIds(snapshot: Snapshot, id: string, way: 'into' | 'out'): string[] {
  const node = nodeOf(snapshot, id);
  if (node < 0) return [];
  const links = way === 'into' ? linksBetween(snapshot, node) : [...linksOutOf(snapshot, node)];
  const rows = links.map((link) => linkRow(snapshot, link)).filter((row) => row >= 0);
  return rows.sort((a, b) => a - b).map((row) => snapshot.columns.dependencies.id[row] as string);
}

function linksBetween(snapshot: Snapshot, node: number): number[] {
  const { start, end } = linksInto(snapshot, node);
  return Array.from({ length: end - start }, (_, i) => start + i);
}

interface ByWhat {
  readonly supplier: ReadonlyMap<string, readonly number[]>;
  readonly link: ReadonlyMap<string, readonly number[]>;
}
const kept = new WeakMap<Snapshot, ByWhat>();

/** Contracts that the node supplies under, or that pay for one of its links; by id. */
function contractIds(snapshot: Snapshot, id: string, links: readonly string[]): string[] {
  const { supplier, link } = contractsBy(snapshot);
  const rows = new Set([
    ...(supplier.get(id) ?? []),
    ...links.flatMap((one) => link.get(one) ?? []),
  ]);
  return [...rows].sort((a, b) => a - b).map((row) => snapshot.columns.contracts.id[row] as string);
}

function contractsBy(snapshot: Snapshot): ByWhat {
  const known = kept.get(snapshot);
  if (known) return known;
  const { contracts, dependencies } = snapshot.columns;
  const bySupplier = new Map<string, number[]>();
  const byLink = new Map<string, number[]>();
  contracts.supplier.forEach((supplier, row) => {
    push(bySupplier, supplier, row);
    for (const link of JSON.parse(contracts.dependencies[row] ?? '[]') as string[]) {
      if (find(dependencies.id, link) >= 0) push(byLink, link, row);
    }
  });
  const made = { supplier: bySupplier, link: byLink };
  kept.set(snapshot, made);
  return made;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
