/** CSV of exactly the rows that are shown, in the order in which they are shown. */
import { toCsv } from '../../ui/csv.ts';
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

export function csvOf(rows: readonly Cells[]): string {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  return toCsv(
    COLUMN_KEYS.map((key) => COLUMN_TITLES[key]),
    rows.map((row) => COLUMN_KEYS.map((key) => plain(row[key]))),
  );
}
