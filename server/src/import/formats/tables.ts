/** CSV exports of asset databases: tables, and their cells by the names that headers go by. */
import type { Fault, Rejected } from '@msp-impact/contract';
import { fault } from '../../rules/fault.ts';
import { headerKey, type Table, type TableRow } from '../table.ts';
import { Attributes } from './attributes.ts';
import type { SourceFile } from './format.ts';
import { streamedTable } from './streamed-table.ts';

export interface ReadTables {
  readonly tables: readonly SourceTable[];
  readonly errors: readonly Fault[];
  readonly notes: readonly string[];
}

export async function tablesOf(files: readonly SourceFile[]): Promise<ReadTables> {
  const tables: SourceTable[] = [];
  const errors: Fault[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const read = await streamedTable(file);
    if ('reason' in read) {
      errors.push(fault(file.name, undefined, read.reason));
      continue;
    }
    if (read.note) notes.push(read.note);
    const table = new SourceTable(read.table);
    const place = `${file.name}, row 1`;
    if (table.twice !== undefined) {
      const reason = 'two columns have this header; rename one';
      errors.push(fault(place, table.twice, reason));
    } else if (table.headers.length === 0) errors.push(headless(file.name, table));
    else tables.push(table);
  }
  return { tables, errors, notes };
}

function headless(file: string, { rows, rejected }: SourceTable): Fault {
  if (rows.length + rejected.length === 0) return fault(file, undefined, 'the file is empty');
  return fault(`${file}, row 1`, undefined, 'has no header row that can be read');
}

/** What a column goes by: header keys (small letters and digits), most telling first. */
export type Names = readonly string[];

export class SourceTable {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly rejected: readonly Rejected[];
  /** A header that stands twice. */
  readonly twice: string | undefined;
  readonly #at = new Map<string, number>();

  constructor({ file, headers, rows, rejected }: Table) {
    this.file = file;
    this.headers = headers;
    this.rows = rows;
    this.rejected = rejected;
    let twice: string | undefined;
    headers.forEach((header, i) => {
      const key = headerKey(header);
      if (key === '') return;
      if (this.#at.has(key)) twice ??= header;
      else this.#at.set(key, i);
    });
    this.twice = twice;
  }

  has(names: Names): boolean {
    return names.some((name) => this.#at.has(name));
  }

  /** The header of the first of the names that the table has; '' for none. */
  header(names: Names): string {
    return this.headers[this.#position(names)] ?? '';
  }

  /** Without blanks around it; '' when there is no such column. */
  cell(row: TableRow, names: Names): string {
    return row.cells[this.#position(names)]?.trim() ?? '';
  }

  /** All other cells that hold something, by their header. */
  others(row: TableRow, used: readonly Names[]): Attributes {
    const taken = new Set(used.map((names) => this.#position(names)));
    const attributes = new Attributes();
    this.headers.forEach((header, i) => {
      if (!taken.has(i) && header !== '') attributes.add(header, row.cells[i]?.trim());
    });
    return attributes;
  }

  #position(names: Names): number {
    for (const name of names) {
      const at = this.#at.get(name);
      if (at !== undefined) return at;
    }
    return -1;
  }
}
