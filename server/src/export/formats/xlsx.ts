/**
 * A workbook with the sheets nodes, links and contracts: the CSV tables, numbers as numbers. Texts
 * that a spreadsheet would run as a formula carry an apostrophe before them, as in CSV.
 */
import type { ItemType } from '@msp-impact/contract';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { neutralised } from '../../import/formula.ts';
import type { GraphReader } from '../../store/port.ts';
import { cellsOf, columnNames } from './cells.ts';
import { assureRevision, pagesOf } from './pages.ts';

const SHEETS = [
  ['nodes', 'node'],
  ['links', 'dependency'],
  ['contracts', 'contract'],
] as const satisfies [string, ItemType][];

/** What a spreadsheet can hold at all; beyond it programs repair the file by cutting. */
const MAX_ROWS = 1_048_576;
const MAX_CELL = 32_767;

/** Control characters but tab and line ends, and what else XML cannot hold or the library drops. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffd-\uffff\ufdd0-\ufdef]/gu;

/**
 * The library looks texts up in a plain object, which knows `toString`, `constructor` and the like
 * already, and writes their code instead. It drops U+FDD0, so with one behind it the text is another
 * one to look up and the same one in the workbook.
 */
function distinct(text: string): string {
  return text in {} ? `${text}\ufdd0` : text;
}

/** The graph does not fit into a workbook; the message is one line that says what does. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Built in memory. Throws TooLarge, Conflict when the graph moves on meanwhile, and StoreFault. */
export async function* xlsx(reader: GraphReader): AsyncIterable<Uint8Array> {
  const { revision } = await reader.columns();
  const sheets = [];
  for (const [sheet, type] of SHEETS)
    sheets.push({ sheet, ...(await sheetOf(reader, type, sheet)) });
  await assureRevision(reader, revision);
  yield await writeExcelFile(sheets).toBuffer();
}

async function sheetOf(reader: GraphReader, type: ItemType, sheet: string) {
  const names = columnNames(type);
  const data: SheetData = [names.map((value) => ({ value, fontWeight: 'bold' as const }))];
  for await (const page of pagesOf(reader, type)) {
    for (const item of page) {
      data.push(
        cellsOf(type, item).map((cell, i) => cellFor(cell, `${sheet}: ${item.id}: ${names[i]}`)),
      );
    }
    if (data.length > MAX_ROWS) {
      throw new TooLarge(
        `a sheet holds ${MAX_ROWS} rows, and there are more ${sheet}: export csv or a document`,
      );
    }
  }
  return { data, stickyRowsCount: 1 };
}

function cellFor(cell: string | number | undefined, place: string): SheetData[number][number] {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  const value = neutralised(cell.replace(UNFIT, '\u25a1'));
  if (value.length <= MAX_CELL) return { value: distinct(value), type: String };
  throw new TooLarge(
    `${place} has ${value.length} characters and a cell holds ${MAX_CELL}: export csv or a document`,
  );
}
