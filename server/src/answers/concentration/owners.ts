/**
 * Who owned each supplier on a day: the spell that somebody recorded; after the last spell the
 * present owner. A supplier without spells has its present owner on every day; before the first
 * spell, and between two, it stands on its own. Both are told as assumed.
 */
import { spellOn } from '@msp-impact/contract';
import { ultimateParents } from '@msp-impact/engine';
import { usableSpells } from './ownership-faults.ts';
import type { Register } from './register.ts';

/** Along the rows of the nodes. */
export interface Owners {
  /** -1: none. */
  readonly parent: Int32Array;
  /** Itself, where nobody owns it. */
  readonly top: Int32Array;
  /** 1: nobody recorded whose it was on that day. Absent: no day was asked for. */
  readonly assumed?: Uint8Array;
}

const kept = new WeakMap<Register, Map<string, Owners>>();
/** Days kept of one register: those of a course over the years. */
const MOST_DAYS = 100;

/** @param day YYYY-MM-DD; undefined: the present owners */
export function ownersOn(register: Register, day: string | undefined): Owners {
  const days = kept.get(register) ?? new Map<string, Owners>();
  kept.set(register, days);
  const known = days.get(day ?? '');
  if (known) return known;
  const { parent } = register.snapshot.input;
  const owners =
    day === undefined ? { parent, top: ultimateParents(parent) } : ownersThen(register, day);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day ?? '', owners);
  return owners;
}

function ownersThen(register: Register, day: string): Owners {
  const { snapshot } = register;
  const parent = snapshot.input.parent.slice();
  // Without a record the present owner is taken for every day.
  const assumed = Uint8Array.from(parent, (one) => (one >= 0 ? 1 : 0));
  for (const { id, spells } of usableSpells(register)) {
    const row = snapshot.rows.get(id) as number;
    const spell = spellOn(spells, day);
    const after = day > (spells.at(-1)?.to ?? '9999');
    if (!after) parent[row] = spell?.owner ? (snapshot.rows.get(spell.owner) as number) : -1;
    assumed[row] = spell || after ? 0 : 1;
  }
  return { parent, top: ultimateParents(parent), assumed };
}

/** Whether the owner of a row, or an owner above it, is assumed. */
export function restsOnAssumed({ parent, assumed }: Owners, row: number): boolean {
  if (!assumed) return false;
  const seen = new Set<number>();
  for (let at = row; at >= 0 && !seen.has(at); at = parent[at] as number) {
    if (assumed[at] === 1) return true;
    seen.add(at);
  }
  return false;
}
