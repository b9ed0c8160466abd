/** Sheets of nodes and of links as our own tables. */
import type { ItemType, Kind, Rejected } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/contract';
import { COLUMNS } from '../../columns.ts';
import { readShare, readShareRange } from '../../sheet-columns.ts';
import { headerKey, rejection, type Table, type TableRow } from '../../table.ts';
import type { Names } from './names.ts';
import { identifiersOf, numbersReader } from './party-numbers.ts';

export interface Made {
  readonly table: Table;
  readonly rejected: readonly Rejected[];
  readonly notes: readonly string[];
  /** Registered numbers, by row. */
  readonly identifiers?: ReadonlyMap<number, Record<string, string>>;
}

type Columns = ReadonlyMap<string, number>;
type Cells = Map<string, string>;

/** Each row by our columns, and the rest under the headers that it has. undefined drops the row. */
export function converted(
  type: ItemType,
  table: Table,
  columns: Columns,
  convert: (cells: Cells, row: TableRow) => Cells | undefined,
): Table {
  const taken = new Set(columns.values());
  const ours = new Set(COLUMNS[type].map((column) => headerKey(column.name)));
  const rest = table.headers
    .map((header, i) => ({
      header: ours.has(headerKey(header)) ? `${header} (as written)` : header,
      i,
    }))
    .filter(({ i }) => table.headers[i] !== '' && !taken.has(i));
  const made = table.rows.flatMap((row) => {
    const cells: Cells = new Map();
    for (const [name, at] of columns) cells.set(name, row.cells[at] ?? '');
    const after = convert(cells, row);
    if (after) addressOf(after, table, columns);
    return after ? [{ row, after }] : [];
  });
  const names = new Set([...columns.keys(), ...made.flatMap(({ after }) => [...after.keys()])]);
  const headers = [...names, ...rest.map(({ header }) => header)];
  const rows = made.map(({ row, after }) => ({
    row: row.row,
    cells: [
      ...[...names].map((name) => after.get(name) ?? ''),
      ...rest.map(({ i }) => row.cells[i] ?? ''),
    ],
  }));
  return { file: table.file, headers, rows, rejected: table.rejected };
}

/** An address makes evidence; a text in its column that is none stays what it is. */
function addressOf(cells: Cells, { file, headers }: Table, columns: Columns): void {
  const url = cells.get('url')?.trim() ?? '';
  if (url === '') return;
  if (!/^https?:\/\/\S+$/.test(url)) {
    cells.delete('url');
    cells.set(`${headers[columns.get('url') ?? -1]} (as written)`, url);
    return;
  }
  cells.set('url', url);
  if (!cells.get('claim')) cells.set('claim', `From ${file}`);
  if (!cells.get('confidence')) cells.set('confidence', 'stated');
}

const PARENTS: Partial<Record<Kind, readonly Kind[]>> = {
  supplier: ['supplier'],
  region: ['region'],
};

/** Two passes: a parent may stand in a later row. */
export function nodeTable(table: Table, columns: Columns, names: Names, kind: Kind): Made {
  const rejected: Rejected[] = [];
  const ids = new Map<TableRow, string>();
  const numbersOf = numbersReader(table, new Set(columns.values()), rejected);
  const identifiers = new Map<number, Record<string, string>>();
  for (const row of table.rows) {
    const cell = (name: string) => (row.cells[columns.get(name) ?? -1] ?? '').trim();
    if (cell('name') === '') continue;
    const numbers = kind === 'supplier' ? numbersOf(row) : [];
    ids.set(row, names.listed(kind, cell('id'), cell('name'), numbers));
    if (numbers.length > 0) identifiers.set(row.row, identifiersOf(numbers));
  }
  const made = converted('node', table, columns, (cells, row) => {
    const id = ids.get(row);
    if (id === undefined) {
      rejected.push(rejection(table.file, row.row, 'name', '', 'the row has no name'));
      return undefined;
    }
    const parent = cells.get('parent') ?? '';
    cells.set('id', id).set('kind', kind);
    if (parent.trim() === '') cells.delete('parent');
    else cells.set('parent', names.find(parent, PARENTS[kind] ?? []) ?? parent);
    return cells;
  });
  return { table: made, rejected, notes: [], identifiers };
}

/** Ends by id or by name; a name that several kinds have means the first in the order of supply. */
export function linkTable(table: Table, columns: Columns, names: Names): Made {
  const made = converted('dependency', table, columns, (cells) => {
    const from = cells.get('from') ?? '';
    const to = cells.get('to') ?? '';
    cells.set('from', names.find(from, KINDS) ?? from);
    cells.set('to', names.find(to, [...KINDS].reverse()) ?? to);
    const strength = cells.get('strength');
    const range = readShareRange(strength ?? '');
    if (range) {
      cells.delete('strength');
      cells.set('strengthLow', String(range.low)).set('strengthHigh', String(range.high));
    } else if (strength !== undefined)
      cells.set('strength', String(readShare(strength) ?? strength));
    return cells;
  });
  return { table: made, rejected: [], notes: [] };
}
