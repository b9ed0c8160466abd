/**
 * Workbooks of anyone: sheets of suppliers, products, services, regions, links and contracts, our own
 * export, or the analyst's sheet. Unpacking happens in the worker; what the columns mean, and which
 * stored node a name means, is settled beside the graph (sheets.ts).
 */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../../rules/fault.ts';
import { restored } from '../../formula.ts';
import type { Table } from '../../table.ts';
import type { FormatReader, FormatReading, SheetTable, SourceFile } from '../format.ts';
import { readWorkbook, type WorkbookSheet } from '../workbook.ts';
import { wholeOf } from '../zip/whole.ts';

export const xlsx: FormatReader = { read: readXlsx };

async function readXlsx(files: readonly SourceFile[]): Promise<FormatReading> {
  const tables: SheetTable[] = [];
  const errors: Fault[] = [];
  for (const file of files) {
    const whole = await wholeOf(file);
    const workbook = 'reason' in whole ? whole : await readWorkbook(whole.bytes);
    if ('reason' in workbook) errors.push(fault(file.name, undefined, workbook.reason));
    else {
      const found = workbook.sheets.flatMap((sheet) => tableOf(file.name, sheet) ?? []);
      if (found.length === 0) errors.push(fault(file.name, undefined, 'all its sheets are empty'));
      tables.push(...found);
    }
  }
  return { read: 0, candidates: [], rejected: [], notes: [], errors, tables };
}

/** Titles may stand above the headings. */
const LOOKED_AT = 20;

/** The first row with two filled cells holds the headings. undefined: an empty sheet. */
function tableOf(file: string, { name, rows }: WorkbookSheet): SheetTable | undefined {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;
  let at = rows.slice(0, LOOKED_AT).findIndex((row) => filled(row) > 1);
  if (at < 0) at = rows.findIndex((row) => filled(row) > 0);
  const header = rows[at];
  if (!header) return undefined;
  const headers = header.map((cell) => restored(cell).trim());
  while (headers.at(-1) === '') headers.pop();
  const table: Table = {
    file: `${file}, sheet ${name}`,
    headers,
    rows: rows.slice(at + 1).flatMap((row, i) => {
      if (filled(row) === 0) return [];
      return [{ row: at + i + 2, cells: headers.map((_, column) => restored(row[column] ?? '')) }];
    }),
    rejected: [],
  };
  return { source: file, sheet: name, table };
}
