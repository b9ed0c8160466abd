/**
 * Workbooks and text tables of anyone: sheets of suppliers, products, services, regions, links and contracts, our own
 * export, or the analyst's sheet. Unpacking happens in the worker; what the columns mean, and which
 * stored node a name means, is settled beside the graph (sheets.ts).
 */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { restored } from '../../formula.ts';
import type { Table } from '../../table.ts';
import type { FormatReader, FormatReading, SheetTable, SourceFile } from '../format.ts';
import { streamedTable } from '../streamed-table.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from '../workbook.ts';
import { wholeOf } from '../zip/whole.ts';

export const xlsx: FormatReader = { read: readXlsx };

async function readXlsx(files: readonly SourceFile[]): Promise<FormatReading> {
  const tables: SheetTable[] = [];
  const errors: Fault[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const workbook = await sheetsOf(file, notes);
    if ('reason' in workbook) errors.push(fault(file.name, undefined, workbook.reason));
    else {
      const found = workbook.sheets.flatMap((sheet) => tableOf(file.name, sheet) ?? []);
      if (found.length === 0) errors.push(fault(file.name, undefined, 'all its sheets are empty'));
      tables.push(...found);
    }
  }
  return { read: 0, candidates: [], rejected: [], notes, errors, tables };
}

/** A table of text is a workbook of one sheet, called as its file. */
async function sheetsOf(file: SourceFile, notes: string[]): Promise<Workbook> {
  const { name } = file;
  if (!/\.(csv|tsv|txt)$/i.test(name)) {
    const whole = await wholeOf(file);
    return 'reason' in whole ? whole : plainTexts(await readWorkbook(whole.bytes));
  }
  const read = await streamedTable(file);
  if ('reason' in read) return read;
  if (read.note) notes.push(read.note);
  const { headers, rows, rejected } = read.table;
  if (headers.length === 0) return { reason: 'the file is empty' };
  // As a spreadsheet counts them, with the rows that could not be read left empty.
  const cells: (readonly string[])[] = [headers];
  for (const row of rows) cells[row.row - 1] = row.cells;
  const sheet = name.replace(/\.\w+$/, '');
  return { sheets: [{ name: sheet, rows: Array.from(cells, (row) => row ?? []), rejected }] };
}

/** Without the apostrophes that keep spreadsheets from running texts. */
function plainTexts(workbook: Workbook): Workbook {
  if ('reason' in workbook) return workbook;
  const sheets = workbook.sheets.map((one) => ({
    ...one,
    rows: one.rows.map((row) => row.map(restored)),
  }));
  return { sheets };
}

/** Titles may stand above the headings. */
const LOOKED_AT = 20;

/** The first row with two filled cells holds the headings. undefined: an empty sheet. */
function tableOf(
  file: string,
  { name, rows, rejected = [] }: WorkbookSheet,
): SheetTable | undefined {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;
  let at = rows.slice(0, LOOKED_AT).findIndex((row) => filled(row) > 1);
  if (at < 0) at = rows.findIndex((row) => filled(row) > 0);
  const header = rows[at];
  if (!header) return undefined;
  const headers = header.map((cell) => cell.trim());
  while (headers.at(-1) === '') headers.pop();
  const table: Table = {
    file: file.startsWith(`${name}.`) ? file : `${file}, sheet ${name}`,
    headers,
    rows: rows.slice(at + 1).flatMap((row, i) => {
      if (filled(row) === 0) return [];
      return [{ row: at + i + 2, cells: headers.map((_, column) => row[column] ?? '') }];
    }),
    rejected,
  };
  return { source: file, sheet: name, table };
}
