/** Opens graph.db: refuses what is no database of ours before SQLite may write a byte to it. */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreFault } from '../port.ts';
import { type Connection, connect, damaged } from './driver.ts';
import { APPLICATION_ID, migrate, refuseForeign } from './schema.ts';

const FILE_NAME = 'graph.db';
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** Short: the worker's thread sleeps meanwhile, and client.ts tries again for longer. */
const BUSY_MS = 100;
const BUSY_OPEN_MS = 10_000;

function notWritable(folder: string, cause: unknown): StoreFault {
  const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const text = `The data folder ${folder} cannot be written (${why}). Choose another with MSP_DATA, or allow writing to it.`;
  return new StoreFault('not-writable', text, { cause });
}

/** As mkdir -p. Node's own never ends where a folder above refuses with ENOENT, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Makes the folder, and proves that a file can be made in it. */
function prepareFolder(folder: string): void {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    makeFolder(resolve(folder));
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/** The first bytes and the size; undefined where there is no file or an empty one. */
function readHeader(path: string): { header: Buffer; size: number } | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notWritable(path, error);
  }
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const { size } = fstatSync(file);
    if (size > 0) readSync(file, header, 0, HEADER_BYTES, 0);
    return size > 0 ? { header, size } : undefined;
  } catch (error) {
    throw damaged(path, 'it cannot be read', error);
  } finally {
    closeSync(file);
  }
}

function checkHeader(path: string): void {
  const found = readHeader(path);
  if (!found) return;
  const { header, size } = found;
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw damaged(path, 'it is not an SQLite database');
  }
  const owner = header.readUInt32BE(68);
  if (owner !== APPLICATION_ID && owner !== 0) throw damaged(path, 'another program wrote it');
  // A page count above the file's size is normal while a write-ahead log is not yet copied back.
  const pageSize = header.readUInt16BE(16);
  const bytes = (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28);
  if (bytes > size && !readHeader(`${path}-wal`)) throw damaged(path, 'its end is missing');
}

/** A connection with the store's settings: write-ahead log, every commit flushed to the disk. */
function configured(path: string): Connection {
  const connection = connect(path);
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_OPEN_MS}`);
    refuseForeign(connection, path);
    connection.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536;`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

export interface OpenFile {
  readonly path: string;
  readonly reader: Connection;
  readonly writer: Connection;
}

/** Opens or makes the database of a folder; throws StoreFault. */
export function openFile(folder: string): OpenFile {
  prepareFolder(folder);
  const path = join(folder, FILE_NAME);
  checkHeader(path);
  const writer = configured(path);
  try {
    migrate(writer, path);
    const reader = configured(path);
    for (const one of [reader, writer]) one.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    return { path, reader, writer };
  } catch (error) {
    writer.close();
    throw error;
  }
}
