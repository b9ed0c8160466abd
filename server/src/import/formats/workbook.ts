/**
 * XLSX workbooks as rows of texts. The archive is looked at before the reader of workbooks sees it:
 * what would make it allocate without end (bombs, cells far out, document types) is refused.
 */
import type { Rejected } from '@msp-impact/contract';
import readExcelFile from 'read-excel-file/node';
import { cut } from '../../rules/fault.ts';
import { unzipped } from './zip/zip.ts';

export interface WorkbookSheet {
  readonly name: string;
  /** One list per row, as a spreadsheet counts them; '' for an empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** Rows that could not be read, of a table of text. */
  readonly rejected?: readonly Rejected[];
}

export type Workbook = { readonly sheets: readonly WorkbookSheet[] } | { readonly reason: string };

const LIMITS = { total: 128 << 20, entries: 2000 };
/** Cells of the rectangle that a sheet spans, empty ones included. */
const MOST_CELLS = 20_000_000;
const MOST_COLUMNS = 16_384;

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const zip = await unzipped(bytes, undefined, LIMITS);
  if ('reason' in zip) return zip;
  if (!zip.entries.has('xl/workbook.xml'))
    return { reason: 'is no workbook: it has no xl/workbook.xml' };
  for (const [name, content] of zip.entries) {
    const reason = unfit(content); // any part may be called a sheet by another
    if (reason) return { reason: `${name} ${reason}` };
  }
  try {
    const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(texts) })) };
  } catch (error) {
    return { reason: `is no workbook that can be read: ${(error as Error).message}` };
  }
}

const ADDRESSES = /<(?:\w{1,50}:)?(?:c|row)\s(?:[^<>]*?\s)?r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function unfit(content: Uint8Array): string | undefined {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString(
    'latin1',
  );
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'declares a document type; that is not read';
  // Of any other letters the reader would make the number of a column.
  for (const [, double, single] of text.matchAll(ADDRESSES)) {
    const address = double ?? single ?? '';
    if (!/^[A-Z]{0,20}\d{1,20}$/i.test(address.trim())) {
      return `names the cell "${cut(address)}"; cells are called as A1`;
    }
  }
  let [rows, columns] = [0, 0];
  for (const [, letters, row] of text.matchAll(/\br\s*=\s*["']([A-Za-z]{1,20})(\d{1,20})["']/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters as string));
  }
  for (const [, row] of text.matchAll(/\br\s*=\s*["'](\d{1,20})["']/g))
    rows = Math.max(rows, Number(row));
  if (columns > MOST_COLUMNS) return `has ${columns} columns; a sheet holds ${MOST_COLUMNS}`;
  if (rows * Math.max(columns, 1) > MOST_CELLS) {
    return `spans ${rows} rows and ${columns} columns; that is more than can be read`;
  }
  return undefined;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function texts(row: readonly unknown[]): string[] {
  return row.map((cell) => {
    if (cell === null || cell === undefined) return '';
    if (cell instanceof Date) return dayText(cell);
    return String(cell);
  });
}

/** Days without a time of day, as most cells with dates are. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
