/** The rows of a register by what they are about, with the references between them. */
import type { Rejected } from '@msp-impact/contract';
import { rejection } from '../../table.ts';
import { grouped } from '../grouped.ts';
import { sourceId } from '../source-id.ts';
import type { Row } from './rows.ts';
import type { Template } from './templates.ts';

const LEI = /^[A-Z0-9]{18}\d{2}$/;
const EUID = /^[A-Z]{2}[A-Z0-9-]*\./;

export interface Identified {
  /** Id of the node. */
  readonly id: string;
  readonly scheme: string;
  readonly code: string;
}

/** The node of a company by the code that the register gives it. */
export function identified(code: string, type: string | undefined): Identified {
  const plain = code.trim();
  let scheme = (type ?? '').replace(/^eba_\w+:/, '').trim();
  if (LEI.test(plain)) scheme = 'LEI';
  else if (scheme === '' || /^qx\d+$/.test(scheme)) scheme = EUID.test(plain) ? 'EUID' : 'code';
  return { id: sourceId(`${scheme}:${plain}`), scheme, code: plain };
}

/** What a code is where its type says more than that it is one. Names that no register of ours has. */
export const CODE_TYPES: Readonly<Record<string, string>> = {
  qx2001: 'national code',
  qx2003: 'register number',
  qx2004: 'VAT',
  qx2005: 'passport',
};

/** The name under which the code is kept with the node; its id says `code` for those of CODE_TYPES. */
export function schemeOf({ scheme }: Identified, type: string | undefined): string {
  const kind = (type ?? '').replace(/^eba_\w+:/, '').trim();
  return scheme === 'code' ? (CODE_TYPES[kind] ?? scheme) : scheme;
}

export class Register {
  readonly #entityRows = new Map<string, Row>();
  readonly #branchRows = new Map<string, Row>();
  readonly #named = new Set<string>();
  readonly #rows: ReadonlyMap<Template, readonly Row[]>;
  readonly rejected: Rejected[] = [];
  /** Names of entities and branches by their code. */
  readonly entities = new Map<string, string>();
  /** Providers by the code that rows name them with. */
  readonly providers = new Map<string, Identified>();
  /** Functions by `LEI/function`, and by function alone where that is enough. */
  readonly #functions = new Map<string, string>();
  readonly #ambiguous = new Set<string>();

  constructor(rows: readonly Row[]) {
    this.#rows = grouped(rows, (row) => row.template);
    for (const template of ['B_01.01', 'B_01.02'] as const) {
      for (const { cells } of this.rows(template)) this.#name(cells.get('lei'), cells.get('name'));
    }
    for (const row of this.rows('B_01.02')) {
      const lei = row.cells.get('lei') as string;
      if (!this.#entityRows.has(lei)) this.#entityRows.set(lei, row);
    }
    for (const row of this.rows('B_01.03')) {
      this.#name(row.cells.get('branch'), row.cells.get('name'));
      const code = row.cells.get('branch');
      if (code !== undefined && !this.#branchRows.has(code)) this.#branchRows.set(code, row);
    }
    for (const { cells } of this.rows('B_05.01')) {
      const code = cells.get('provider') as string;
      this.providers.set(code, identified(code, cells.get('code type')));
    }
    for (const row of this.rows('B_06.01')) this.#addFunction(row);
  }

  rows(template: Template): readonly Row[] {
    return this.#rows.get(template) ?? [];
  }

  refuse(row: Row, name: string, reason: string): void {
    const column = row.headers.get(name) ?? name;
    this.rejected.push(rejection(row.file, row.row, column, row.cells.get(name) ?? '', reason));
  }

  entity(lei: string | undefined): string | undefined {
    return lei === undefined ? undefined : (this.entities.get(lei) ?? lei);
  }

  /** The row of an entity in B_01.02, for something that names it. */
  named(lei: string): Row | undefined {
    this.#named.add(lei);
    return this.#entityRows.get(lei);
  }

  branch(code: string): Row | undefined {
    this.#named.add(code);
    return this.#branchRows.get(code);
  }

  /** Entities and branches that nothing of the register named so far. */
  unnamed(): string[] {
    return [...this.#entityRows.keys(), ...this.#branchRows.keys()].filter(
      (code) => !this.#named.has(code),
    );
  }

  /** Told when nobody of that code is in the register. */
  provider(row: Row, name: string): Identified | undefined {
    const code = row.cells.get(name) as string;
    const found = this.providers.get(code) ?? this.#ofGroup(code);
    if (!found) this.refuse(row, name, 'no provider has this code in B_05.01');
    return found;
  }

  /** A company of the group may provide without being listed as a provider. */
  #ofGroup(code: string): Identified | undefined {
    return this.entities.has(code) ? identified(code, 'LEI') : undefined;
  }

  functionId(lei: string | undefined, name: string): string | undefined {
    const own = this.#functions.get(`${lei}/${name}`);
    return own ?? (this.#ambiguous.has(name) ? undefined : this.#functions.get(name));
  }

  static functionNode(row: Row): string {
    return sourceId(`function:${row.cells.get('lei')}/${row.cells.get('function')}`);
  }

  #addFunction(row: Row): void {
    const name = row.cells.get('function') as string;
    const id = Register.functionNode(row);
    this.#functions.set(`${row.cells.get('lei')}/${name}`, id);
    const other = this.#functions.get(name);
    if (other !== undefined && other !== id) this.#ambiguous.add(name);
    this.#functions.set(name, id);
  }

  #name(code: string | undefined, name: string | undefined): void {
    if (code !== undefined && name !== undefined) this.entities.set(code, name);
  }
}
