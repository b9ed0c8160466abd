/** `graph.csv`, or the sheet `graph` of a workbook: what the graph of the other tables is called. */
import { GRAPH_FORMAT } from '@msp-impact/contract';
import type { SheetTable } from './formats/format.ts';
import { headerKey, type Table } from './table.ts';

export const GRAPH_COLUMNS = ['format', 'name'] as const;

export const graphRows = (name: string): string[][] => [[...GRAPH_COLUMNS], [GRAPH_FORMAT, name]];

/** Told by its headers and its format alone, as other tables have a column `name` too. */
function graphNameIn({ headers, rows }: Table): string | undefined {
  const keys = headers.map(headerKey);
  if (keys.length !== GRAPH_COLUMNS.length || !GRAPH_COLUMNS.every((one) => keys.includes(one))) {
    return undefined;
  }
  const [first, ...more] = rows;
  const cell = (key: string) => first?.cells[keys.indexOf(key)] ?? '';
  if (more.length > 0 || cell('format').trim() !== GRAPH_FORMAT) return undefined;
  return cell('name').slice(0, 500);
}

/** The name that the tables bring, and the tables that hold items. */
export function withoutGraphTable(tables: readonly SheetTable[]): {
  readonly tables: readonly SheetTable[];
  readonly graphName: string | undefined;
} {
  const names = tables.map(({ table }) => graphNameIn(table));
  return {
    tables: tables.filter((_, i) => names[i] === undefined),
    graphName: names.find((name) => name !== undefined && name !== ''),
  };
}
