/** The table `paper`, in the worker's thread. */
import { Conflict, type PaperHead, type ShelfName } from '../port.ts';
import { type Connection, inTransaction } from './driver.ts';

const NEWEST = `version = (SELECT max(version) FROM paper AS p WHERE p.shelf = paper.shelf AND p.id = paper.id)`;
const list = (rows: readonly (readonly unknown[])[]) =>
  `[${rows.map(([head]) => String(head)).join(',')}]`;

/** JSON of the newest heads by id, or of all heads of one id, newest first. */
export function heads(connection: Connection, shelf: ShelfName, id: string | null): string {
  if (id === null) {
    const sql = `SELECT head FROM paper WHERE shelf = ? AND body IS NOT NULL AND ${NEWEST} ORDER BY id`;
    return list(connection.rows(sql, shelf));
  }
  const sql =
    'SELECT head FROM paper WHERE shelf = ? AND id = ? AND body IS NOT NULL ORDER BY version DESC';
  return list(connection.rows(sql, shelf, id));
}

/** JSON of a paper; null where there is none, or it was removed and no version is named. */
export function one(
  connection: Connection,
  shelf: ShelfName,
  id: string,
  version: number | null,
): string {
  const which = version === null ? NEWEST : 'version = ?';
  const values = version === null ? [shelf, id] : [shelf, id, version];
  const sql = `SELECT head, body FROM paper WHERE shelf = ? AND id = ? AND ${which}`;
  const [row] = connection.rows(sql, ...values);
  if (!row || row[1] === null) return 'null';
  return `{"head":${row[0]},"body":${row[1]}}`;
}

export function save(
  connection: Connection,
  shelf: ShelfName,
  head: Omit<PaperHead, 'version'>,
  body: string | null,
  expected: number,
): PaperHead {
  return inTransaction(connection, 'IMMEDIATE', () => {
    const sql =
      'SELECT version, body IS NULL FROM paper WHERE shelf = ? AND id = ? ORDER BY version DESC LIMIT 1';
    const [row] = connection.rows(sql, shelf, head.id);
    const last = Number(row?.[0] ?? 0);
    const present = row?.[1] === 1 ? 0 : last;
    if (present !== expected) throw new Conflict(present);
    const { id, title, author, at, graphRevision } = head;
    const made: PaperHead = { id, version: last + 1, title, author, at, graphRevision };
    connection.run(
      'INSERT INTO paper (shelf, id, version, head, body) VALUES (?, ?, ?, ?, ?)',
      shelf,
      id,
      made.version,
      JSON.stringify(made),
      body,
    );
    return made;
  });
}
