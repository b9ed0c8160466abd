/** CSV of exactly the rows that are shown, in the order in which they are shown. */
import type { Cells } from './rows.ts';

export const COLUMN_TITLES: Readonly<Record<keyof Cells, string>> = {
  name: 'Name',
  kind: 'Kind',
  state: 'State',
  left: 'Left',
  range: 'Range',
  cause: 'Cause',
  path: 'How it gets here',
  people: 'People',
  area: 'Lies in',
};
export const COLUMN_KEYS = Object.keys(COLUMN_TITLES) as (keyof Cells)[];

/** RFC 4180 with CRLF; a byte order mark, so that spreadsheets read the letters rightly. */
export function csvOf(rows: readonly Cells[]): string {
  const lines = [
    COLUMN_KEYS.map((key) => COLUMN_TITLES[key]),
    ...rows.map((row) => COLUMN_KEYS.map((key) => row[key])),
  ];
  return `\uFEFF${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula is made text by a leading apostrophe. */
function field(text: string): string {
  const plain = text.replaceAll('\u00a0', ' ');
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
