/**
 * A workbook with the sheets nodes, links and contracts: the CSV tables, numbers as numbers. Texts
 * that a spreadsheet would run as a formula carry an apostrophe before them, as in CSV.
 */
import { Worker } from 'node:worker_threads';
import type { ItemType } from '@msp-impact/contract';
import { neutralised } from '../../import/formula.ts';
import { graphRows } from '../../import/graph-table.ts';
import type { GraphReader } from '../../store/port.ts';
import { workerUrl } from '../../worker-url.ts';
import { cellsOf, columnNames } from './cells.ts';
import { assureRevision, pagesOf } from './pages.ts';
import { type Cell, type Sheet, workbookOf } from './workbook.ts';

const SHEETS = [
  ['nodes', 'node'],
  ['links', 'dependency'],
  ['contracts', 'contract'],
] as const satisfies [string, ItemType][];

/** What a spreadsheet can hold at all; beyond it programs repair the file by cutting. */
const MAX_ROWS = 1_048_576;
const MAX_CELL = 32_767;
/** Rows up to which the event loop is not held up noticeably. */
const IN_PLACE = 1_000;

/** Control characters but tab and line ends, and what else XML cannot hold or the library drops. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffd-\uffff\ufdd0-\ufdef]/gu;

/** The graph does not fit into a workbook; the message is one line that says what does. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Built in memory. Throws TooLarge, Conflict when the graph moves on meanwhile, and StoreFault. */
export async function* xlsx(reader: GraphReader): AsyncIterable<Uint8Array> {
  const { revision, name } = await reader.columns();
  const named = graphRows(name).map((row) => row.map((cell) => fitted(cell, 'graph: the name')));
  const sheets: Sheet[] = [];
  for (const [sheet, type] of SHEETS)
    sheets.push({ sheet, rows: await rowsOf(reader, type, sheet) });
  if (name !== '') sheets.push({ sheet: 'graph', rows: named });
  await assureRevision(reader, revision);
  yield await bytesOf(sheets);
}

/** A large workbook is made beside the event loop. */
export async function bytesOf(sheets: Sheet[]): Promise<Uint8Array> {
  const rows = sheets.reduce((sum, one) => sum + one.rows.length, 0);
  return rows > IN_PLACE ? inWorker(sheets) : workbookOf(sheets);
}

async function rowsOf(reader: GraphReader, type: ItemType, sheet: string): Promise<Cell[][]> {
  const names = columnNames(type);
  const rows: Cell[][] = [names];
  for await (const page of pagesOf(reader, type)) {
    for (const item of page) {
      const place = `${sheet}: ${item.id}: `;
      rows.push(cellsOf(type, item).map((cell, i) => fitted(cell, place + names[i])));
    }
    checkRows(rows.length, sheet);
  }
  return rows;
}

/** Throws TooLarge. */
export function checkRows(rows: number, what: string): void {
  if (rows <= MAX_ROWS) return;
  throw new TooLarge(
    `a sheet holds ${MAX_ROWS} rows, and there are more ${what}: export csv or a document`,
  );
}

/** A cell that a workbook can hold; throws TooLarge. */
export function fitted(cell: string | number | undefined, place: string): Cell {
  if (typeof cell !== 'string') return cell ?? null;
  const text = neutralised(cell.replace(UNFIT, '\u25a1'));
  if (text.length <= MAX_CELL) return text;
  throw new TooLarge(
    `${place} has ${text.length} characters and a cell holds ${MAX_CELL}: export csv or a document`,
  );
}

function inWorker(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const worker = new Worker(workerUrl(import.meta.url, './workbook-worker'), {
    workerData: sheets,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the workbook could not be made')));
  });
}
