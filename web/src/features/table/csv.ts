/**
 * CSV of exactly the rows that are shown, in the order in which they are shown: the words of the
 * table, and its numbers once more in columns that a spreadsheet can count with.
 */
import { toCsv } from '../../ui/csv.ts';
import type { Cells, ShownRow } from './rows.ts';

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

type Figure = number | undefined;
const percents = (share: Figure): Figure =>
  share === undefined ? undefined : Number((share * 100).toFixed(1));
const left = (row: ShownRow, share: Figure) =>
  row.state === 'unknown' ? undefined : percents(share);

const NUMBER_COLUMNS: readonly (readonly [string, (row: ShownRow) => Figure])[] = [
  ['Left, %', (row) => left(row, row.level)],
  ['At least left, %', (row) => left(row, row.range?.low)],
  ['At most left, %', (row) => left(row, row.range?.high)],
];

export function csvOf(rows: readonly ShownRow[]): string {
  return toCsv(
    [...COLUMN_KEYS.map((key) => COLUMN_TITLES[key]), ...NUMBER_COLUMNS.map(([title]) => title)],
    rows.map((row) => [
      ...COLUMN_KEYS.map((key) => cellOf(row, key)),
      ...NUMBER_COLUMNS.map(([, numberOf]) => numberOf(row)),
    ]),
  );
}

const cellOf = (row: ShownRow, key: keyof Cells): string | number | undefined =>
  key === 'people' ? row.people : row.cells[key].replaceAll('\u00a0', ' ');
