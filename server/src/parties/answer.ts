/** Likely duplicates as the API tells them: who they are, what hangs on each, and why. */
import { createHash } from 'node:crypto';
import type {
  ApartEntry,
  DuplicateProposal,
  DuplicatesAnswer,
  PartyMember,
} from '@msp-impact/contract';
import { MAX_MEMBERS } from '@msp-impact/contract';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Proposal, proposalsOf, suppliersOf } from './duplicates.ts';
import type { Facts } from './facts.ts';

/** Wrong numbers that are listed; the rest is counted. */
const LISTED = 500;
const kept = new WeakMap<Facts, readonly Proposal[]>();

/** The proposals of a version, whether somebody has decided on them or not. */
function allProposals(snapshot: Snapshot, facts: Facts): readonly Proposal[] {
  const known = kept.get(facts);
  if (known) return known;
  const found = proposalsOf(snapshot, facts);
  kept.set(facts, found);
  return found;
}

/** Proposals that nobody has said to be several parties. */
export function openProposals(
  snapshot: Snapshot,
  facts: Facts,
  apart: ReadonlySet<string>,
): Proposal[] {
  const all = allProposals(snapshot, facts);
  if (apart.size === 0) return [...all];
  return all.filter(({ rows }) => !apart.has(apartKey(idsOf(snapshot, rows))));
}

/** @param held keys of all that are held apart, of which `apart` tells some */
export function duplicatesAnswer(
  snapshot: Snapshot,
  facts: Facts,
  held: ReadonlySet<string>,
  apart: readonly ApartEntry[],
  limit: number,
): DuplicatesAnswer {
  const open = openProposals(snapshot, facts, held);
  const members = new Held(snapshot, facts);
  const suppliers = suppliersOf(snapshot);
  const wrong = wrongNumbers(snapshot, facts);
  return {
    revision: snapshot.revision,
    suppliers: suppliers.length,
    withNumber: withNumber(facts),
    total: open.length,
    proposals: open.slice(0, limit).map((one) => shown(snapshot, members, one)),
    apart: [...apart],
    wrong: wrong.slice(0, LISTED),
    wrongTotal: wrong.length,
  };
}

export function withNumber({ numbers }: Facts): number {
  let count = 0;
  for (const { known } of numbers.values()) if (known.length > 0) count++;
  return count;
}

export function wrongNumbers({ columns, rows }: Snapshot, { numbers }: Facts) {
  return [...numbers]
    .flatMap(([id, { wrong }]) => {
      const name = columns.nodes.name[rows.get(id) as number] ?? id;
      return wrong.map((one) => ({ id, name, ...one }));
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The same parties have the same key, in whatever order they are named. */
export function apartKey(ids: readonly string[]): string {
  const text = JSON.stringify([...ids].sort());
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function idsOf({ columns }: Snapshot, rows: readonly number[]): string[] {
  return rows.map((row) => columns.nodes.id[row] as string);
}

/** What hangs on each supplier. One pass over contracts and nodes. */
class Held {
  readonly #contracts = new Map<string, number>();
  readonly #subsidiaries = new Map<string, number>();
  readonly #snapshot: Snapshot;
  readonly #facts: Facts;

  constructor(snapshot: Snapshot, facts: Facts) {
    this.#snapshot = snapshot;
    this.#facts = facts;
    for (const id of snapshot.columns.contracts.supplier) add(this.#contracts, id);
    for (const id of snapshot.columns.nodes.parent) if (id !== null) add(this.#subsidiaries, id);
  }

  member(row: number): PartyMember {
    const { columns, graph } = this.#snapshot;
    const id = columns.nodes.id[row] as string;
    const node = graph.indexOf[row] as number;
    const span = (starts: Uint32Array) => (starts[node + 1] as number) - (starts[node] as number);
    const parent = columns.nodes.parent[row];
    return {
      id,
      name: columns.nodes.name[row] as string,
      numbers: [...(this.#facts.numbers.get(id)?.known ?? [])],
      ...(parent ? { parent } : {}),
      links: span(graph.outStart) + span(graph.inStart),
      contracts: this.#contracts.get(id) ?? 0,
      subsidiaries: this.#subsidiaries.get(id) ?? 0,
    };
  }
}

function add(count: Map<string, number>, id: string): void {
  count.set(id, (count.get(id) ?? 0) + 1);
}

function shown(snapshot: Snapshot, held: Held, proposal: Proposal): DuplicateProposal {
  const { rows, sureness, because, against } = proposal;
  const members = rows.map((row) => held.member(row)).sort(byWeight);
  const ids = new Set(members.map(({ id }) => id));
  return {
    key: apartKey(idsOf(snapshot, rows)),
    sureness,
    keep: (members[0] as PartyMember).id,
    members: members.slice(0, MAX_MEMBERS),
    more: Math.max(0, members.length - MAX_MEMBERS),
    because: [...because],
    against: against.map(({ scheme, numbers }) => ({ scheme, numbers: [...numbers] })),
    owns: members.some(({ parent }) => parent !== undefined && ids.has(parent)),
  };
}

/** The one on which most hangs first: its id and name are the ones that people know. */
function byWeight(a: PartyMember, b: PartyMember): number {
  const weight = ({ links, contracts, subsidiaries }: PartyMember) =>
    links + contracts + subsidiaries;
  return weight(b) - weight(a) || b.numbers.length - a.numbers.length || (a.id < b.id ? -1 : 1);
}
