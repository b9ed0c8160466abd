/** Registered numbers of suppliers in tables: by them a supplier is recognised, whatever it is called there. */
import type { GraphNode, Rejected } from '@msp-impact/contract';
import {
  type Identifier,
  keyOf,
  numbersOf,
  ONE_EACH,
  readIdentifier,
  schemeNamed,
} from '../../../parties/identifiers.ts';
import { isNotKnown } from '../../sheet-columns.ts';
import { rejection, type Table, type TableRow } from '../../table.ts';

/** Reads the numbers of a row from columns that are called as a register is; wrong ones are told. */
export function numbersReader(
  { file, headers }: Table,
  taken: ReadonlySet<number>,
  rejected: Rejected[],
): (row: TableRow) => readonly Identifier[] {
  const columns = headers.flatMap((header, at) => {
    const scheme = taken.has(at) ? undefined : schemeNamed(header);
    return scheme === undefined ? [] : [{ at, header, scheme }];
  });
  return (row) =>
    columns.flatMap(({ at, header, scheme }) => {
      const cell = (row.cells[at] ?? '').trim();
      if (isNotKnown(cell)) return [];
      const read = readIdentifier(scheme, cell);
      if (read && 'number' in read) return [read];
      const reason = `${read?.reason ?? 'is no number of a register'}; it recognises nobody`;
      rejected.push(rejection(file, row.row, header, cell, reason));
      return [];
    });
}

export const identifiersOf = (numbers: readonly Identifier[]): Record<string, string> =>
  Object.fromEntries(numbers.map(({ scheme, number }) => [scheme, number]));

/** Suppliers by their numbers. One that several have tells nobody apart. */
export class PartyNumbers {
  readonly #byNumber = new Map<string, string | null>();
  readonly #numbers = new Map<string, Identifier[]>();

  constructor(nodes: Iterable<GraphNode>) {
    for (const node of nodes) {
      if (node.kind === 'supplier') this.learn(node.id, numbersOf(node).known);
    }
  }

  learn(id: string, numbers: readonly Identifier[]): void {
    const own = this.#numbers.get(id) ?? [];
    for (const one of numbers) {
      const known = this.#byNumber.get(keyOf(one));
      if (known === id) continue;
      this.#byNumber.set(keyOf(one), known === undefined ? id : null);
      own.push(one);
    }
    this.#numbers.set(id, own);
  }

  find(numbers: readonly Identifier[]): string | undefined {
    for (const one of numbers) {
      const id = this.#byNumber.get(keyOf(one));
      if (id) return id;
    }
    return undefined;
  }

  /** Whether the supplier is known by another number of a register that gives each party one. */
  isAnother(id: string, numbers: readonly Identifier[]): boolean {
    const own = this.#numbers.get(id) ?? [];
    return numbers.some(
      (one) =>
        ONE_EACH.has(one.scheme) &&
        own.some((other) => other.scheme === one.scheme) &&
        !own.some((other) => keyOf(other) === keyOf(one)),
    );
  }
}
