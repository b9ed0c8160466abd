/** Rows of nodes.csv, links.csv and contracts.csv as items. Unknown columns become attributes. */
import type { ItemType, Rejected } from '@msp-impact/contract';
import type { Candidate, Reading } from './candidate.ts';
import { COLUMNS, type Column, type Fields, JSON_COLUMN, Unreadable } from './columns.ts';
import { breathe, breathing } from './stored.ts';
import { headerKey, rejection, type Table, type TableRow } from './table.ts';

/** One header of the file: a column that we know, or an attribute by its own name. */
interface Heading {
  readonly header: string;
  readonly column: Column | undefined;
}

/** Never throws; a header that stands twice refuses the whole file. */
export async function readCsv(type: ItemType, table: Table): Promise<Reading> {
  const headings = headingsOf(type, table.headers);
  const rejected: Rejected[] = [...table.rejected];
  const twice = duplicated(headings);
  if (twice !== undefined) {
    const reason = 'two columns have this header; rename one, nothing of the file was read';
    rejected.push(rejection(table.file, 1, twice, twice, reason));
    return { read: table.rows.length, candidates: [], rejected, notes: [] };
  }
  const covered = coveredBy(headings);
  const candidates: Candidate[] = [];
  const columnOf = (path: string) => columnAt(type, headings, path);
  const breath = breathing();
  for (const row of table.rows) {
    if (breath.due()) await breathe();
    const told = rejected.length;
    const fields = readRow(type, table.file, row, headings, rejected);
    const refused = rejected.length > told ? { refused: true } : {};
    candidates.push({
      type,
      fields,
      covered,
      file: table.file,
      row: row.row,
      columnOf,
      ...refused,
    });
  }
  return { read: table.rows.length + table.rejected.length, candidates, rejected, notes: [] };
}

function headingsOf(type: ItemType, headers: readonly string[]): Heading[] {
  const known = new Map(COLUMNS[type].map((column) => [headerKey(column.name), column]));
  return headers.map((header) => ({ header, column: known.get(headerKey(header)) }));
}

function duplicated(headings: readonly Heading[]): string | undefined {
  const seen = new Set<string>();
  for (const { header, column } of headings) {
    const key = column ? `=${column.name}` : header;
    if (header !== '' && seen.has(key)) return header;
    seen.add(key);
  }
  return undefined;
}

/** Fields that this file speaks for; `json` speaks for all of them. */
function coveredBy(headings: readonly Heading[]): ReadonlySet<string> | undefined {
  const keys = headings.map(({ column }) => column?.key).filter((key) => key !== undefined);
  return keys.includes(JSON_COLUMN) ? undefined : new Set(keys);
}

function readRow(
  type: ItemType,
  file: string,
  { row, cells }: TableRow,
  headings: readonly Heading[],
  rejected: Rejected[],
): Fields {
  const fields: Fields = {};
  const attributes: Record<string, string> = {};
  for (let i = 0; i < headings.length; i++) {
    const { header, column } = headings[i] as Heading;
    const cell = cells[i] as string;
    if (cell === '' || (column && cell.trim() === '' && column.read(cell) === '')) continue;
    if (!column) {
      if (header !== '') setOwn(attributes, header, cell);
      continue;
    }
    const value = column.read(cell);
    if (value instanceof Unreadable) {
      rejected.push(rejection(file, row, header, cell, value.reason));
      continue;
    }
    if (column.key !== JSON_COLUMN) put(fields, column.path, value);
    else for (const [key, one] of Object.entries(value as Fields)) merge(fields, key, one);
  }
  if (Object.keys(attributes).length > 0) merge(fields, 'attributes', attributes);
  return complete(type, fields);
}

/** `strength.low`, `evidence[0].claim`, `name`. */
function put(fields: Fields, path: string, value: unknown): void {
  const [key, part] = path.split(/(?:\[0\])?\./) as [string, string | undefined];
  if (part === undefined) fields[key] = value;
  else if (key === 'evidence') {
    fields.evidence ??= [{}];
    ((fields.evidence as Fields[])[0] as Fields)[part] = value;
  } else {
    fields[key] ??= {};
    (fields[key] as Fields)[part] = value;
  }
}

/** Maps and lists from `json` join what other columns gave; anything else of it is taken as it is. */
function merge(fields: Fields, key: string, value: unknown): void {
  const before = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (Array.isArray(before) && Array.isArray(value)) setOwn(fields, key, [...before, ...value]);
  else if (key === 'attributes' && isMap(before) && isMap(value)) {
    for (const [name, one] of Object.entries(value)) setOwn(before, name, one);
  } else setOwn(fields, key, value);
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Also for `__proto__`, which the rules then refuse by name. */
function setOwn(to: Fields, key: string, value: unknown): void {
  Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true });
}

function complete(type: ItemType, fields: Fields): Fields {
  const strength = fields.strength as Fields | undefined;
  if (isMap(strength) && strength.low === undefined && strength.high === undefined) {
    fields.strength = strength.likely;
  }
  const [first] = (Array.isArray(fields.evidence) ? fields.evidence : []) as Fields[];
  if (isMap(first)) first.confidence ??= 'assumed';
  if (type === 'dependency' && fields.id === undefined && fields.from && fields.to) {
    fields.id = `${fields.from}->${fields.to}`;
  }
  return fields;
}

/** The header of the column that a fault's path (`strength.low`, `groups.g.k`) lies in. */
function columnAt(type: ItemType, headings: readonly Heading[], path: string): string {
  const exact = headings.find(({ column }) => column?.path === path);
  const lacking = exact ? undefined : COLUMNS[type].find((column) => column.path === path);
  if (lacking) return lacking.name;
  const key = /^\w+/.exec(path)?.[0];
  const near = exact ?? headings.find(({ column }) => column?.key === key);
  if (near) return near.header;
  const attribute = /^attributes(?:\.(\w+)|\["(.*)"\])$/.exec(path);
  return attribute?.[1] ?? attribute?.[2] ?? path;
}
