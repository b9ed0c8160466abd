/** The tables of graph.db, as numbered migrations. A migration that was released is never edited. */
import { createHash } from 'node:crypto';
import { StoreFault } from '../port.ts';
import { type Connection, damaged, inTransaction } from './driver.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * `item` holds what was handed in, byte for byte; node, dependency and contract hold what the model
 * computes with, so that a snapshot is read without touching the rest. Numbers of the model are
 * TEXT (as JSON writes them): SQLite prints a REAL with 15 digits, and nothing may be rounded.
 * Types are 0 node, 1 dependency, 2 contract: the order of the change log.
 */
const FIRST = `
CREATE TABLE graph (
  one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL, name TEXT NOT NULL
);
INSERT INTO graph VALUES (1, 0, '');
CREATE TABLE item (
  type INTEGER NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE TABLE node (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, parent TEXT, model TEXT,
  revision INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE dependency (
  id TEXT PRIMARY KEY, "from" TEXT NOT NULL, "to" TEXT NOT NULL, "group" TEXT, strength TEXT,
  weight TEXT, ranges TEXT, confidence TEXT, revision INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE contract (
  id TEXT PRIMARY KEY, supplier TEXT NOT NULL, value TEXT, currency TEXT, valueBasis TEXT,
  dependencies TEXT, revision INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE change (
  revision INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, summary TEXT NOT NULL,
  items INTEGER NOT NULL, undoes INTEGER, graph_before TEXT, graph_after TEXT
);
CREATE TABLE change_item (
  revision INTEGER NOT NULL, type INTEGER NOT NULL, id TEXT NOT NULL, before TEXT, after TEXT,
  PRIMARY KEY (revision, type, id)
) WITHOUT ROWID;
CREATE TABLE note (
  id TEXT PRIMARY KEY, type INTEGER NOT NULL, about TEXT NOT NULL, text TEXT NOT NULL,
  author TEXT NOT NULL, at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX note_about ON note (type, about);
`;

/** `head` and `body` are JSON; a body of NULL says that the paper was removed. */
const PAPERS = `
CREATE TABLE paper (
  shelf TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, head TEXT NOT NULL, body TEXT,
  PRIMARY KEY (shelf, id, version)
) WITHOUT ROWID;
`;

/** What the columns hold of `dependencies: not recorded` (store/columns.ts), for graphs kept before. */
const SILENT = `
UPDATE node SET model = json_set(coalesce(model, '{}'), '$.silent', json('true'))
WHERE id IN (
  SELECT id FROM item
  WHERE type = 0 AND json LIKE '%not recorded%'
    AND json_extract(json, '$.attributes.dependencies') = 'not recorded'
);
UPDATE dependency SET ranges = json_set(coalesce(ranges, '{}'), '$.part', json('true'))
WHERE id IN (
  SELECT id FROM item
  WHERE type = 1 AND json LIKE '%"relation":%'
    AND json_extract(json, '$.attributes.relation') IN ('part of', 'CONTAINS', 'CONTAINED_BY')
);
`;

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'graph, change log, notes', sql: FIRST },
  { number: 2, name: 'papers: scenarios, reports', sql: PAPERS },
  { number: 3, name: 'nodes of which a source records no dependencies', sql: SILENT },
];

/** 'mspI': marks the file as one of ours. */
export const APPLICATION_ID = 0x6d737049;

export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

const hasTable = (connection: Connection, condition: string) =>
  connection.value(`SELECT 1 FROM sqlite_master WHERE ${condition} LIMIT 1`) !== undefined;

/** Throws StoreFault 'damaged' when there are tables, but not ours. Reads only. */
export function refuseForeign(connection: Connection, path: string): void {
  if (hasTable(connection, 'true') && !hasTable(connection, "name = 'migration'")) {
    throw damaged(path, 'another program wrote it');
  }
}

function applied(connection: Connection): { number: number; checksum: string }[] {
  if (!hasTable(connection, "name = 'migration'")) return [];
  const rows = connection.rows('SELECT number, checksum FROM migration ORDER BY number');
  return rows.map(([number, sum]) => ({ number: Number(number), checksum: String(sum) }));
}

/** Refuses what a newer program wrote, and a history that is not this program's. */
function verify(
  done: ReturnType<typeof applied>,
  migrations: readonly Migration[],
  path: string,
): void {
  for (const { number, checksum: stored } of done) {
    const known = migrations.find((one) => one.number === number);
    if (!known) {
      const text = `${path} was written by a newer version of this program (schema ${number}). Install that version.`;
      throw new StoreFault('newer-schema', text);
    }
    if (checksum(known) !== stored) {
      const text = `${path} was set up by another program: its migration ${number} is not this program's. Use another data folder.`;
      throw new StoreFault('altered-migration', text);
    }
  }
}

function apply(connection: Connection, migration: Migration): void {
  connection.exec(migration.sql);
  connection.run(
    'INSERT INTO migration (number, name, checksum, at) VALUES (?, ?, ?, ?)',
    migration.number,
    migration.name,
    checksum(migration),
    new Date().toISOString(),
  );
}

/** Brings the schema up to date. Two programs may open a new file at once: the second finds it done. */
export function migrate(
  connection: Connection,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const done = applied(connection);
  verify(done, migrations, path);
  if (done.length === migrations.length) return;
  inTransaction(connection, 'IMMEDIATE', () => {
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID};
CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at TEXT NOT NULL
);`);
    const count = applied(connection).length;
    for (const migration of migrations.slice(count)) apply(connection, migration);
  });
}
