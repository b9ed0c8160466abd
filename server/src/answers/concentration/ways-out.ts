/** How to get away from a supplier: exit plans and alternatives, of a contract and of a supplier. */
import type { ExitPlan } from '@msp-impact/contract';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { type WayOut, worstWayOut } from './known.ts';
import type { Register } from './register.ts';

/** What the contract itself says; of what it leaves open, what the links that it covers say. */
export function contractWayOut(register: Register, c: number): WayOut {
  const { snapshot, details, linkStart, links } = register;
  const own = details.waysOut.contract.get(snapshot.columns.contracts.id[c] as string);
  if (details.waysOut.dependency.size === 0) return own ?? {};
  const covered = links.subarray(linkStart[c], linkStart[c + 1]);
  const { id } = snapshot.columns.dependencies;
  const ways = Array.from(covered, (row) => details.waysOut.dependency.get(id[row] as string));
  return { ...worstWayOut(ways), ...own };
}

/** @param links ids; @param contracts positions */
export function supplierWayOut(
  register: Register,
  links: readonly string[],
  contracts: readonly number[],
): WayOut {
  const { details } = register;
  return worstWayOut([
    ...links.map((id) => details.waysOut.dependency.get(id)),
    ...contracts.map((c) => contractWayOut(register, c)),
  ]);
}

export function contractsBySupplier({ supplier }: Register): Map<number, number[]> {
  const found = new Map<number, number[]>();
  supplier.forEach((row, c) => {
    const list = found.get(row);
    if (list) list.push(c);
    else found.set(row, [c]);
  });
  return found;
}

export interface WayOutShown {
  readonly exitPlan?: ExitPlan;
  readonly alternatives?: { id?: string; name: string }[];
}

export function wayOutShown(snapshot: Snapshot, { plan, alternatives }: WayOut): WayOutShown {
  return {
    ...(plan ? { exitPlan: plan } : {}),
    ...(alternatives ? { alternatives: alternatives.map((text) => named(snapshot, text)) } : {}),
  };
}

/** Registers name the alternative by its number; ids of imported suppliers begin with the register. */
const REGISTERS = ['', 'LEI:', 'EUID:'] as const;

/** An id or a number that is on record by its name; any other text is a name. */
function named({ rows, columns }: Snapshot, text: string): { id?: string; name: string } {
  const id = REGISTERS.map((register) => register + text).find((one) => rows.has(one));
  if (id === undefined) return { name: text };
  return { id, name: columns.nodes.name[rows.get(id) as number] as string };
}
