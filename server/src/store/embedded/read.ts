/** Reads of the graph and of its change log. Every answer is of one revision: one read transaction. */
import { ITEM_TYPES, type ItemType } from '@msp-impact/contract';
import type { Connection, Value } from './driver.ts';
import { inTransaction } from './driver.ts';
import type { ColumnPage, Page } from './protocol.ts';

export const typeNumber = (type: ItemType) => ITEM_TYPES.indexOf(type);

const text = (column: string) => `json_group_array("${column}")`;
/** Columns that hold JSON numbers as text are joined as they are. */
const numbers = (column: string) =>
  `'[' || coalesce(group_concat(coalesce("${column}", 'null')), '') || ']'`;

/** In the order of NODE_FIELDS …, `revision` last. */
const COLUMNS = {
  node: ['id', 'kind', 'name', 'parent', 'model', 'revision'].map(text),
  dependency: [
    ...['id', 'from', 'to', 'group'].map(text),
    ...['strength', 'weight'].map(numbers),
    ...['ranges', 'confidence', 'revision'].map(text),
  ],
  contract: [
    ...['id', 'supplier'].map(text),
    numbers('value'),
    ...['currency', 'valueBasis', 'dependencies', 'revision'].map(text),
  ],
} as const satisfies Record<ItemType, readonly string[]>;

export interface GraphState {
  readonly revision: number;
  readonly name: string;
}

export function graphState(connection: Connection): GraphState {
  const [row] = connection.rows('SELECT revision, json_quote(name) FROM graph');
  return { revision: Number(row?.[0]), name: JSON.parse(String(row?.[1])) as string };
}

/** Columns of the rows after an id. A primary key's scan comes sorted by code units. */
export const columns = (connection: Connection, type: ItemType, after: string, limit: number) =>
  inTransaction(connection, 'DEFERRED', () => columnsOf(connection, type, after, limit));

function columnsOf(
  connection: Connection,
  type: ItemType,
  after: string,
  limit: number,
): ColumnPage {
  const sql = `SELECT max(id), count(*), ${COLUMNS[type].join(', ')}
    FROM (SELECT * FROM "${type}" WHERE id > ? ORDER BY id LIMIT ?)`;
  const [last, rows, ...texts] = connection.rows(sql, after, limit)[0] ?? [];
  const state = graphState(connection);
  return { ...state, last: String(last ?? ''), rows: Number(rows), texts: texts.map(String) };
}

/** All of them, of one revision. */
export function allColumns(connection: Connection): Record<ItemType, ColumnPage> {
  return inTransaction(connection, 'DEFERRED', () => {
    const all = (type: ItemType) => columnsOf(connection, type, '', -1);
    return { node: all('node'), dependency: all('dependency'), contract: all('contract') };
  });
}

/** JSON of one row per item, put together from JSON that is already there. */
const PAIRS = `'[' || coalesce(group_concat('[' || json || ',' || revision || ']'), '') || ']'`;

const one = (value: Value | undefined) => String(value ?? '[]');

export function items(connection: Connection, type: ItemType, ids: readonly string[]): string {
  const sql = `SELECT ${PAIRS} FROM item
    WHERE type = ? AND id IN (SELECT value FROM json_each(?))`;
  return one(connection.value(sql, typeNumber(type), JSON.stringify(ids)));
}

/** CROSS JOIN: each given item is looked up, never each stored one. */
export function standing(connection: Connection, type: ItemType, list: string): string {
  const which = (condition: string) => `json_group_array(new.key) FILTER (WHERE ${condition})`;
  const sql = `SELECT json_object('same', ${which('item.json = new.json')},
      'other', ${which('item.json <> new.json')})
    FROM (SELECT key, value ->> 'id' AS id, value AS json FROM json_each(?2)) AS new
    CROSS JOIN item ON item.type = ?1 AND item.id = new.id`;
  return one(connection.value(sql, typeNumber(type), list));
}

export function page(connection: Connection, type: ItemType, after: string, limit: number): Page {
  const sql = `SELECT ${PAIRS} FROM
    (SELECT json, revision FROM item WHERE type = ? AND id > ? ORDER BY id LIMIT ?)`;
  return inTransaction(connection, 'DEFERRED', () => ({
    revision: graphState(connection).revision,
    rows: one(connection.value(sql, typeNumber(type), after, limit)),
  }));
}

/** JSON of ChangeRecord[]; a text column is read through JSON because the driver cuts it at a NUL. */
export function changes(connection: Connection, before: number, limit: number): string {
  const record = `json_object('revision', revision, 'at', at, 'actor', actor, 'summary', summary,
    'items', items, 'undoes', undoes, 'graph', CASE WHEN graph_after IS NULL THEN NULL
    ELSE json_object('before', graph_before, 'after', graph_after) END)`;
  const sql = `SELECT json_group_array(${record}) FROM
    (SELECT * FROM change WHERE revision < ? ORDER BY revision DESC LIMIT ?)`;
  return one(connection.value(sql, before, limit));
}

/** JSON of ItemChangeRecord[], sorted by type and id. */
export function changeItems(
  connection: Connection,
  revision: number,
  offset: number,
  limit: number,
): string {
  const record = `'{"type":"' || CASE type WHEN 0 THEN 'node' WHEN 1 THEN 'dependency' ELSE 'contract' END
    || '","id":' || json_quote(id) || ',"before":' || coalesce(before, 'null')
    || ',"after":' || coalesce(after, 'null') || '}'`;
  const sql = `SELECT '[' || coalesce(group_concat(${record}), '') || ']' FROM
    (SELECT * FROM change_item WHERE revision = ? ORDER BY type, id LIMIT ? OFFSET ?)`;
  return one(connection.value(sql, revision, limit, offset));
}

/** JSON of NoteRecord[], oldest first. */
export function notes(connection: Connection, type: ItemType | null, id: string | null): string {
  const record = `json_object('id', id, 'about', json_object('type',
    CASE type WHEN 0 THEN 'node' WHEN 1 THEN 'dependency' ELSE 'contract' END, 'id', about),
    'text', text, 'author', author, 'at', at)`;
  const where = type === null ? '' : 'WHERE type = ? AND about = ?';
  const sql = `SELECT json_group_array(json(${record})) FROM
    (SELECT * FROM note ${where} ORDER BY at, id)`;
  return one(connection.value(sql, ...(type === null ? [] : [typeNumber(type), id])));
}
