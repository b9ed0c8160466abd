/** Owners over time that can be read, but do not fit the graph: they are told, and not counted. */
import { OWNERSHIP, type Spell, writeOwnership } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import type { Unread } from './known.ts';
import type { Register } from './register.ts';

const SUPPLIER = KINDS.indexOf('supplier');

/** Owners by the ids that they have now. */
interface Usable {
  readonly id: string;
  readonly spells: readonly Spell[];
}

/** Suppliers on record with owners over time that all are on record too. */
export function usableSpells(register: Register): Usable[] {
  return read(register).filter((one) => ownersFault(register, one) === undefined);
}

export function ownershipFaults(register: Register): Unread[] {
  return read(register).flatMap((one) => {
    const reason = ownersFault(register, one);
    const value = writeOwnership(one.spells);
    return reason === undefined
      ? []
      : [{ type: 'node', id: one.id, attribute: OWNERSHIP, value, reason }];
  });
}

/** A record that was merged into another one is found under its old id. */
function read({ snapshot, details }: Register): Usable[] {
  const { rows } = snapshot;
  const heirs = new Map<string, string>();
  for (const [heir, ids] of details.merged) for (const id of ids) heirs.set(id, heir);
  const now = (id: string) => (rows.has(id) ? id : (heirs.get(id) ?? id));
  return [...details.owners]
    .filter(([id]) => rows.has(id))
    .map(([id, spells]) => ({
      id,
      spells: spells.map((one) =>
        one.owner === undefined ? one : { ...one, owner: now(one.owner) },
      ),
    }));
}

/** The reason; undefined: it fits. */
function ownersFault({ snapshot }: Register, { id, spells }: Usable): string | undefined {
  const { rows, input, columns } = snapshot;
  for (const { owner } of spells) {
    if (owner === undefined) continue;
    if (owner === id) return 'it cannot own itself';
    const row = rows.get(owner);
    if (row === undefined) return `“${owner}” is the id of no supplier on record`;
    if (input.kind[row] !== SUPPLIER) return `“${owner}” is no supplier`;
  }
  const last = spells.at(-1);
  const parent = columns.nodes.parent[rows.get(id) as number] ?? undefined;
  if (!last || last.to !== undefined || last.owner === parent) return undefined;
  const [said, recorded] = [last.owner ?? 'nobody', parent ?? 'nobody'];
  return `says that ${said} owns it still; the owner on record is ${recorded}`;
}
