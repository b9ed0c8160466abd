/** nodes.csv, links.csv and contracts.csv: importing them again gives the same graph. */
import type { ItemType } from '@msp-impact/contract';
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, type Fields } from '../import/columns.ts';
import { neutralised } from '../import/formula.ts';
import { graphRows } from '../import/graph-table.ts';
import { canonicalItem } from '../rules/canonical.ts';
import type { GraphReader, Item } from '../store/port.ts';

export const CSV_FILES = {
  'nodes.csv': 'node',
  'links.csv': 'dependency',
  'contracts.csv': 'contract',
} as const satisfies Record<string, ItemType>;

/** Cells to text, formulas neutralised; line ends are \r\n, as spreadsheets write them. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(neutralised)),
    { record_delimiter: 'windows', quoted_match: /[\r\n"]|^\s|\s$/ },
  );
}

export function csvHeader(type: ItemType): string[] {
  return COLUMNS[type].map((column) => column.name);
}

export function csvRow(type: ItemType, item: Item): string[] {
  const fields = canonicalItem(type, item) as unknown as Fields;
  return COLUMNS[type].map((column) => column.write(fields));
}

/** All items of a type, sorted by id, a page at a time. Throws Conflict and StoreFault as the reader does. */
export async function* csvOf(type: ItemType, reader: GraphReader): AsyncIterable<string> {
  yield csvText([csvHeader(type)]);
  for await (const page of reader.scan(type)) {
    yield csvText(page.map(({ item }) => csvRow(type, item as Item)));
  }
}

/** The name, which no table of items holds. */
export async function* graphCsv(reader: GraphReader): AsyncIterable<string> {
  yield csvText(graphRows((await reader.columns()).name));
}

export const nodesCsv = (reader: GraphReader) => csvOf('node', reader);
export const linksCsv = (reader: GraphReader) => csvOf('dependency', reader);
export const contractsCsv = (reader: GraphReader) => csvOf('contract', reader);
