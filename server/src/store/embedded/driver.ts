/** The part of libsql (better-sqlite3's interface) that this store uses. */
import Libsql from 'libsql';
import { StoreFault } from '../port.ts';

export type Value = string | number | null;

export interface Statement {
  run(...values: Value[]): { changes: number };
  all(...values: Value[]): unknown[];
}

/** A connection whose statements are prepared once. */
export interface Connection {
  exec(sql: string): void;
  run(sql: string, ...values: Value[]): number;
  /** Rows as arrays of values. */
  rows(sql: string, ...values: Value[]): Value[][];
  /** The first value of the first row. */
  value(sql: string, ...values: Value[]): Value | undefined;
  close(): void;
}

interface SqliteError {
  readonly code?: string;
  readonly message: string;
}

const DAMAGED = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_FORMAT'];
const NOT_WRITABLE = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_FULL', 'SQLITE_IOERR'];

const startsWithOneOf = (code: string, list: readonly string[]) =>
  list.some((one) => code.startsWith(one));

/** Gives an error of SQLite the code and sentence of the port; others pass. */
export function toFault(error: unknown, path: string): unknown {
  const { code, message } = error as SqliteError;
  if (typeof code !== 'string') return error;
  if (startsWithOneOf(code, DAMAGED)) return damaged(path, message, error);
  if (startsWithOneOf(code, NOT_WRITABLE)) {
    const text = `The database ${path} cannot be written (${message}). Check the disk and its permissions.`;
    return new StoreFault('not-writable', text, { cause: error });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const text = `Another program is writing to ${path}. Try again in a moment.`;
    return new StoreFault('busy', text, { cause: error });
  }
  return error;
}

export function damaged(path: string, why: string, cause?: unknown): StoreFault {
  const text = `The database ${path} is damaged (${why}). Put it aside and restore a backup; nothing was written to it.`;
  return new StoreFault('damaged', text, { cause });
}

/** Opens `path`, creating it; every later error is a StoreFault where SQLite has a code for it. */
export function connect(path: string): Connection {
  const guard = <T>(use: () => T): T => {
    try {
      return use();
    } catch (error) {
      throw toFault(error, path);
    }
  };
  const database = guard(() => new Libsql(path));
  const prepared = new Map<string, Statement>();
  const statement = (sql: string, raw: boolean): Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = database.prepare<Value[]>(sql);
    if (raw) fresh.raw();
    prepared.set(sql, fresh);
    return fresh;
  };
  const rows = (sql: string, ...values: Value[]) =>
    guard(() => statement(sql, true).all(...values) as Value[][]);
  return {
    exec: (sql) => guard(() => void database.exec(sql)),
    run: (sql, ...values) => guard(() => statement(sql, false).run(...values).changes),
    rows,
    value: (sql, ...values) => rows(sql, ...values)[0]?.[0],
    close: () => guard(() => void database.close()),
  };
}

/** Runs `use` in one transaction. A failure of the rollback never hides the error that led to it. */
export function inTransaction<T>(
  connection: Connection,
  mode: 'DEFERRED' | 'IMMEDIATE',
  use: () => T,
): T {
  connection.exec(`BEGIN ${mode}`);
  try {
    const result = use();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/** SQLite itself rolls back after some errors; then there is nothing left to do. */
export function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // nothing was open
  }
}
