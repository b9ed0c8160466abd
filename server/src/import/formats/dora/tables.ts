/** The tables of a register, from a package (zip of CSV files), a workbook or single CSV files. */

import type { Fault, Rejected } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { decoded } from '../../encoding.ts';
import { readTable } from '../../table.ts';
import type { SourceFile } from '../format.ts';
import { readWorkbook } from '../workbook.ts';
import { wholeOf } from '../zip/whole.ts';
import { unzipped } from '../zip/zip.ts';
import type { RawTable } from './rows.ts';
import { templateNamed } from './templates.ts';

export interface Tables {
  readonly tables: RawTable[];
  readonly rejected: Rejected[];
  readonly errors: Fault[];
  readonly notes: string[];
  /** The reference period of the report, where it is a day. */
  period?: string;
}

export async function tablesOf(files: readonly SourceFile[]): Promise<Tables> {
  const found: Tables = { tables: [], rejected: [], errors: [], notes: [] };
  for (const file of files) {
    const before = found.tables.length + found.rejected.length;
    const reason = await readFile(file, found);
    if (reason !== undefined) found.errors.push(fault(file.name, undefined, reason));
    else if (found.tables.length + found.rejected.length === before) {
      const nothing = 'holds no table of the register, as b_05.01.csv or a sheet B_05.01';
      found.errors.push(fault(file.name, undefined, nothing));
    }
  }
  return found;
}

async function readFile(file: SourceFile, found: Tables): Promise<string | undefined> {
  const whole = await wholeOf(file);
  if ('reason' in whole) return whole.reason;
  const { bytes } = whole;
  if (bytes.length === 0) return 'the file is empty';
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readCsv(file.name, file.name, bytes, found);
  const zip = await unzipped(bytes, (name) => name.endsWith('.csv') || name === 'xl/workbook.xml');
  if ('reason' in zip) return zip.reason;
  if (zip.entries.has('xl/workbook.xml')) return readSheets(file.name, bytes, found);
  for (const [name, content] of [...zip.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/(?:^|\/)parameters\.csv$/i.test(name)) readParameters(content, found);
    else readCsv(file.name, name, content, found);
  }
  return undefined;
}

function readCsv(file: string, name: string, bytes: Uint8Array, found: Tables): string | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const template = templateNamed(base);
  if (template === undefined)
    return name === file
      ? 'is neither a package, nor a workbook, nor a table of the register'
      : undefined;
  const { text, guessed } = decoded(bytes);
  const place = name === file ? file : `${file}: ${base}`;
  if (guessed) found.notes.push(`${place} is not UTF-8: it was read as ${guessed}.`);
  const table = readTable(text, place);
  for (const one of table.rejected) found.rejected.push(one);
  const rows = table.headers.length > 0 ? [{ row: 1, cells: table.headers }, ...table.rows] : [];
  found.tables.push({ template, source: file, file: place, rows });
  return undefined;
}

async function readSheets(file: string, bytes: Uint8Array, found: Tables) {
  const workbook = await readWorkbook(bytes);
  if ('reason' in workbook) return workbook.reason;
  for (const { name, rows } of workbook.sheets) {
    const template = templateNamed(name);
    if (template === undefined) continue;
    const numbered = rows.map((cells, i) => ({ row: i + 1, cells }));
    found.tables.push({ template, source: file, file: `${file}, sheet ${name}`, rows: numbered });
  }
  return undefined;
}

function readParameters(bytes: Uint8Array, found: Tables): void {
  const { rows } = readTable(decoded(bytes).text, 'parameters.csv');
  const period = rows.find(({ cells }) => cells[0]?.trim() === 'refPeriod')?.cells[1]?.trim();
  if (period && /^\d{4}-\d{2}-\d{2}$/.test(period)) found.period = period;
}
