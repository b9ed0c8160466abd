/** Items and columns made of what the change log says. */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import { contractRow, dependencyRow, nodeRow } from '../columns.ts';
import type { Connection } from './driver.ts';
import { typeNumber } from './read.ts';

/** Logged items of one type and revision, `after` < id ≤ `last`. */
export interface LoggedPart {
  readonly revision: number;
  readonly type: ItemType;
  readonly after: string;
  readonly last: string;
}

const LOGGED = 'FROM change_item WHERE revision = ?1 AND type = ?2 AND id > ?3 AND id <= ?4';

const STORE_ITEMS = `INSERT OR REPLACE INTO item
  SELECT type, id, revision, after ${LOGGED} AND after IS NOT NULL`;

/** Links of whose fields each is a column as it is; those with others go through columns.ts. */
const IS_PLAIN = `json_type(after, '$.strength') IS NOT 'object'
  AND coalesce(after -> 'bufferHours', after -> 'attributes', after -> 'evidence') IS NULL`;

const STORE_PLAIN_LINKS = `INSERT OR REPLACE INTO dependency
  SELECT id, after ->> 'from', after ->> 'to', after ->> 'group', after -> 'strength',
    after -> 'weight', NULL, NULL, revision ${LOGGED} AND after IS NOT NULL AND ${IS_PLAIN}`;

const KEPT = `SELECT after ${LOGGED} AND after IS NOT NULL`;
const KEPT_BUT_PLAIN_LINKS = `${KEPT} AND NOT (${IS_PLAIN})`;

const numberText = (value: number | null) => (value === null ? null : JSON.stringify(value));

/** An item's row in its table of columns, `revision` apart. */
const ROWS = {
  node: (json: string) => Object.values(nodeRow(JSON.parse(json) as GraphNode)),
  dependency: (json: string) => {
    const row = dependencyRow(JSON.parse(json) as Dependency);
    const { strength, weight } = row;
    return Object.values({ ...row, strength: numberText(strength), weight: numberText(weight) });
  },
  contract: (json: string) => {
    const row = contractRow(JSON.parse(json) as Contract);
    return Object.values({ ...row, value: numberText(row.value) });
  },
} as const satisfies Record<ItemType, (json: string) => (string | null)[]>;

const WIDTH = { node: 5, dependency: 8, contract: 6 } as const;
const picks = (count: number) => Array.from({ length: count }, (_, i) => `value ->> ${i}`);

export function deleteLogged(connection: Connection, part: LoggedPart): void {
  const gone = `SELECT id ${LOGGED} AND after IS NULL`;
  connection.run(`DELETE FROM item WHERE type = ?2 AND id IN (${gone})`, ...values(part));
  connection.run(`DELETE FROM "${part.type}" WHERE id IN (${gone})`, ...values(part));
}

export function storeLogged(connection: Connection, part: LoggedPart): void {
  const { type } = part;
  connection.run(STORE_ITEMS, ...values(part));
  if (type === 'dependency') connection.run(STORE_PLAIN_LINKS, ...values(part));
  const others = type === 'dependency' ? KEPT_BUT_PLAIN_LINKS : KEPT;
  const rows = connection.rows(others, ...values(part)).map(([json]) => ROWS[type](String(json)));
  if (rows.length === 0) return;
  const columns = `INSERT OR REPLACE INTO "${type}"
    SELECT ${picks(WIDTH[type]).join(', ')}, ? FROM json_each(?)`;
  connection.run(columns, part.revision, JSON.stringify(rows));
}

const values = ({ revision, type, after, last }: LoggedPart) =>
  [revision, typeNumber(type), after, last] as const;
