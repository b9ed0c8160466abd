/**
 * Suppliers that are likely one party: the same number of a register, or the same name but for
 * "Ltd" and the like. Proposals only: nothing is ever joined without somebody's word.
 */
import type { Sureness } from '@msp-impact/contract';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { folded } from '../text/slug.ts';
import type { Facts } from './facts.ts';
import { keyOf, ONE_EACH } from './identifiers.ts';
import { plainName } from './names.ts';

export interface Because {
  readonly same: 'number' | 'name';
  readonly what: string;
  readonly members: number;
}
export interface Against {
  readonly scheme: string;
  readonly numbers: readonly string[];
}
/** Rows are those of the snapshot's nodes, ascending. No row stands in two proposals. */
export interface Proposal {
  readonly rows: readonly number[];
  readonly sureness: Sureness;
  readonly because: readonly Because[];
  readonly against: readonly Against[];
}

/** A name or number that so many have is none ("Unknown", 123456789): it tells nobody apart. */
const TOO_COMMON = 200;

/** O(suppliers), surest first, then by name. */
export function proposalsOf(snapshot: Snapshot, facts: Facts): Proposal[] {
  const rows = suppliersOf(snapshot);
  const names = snapshot.columns.nodes.name;
  const byNumber = new Joined(rows);
  for (const same of classes(rows, (row) => numberKeys(snapshot, facts, row))) {
    if (same.length <= TOO_COMMON) byNumber.join(same);
  }
  const found: Proposal[] = [];
  const taken = new Set<number>();
  const propose = (members: readonly number[]) => {
    if (members.length < 2) return;
    for (const row of members) taken.add(row);
    found.push(
      proposalOf(
        snapshot,
        facts,
        [...members].sort((a, b) => a - b),
      ),
    );
  };
  for (const same of classes(rows, (row) => [plainName(names[row] as string)])) {
    if (same.length > TOO_COMMON) continue;
    const free = same.filter((row) => !taken.has(row));
    const whole = [...new Set(free.flatMap((row) => byNumber.with(row)))];
    if (against(snapshot, facts, whole).length === 0) propose(whole);
    // Several numbers under one name: those that share a number first, the rest apart from them.
    else propose(free.filter((row) => byNumber.with(row).length === 1));
  }
  for (const row of rows) if (!taken.has(row)) propose(byNumber.with(row));
  const nameOf = ({ rows: [first] }: Proposal) => folded(names[first as number] as string);
  return found.sort(
    (a, b) => ORDER[a.sureness] - ORDER[b.sureness] || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

const ORDER: Readonly<Record<Sureness, number>> = {
  'same-number': 0,
  'same-name': 1,
  'numbers-differ': 2,
};

export function suppliersOf({ columns }: Snapshot): number[] {
  const rows: number[] = [];
  const { kind } = columns.nodes;
  for (let row = 0; row < kind.length; row++) if (kind[row] === 'supplier') rows.push(row);
  return rows;
}

const idOf = (snapshot: Snapshot, row: number) => snapshot.columns.nodes.id[row] as string;

function numberKeys(snapshot: Snapshot, facts: Facts, row: number): string[] {
  return facts.numbers.get(idOf(snapshot, row))?.known.map(keyOf) ?? [];
}

/** Rows that share a key, two or more, by the key's first row. */
function classes(rows: readonly number[], keys: (row: number) => string[]): number[][] {
  const of = new Map<string, number[]>();
  for (const row of rows) {
    for (const key of keys(row)) {
      const list = of.get(key);
      if (list) list.push(row);
      else of.set(key, [row]);
    }
  }
  return [...of.values()].filter((list) => list.length > 1);
}

/** Rows joined into sets, each listed once by each of its members. */
class Joined {
  readonly #set = new Map<number, number[]>();

  constructor(rows: readonly number[]) {
    for (const row of rows) this.#set.set(row, [row]);
  }

  with(row: number): readonly number[] {
    return this.#set.get(row) as number[];
  }

  join(rows: readonly number[]): void {
    const [first, ...others] = rows as [number, ...number[]];
    for (const other of others) {
      const [into, from] = [this.#set.get(first), this.#set.get(other)] as [number[], number[]];
      if (into === from) continue;
      // The smaller set moves, so all joins together are O(n log n).
      const [large, small] = into.length >= from.length ? [into, from] : [from, into];
      for (const row of small) {
        large.push(row);
        this.#set.set(row, large);
      }
    }
  }
}

function proposalOf(snapshot: Snapshot, facts: Facts, rows: readonly number[]): Proposal {
  const contrary = against(snapshot, facts, rows);
  const because = reasons(snapshot, facts, rows);
  const numbers = because.some((one) => one.same === 'number');
  const sureness = contrary.length > 0 ? 'numbers-differ' : numbers ? 'same-number' : 'same-name';
  return { rows, sureness, because, against: contrary };
}

function reasons(snapshot: Snapshot, facts: Facts, rows: readonly number[]): Because[] {
  const { name } = snapshot.columns.nodes;
  const listed = (same: Because['same'], keys: (row: number) => string[]) => {
    const count = new Map<string, number>();
    for (const row of rows) for (const key of keys(row)) count.set(key, (count.get(key) ?? 0) + 1);
    return [...count]
      .filter(([, members]) => members > 1)
      .map(([what, members]) => ({ same, what, members }));
  };
  return [
    ...listed('number', (row) => numberKeys(snapshot, facts, row)),
    ...listed('name', (row) => [plainName(name[row] as string)]),
  ];
}

/** Registers where a party has one number, and these rows have several. */
function against(snapshot: Snapshot, facts: Facts, rows: readonly number[]): Against[] {
  const of = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const { scheme, number } of facts.numbers.get(idOf(snapshot, row))?.known ?? []) {
      if (ONE_EACH.has(scheme)) of.set(scheme, (of.get(scheme) ?? new Set()).add(number));
    }
  }
  return [...of]
    .filter(([, numbers]) => numbers.size > 1)
    .map(([scheme, numbers]) => ({ scheme, numbers: [...numbers].sort() }));
}
