/** Attributes with a meaning that nobody can read: told with what would be right, never lost. */
import type { QualityAnswer } from '@msp-impact/contract';
import type { Unread } from '../answers/concentration/known.ts';
import { ownershipFaults } from '../answers/concentration/ownership-faults.ts';
import type { Register } from '../answers/concentration/register.ts';
import { contractWayOut } from '../answers/concentration/ways-out.ts';
import { find } from '../snapshot/sorted.ts';

/** Rows told; what is beyond is counted. */
const TOLD = 200;
/** Characters of a text. */
const LONGEST = 200;

export function unreadAnswer(register: Register): QualityAnswer['unread'] {
  const { details } = register;
  const all = [...[...details.unread.values()].flat(), ...ownershipFaults(register)];
  all.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    total: all.length,
    rows: all.slice(0, TOLD).map((one) => ({
      ...one,
      name: nameOf(register, one) ?? one.id,
      value: one.value.length > LONGEST ? `${one.value.slice(0, LONGEST)} …` : one.value,
    })),
  };
}

/** A link by its two ends, a contract by its title. */
function nameOf({ snapshot, details }: Register, { type, id }: Unread): string | undefined {
  const { nodes, dependencies } = snapshot.columns;
  const node = (one: string | undefined) => nodes.name[snapshot.rows.get(one ?? '') ?? -1] ?? one;
  if (type === 'node') return node(id);
  if (type === 'contract') return details.contracts.get(id)?.title;
  const row = find(dependencies.id, id);
  return row < 0 ? undefined : `${node(dependencies.from[row])} → ${node(dependencies.to[row])}`;
}

/** Contracts with an exit plan on record, of their own or of a link that they cover. */
export function withExitPlan(register: Register): number {
  let some = 0;
  for (let c = 0; c < register.supplier.length; c++) if (contractWayOut(register, c).plan) some++;
  return some;
}
