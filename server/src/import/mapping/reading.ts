/** How a table was read, for people to look at and correct. */
import type {
  Rejected,
  SheetColumnReading,
  SheetKindName,
  SheetReading,
} from '@msp-impact/contract';
import { ANALYSIS_COLUMNS } from '../bia/columns.ts';
import { COLUMNS, JSON_COLUMN } from '../columns.ts';
import { noticeUnit } from '../formats/xlsx/notice-period.ts';
import { SHEET_COLUMNS, sheetColumn } from '../sheet-columns.ts';
import { headerKey, type Table } from '../table.ts';

const SAMPLES = 3;
const LONGEST_SAMPLE = 120;
export const REJECTED_ROWS = 1_000;

type Choices = SheetReading['choices'];

export interface ReadAs {
  readonly sheet: string;
  readonly table: Table;
  readonly kind: SheetKindName | undefined;
  /** Position → our column. */
  readonly columns: ReadonlyMap<number, string>;
  readonly told: Readonly<Record<string, string>> | undefined;
  readonly byValues: Readonly<Record<string, string>>;
  readonly asks: SheetReading['asks'];
}

export function sheetReading(as: ReadAs): SheetReading {
  const { sheet, table, kind } = as;
  return {
    file: table.file,
    sheet,
    ...(kind && { kind }),
    rows: table.rows.length,
    columns: table.headers.map((header, at) => columnReading(as, header, at)),
    choices: choicesOf(kind),
    asks: as.asks,
    rejectedRows: [],
  };
}

function columnReading(as: ReadAs, header: string, at: number): SheetColumnReading {
  const column = as.columns.get(at) ?? '';
  const has = (map: Readonly<Record<string, string>> = {}) => Object.hasOwn(map, header);
  const guess = column === '' ? 'nothing' : has(as.byValues) ? 'values' : 'heading';
  const samples = as.table.rows
    .map(({ cells }) => (cells[at] ?? '').trim())
    .filter((cell) => cell !== '')
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, LONGEST_SAMPLE));
  const by = has(as.told) ? 'request' : guess;
  const isNotice = as.kind === 'contracts' && column === 'noticeDays';
  return { header, column, by, samples, ...(isNotice && { unit: noticeUnit(header) ?? 'days' }) };
}

/** `kind` of nodes and `json` are no columns of other people's tables. */
function choicesOf(kind: SheetKindName | undefined): Choices {
  if (kind === undefined || kind === 'own') return [];
  if (kind === 'chain') return SHEET_COLUMNS.map((name) => ({ name, about: '' }));
  if (kind === 'analysis') {
    return Object.entries(ANALYSIS_COLUMNS).map(([name, about]) => ({ name, about }));
  }
  const type = kind === 'links' ? 'dependency' : kind === 'contracts' ? 'contract' : 'node';
  return COLUMNS[type]
    .filter(({ name }) => name !== JSON_COLUMN && !(type === 'node' && name === 'kind'))
    .map(({ name, about }) => ({ name, about }));
}

/** Our column → position, the other way round. */
export function byPosition(columns: ReadonlyMap<string, number>): Map<number, string> {
  return new Map([...columns].map(([name, at]) => [at, name]));
}

/** Of our own tables: each column means what its heading says. */
export function ownColumns(type: keyof typeof COLUMNS, headers: readonly string[]) {
  const known = new Map(COLUMNS[type].map(({ name }) => [headerKey(name), name]));
  return new Map(
    headers.flatMap((header, at) => {
      const name = known.get(headerKey(header));
      return name === undefined ? [] : [[at, name] as const];
    }),
  );
}

/** Of the analyst's sheet. */
export function chainColumns(headers: readonly string[]): Map<number, string> {
  return new Map(
    headers.flatMap((header, at) => {
      const column = sheetColumn(header);
      return column === undefined ? [] : [[at, column] as const];
    }),
  );
}

/** The rows that were left out, as they are in their file. */
export function withRejectedRows(
  readings: readonly SheetReading[],
  tables: readonly Table[],
  rejected: readonly Rejected[],
): SheetReading[] {
  return readings.map((reading) => {
    const table = tables.find(({ file }) => file === reading.file);
    const rows = new Set(
      rejected.filter(({ file }) => file === reading.file).map(({ row }) => row),
    );
    if (!table || rows.size === 0) return reading;
    const rejectedRows: SheetReading['rejectedRows'] = [];
    for (const { row, cells } of table.rows) {
      if (rows.has(row)) rejectedRows.push({ row, cells: [...cells] });
      if (rejectedRows.length === REJECTED_ROWS) break;
    }
    return { ...reading, rejectedRows };
  });
}
