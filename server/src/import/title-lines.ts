/** Lines above the headings of a text table: titles, dates of print, empty lines. */
import { separatorOf } from './table.ts';

/** Headings are sought this far down, as in workbooks. */
const LOOKED_AT = 20;
const LONGEST = 100_000;

export interface BelowTitles {
  /** From the headings on. */
  readonly text: string;
  /** Lines left out above them. */
  readonly above: number;
}

/**
 * @param told the row with the headings, counted as a spreadsheet does; without it the first line
 *   with two filled cells, where the very first has fewer
 */
export function belowTitles(text: string, told?: number): BelowTitles {
  const lines = text
    .slice(0, LONGEST)
    .split(/(?<=\r\n|\n|\r(?!\n))/, Math.max(LOOKED_AT, told ?? 0));
  const above = told === undefined ? titleLines(lines) : Math.min(told, lines.length) - 1;
  const left = lines.slice(0, above).join('');
  return { text: text.slice(left.length), above };
}

function titleLines(lines: readonly string[]): number {
  const first = lines.findIndex((line) => filled(line) > 1);
  const titles = lines.slice(0, Math.max(0, first));
  // A quote that goes on over the line end is no title.
  const isWhole = titles.every((line) => line.split('"').length % 2 === 1);
  return isWhole ? titles.length : 0;
}

function filled(line: string): number {
  const bare = line.replace(/^\ufeff/, '').replace(/"(?:[^"]|"")*"/g, 'q');
  return bare.split(separatorOf(bare)).filter((cell) => cell.trim() !== '').length;
}
