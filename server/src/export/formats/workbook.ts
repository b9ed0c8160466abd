/** Rows to the bytes of a workbook; texts are written as texts, never as formulas. */
import writeExcelFile from 'write-excel-file/node';

export type Cell = string | number | null;
export interface Sheet {
  readonly sheet: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Holds up the event loop while it works: see workbook-worker.ts. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const made = sheets.map(({ sheet, rows: [header = [], ...rows] }) => ({
    sheet,
    data: [
      header.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellFor)),
    ],
    stickyRowsCount: 1,
  }));
  return writeExcelFile(made).toBuffer();
}

function cellFor(value: Cell) {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: distinct(value), type: String };
}

/**
 * The library looks texts up in a plain object, which knows `toString`, `constructor` and the like
 * already, and writes their code instead. It drops U+FDD0, so with one behind it the text is another
 * one to look up and the same one in the workbook.
 */
function distinct(text: string): string {
  return text in {} ? `${text}\ufdd0` : text;
}
