/** Text tables: commas, semicolons or tabs, quotes, any line ends, a byte order mark. */
import type { Rejected } from '@msp-impact/contract';
import { type CsvError, parse } from 'csv-parse/sync';
import { cut } from '../rules/fault.ts';
import { restored } from './formula.ts';

export const MAX_RECORD = 1 << 20;

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** One text per header; '' where the row is short. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that could not be read as such. */
  readonly rejected: readonly Rejected[];
}

export function rejection(
  file: string,
  row: number,
  column: string,
  value: string,
  reason: string,
): Rejected {
  return { file, row, column, value: cut(value), reason };
}

/** `ownerName`, `Owner name` and `OWNER_NAME` are one. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}

/** The separator of the first line: the one that it has most of, outside quotes. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const line = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.slice(0, 10_000))?.[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length - 1;
  if (count('\t') > 0 && count('\t') >= Math.max(count(','), count(';'))) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

export const TABLE_OPTIONS = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'], // programs that append mix them
  max_record_size: MAX_RECORD,
  relax_column_count: true,
  skip_records_with_error: true,
};

/** Never throws: rows that break the form of a table are in `rejected`, the others in `rows`. */
export function readTable(text: string, file: string): Table {
  const rejected: Rejected[] = [];
  const numbers: number[] = []; // row of each record: what went wrong before it counts too
  const records: string[][] = parse(text, {
    ...TABLE_OPTIONS,
    delimiter: separatorOf(text.replace(/^\ufeff/, '')),
    on_record: (record: string[], info: { records: number }) => {
      numbers.push(info.records + rejected.length);
      return record;
    },
    on_skip: (error) => {
      if (error) rejected.push(unreadable(file, error, rejected.length));
      return undefined;
    },
  });
  const headers = headersOf(records[0] ?? []);
  const rows: TableRow[] = [];
  for (let i = 1; i < records.length; i++) {
    addRow({ file, headers, rows, rejected }, numbers[i] as number, records[i] as string[]);
  }
  return { file, headers, rows, rejected };
}

/** As written, but for the apostrophes of exports, and without empty ones at the end. */
export function headersOf(record: readonly string[]): string[] {
  const headers = record.map((header) => restored(header).trim());
  while (headers.at(-1) === '') headers.pop();
  return headers;
}

interface Growing extends Table {
  readonly rows: TableRow[];
  readonly rejected: Rejected[];
}

/** A record at the end of a table: a row, a rejection where it has more than the header, or nothing. */
export function addRow({ file, headers, rows, rejected }: Growing, row: number, record: string[]) {
  const cells = record.map(restored);
  if (cells.every((cell) => cell.trim() === '')) return;
  const extra = cells.slice(headers.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined) {
    const reason = `the row has ${cells.length} cells, the header ${headers.length}`;
    rejected.push(rejection(file, row, '', extra, reason));
  } else rows.push({ row, cells: headers.map((_, i) => cells[i] ?? '') });
}

/** The parser gives up the rest of a text after a row that is too long; that must be told. */
const REASONS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened here and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote; double quotes inside quoted text',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that is not quoted',
  CSV_MAX_RECORD_SIZE: `the row is longer than ${MAX_RECORD} characters; it and all rows after it were not read; is a quote missing?`,
};

/**
 * @param before records that were refused before it, or stand before the text
 * @param lines before the text
 */
export function unreadable(file: string, error: CsvError, before: number, lines = 0): Rejected {
  const info = error as unknown as { code: string; records?: number; lines?: number };
  const reason = REASONS[info.code] ?? error.message;
  return rejection(
    file,
    (info.records ?? 0) + before + 1,
    '',
    '',
    `${reason} (line ${info.lines === undefined ? '?' : info.lines + lines})`,
  );
}
