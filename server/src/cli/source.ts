/** Where a command reads: the store of the settings, or a graph document on its own. */
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import type { Fault, GraphDocument } from '@msp-impact/contract';
import { type Config, readConfig } from '../config.ts';
import { readDocument } from '../import/document.ts';
import { type Decoded, decoded } from '../import/encoding.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { openStore } from '../store/open.ts';
import type { GraphReader, Store } from '../store/port.ts';
import { Failure, oneLine } from './failure.ts';

export interface Source {
  readonly reader: GraphReader;
  /** For messages: which graph, in which version. */
  describe(snapshot: Snapshot): string;
}

/** Runs with the source open, and closes it however the work ends. */
export async function withSource<T>(
  graph: string | undefined,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  if (graph !== undefined) {
    const reader = memoryReader(await documentFrom(graph));
    return work({ reader, describe: ({ name }) => `${name || 'graph without a name'} (${graph})` });
  }
  return withStore((store) =>
    work({
      reader: store.reader,
      describe: ({ name, revision }) => `${name || 'graph without a name'}, version ${revision}`,
    }),
  );
}

export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(settings());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export function settings(): Config {
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  throw new Failure(read.errors.join('; '));
}

export async function withSnapshot<T>(
  graph: string | undefined,
  work: (snapshot: Snapshot, source: Source) => Promise<T>,
): Promise<T> {
  return withSource(graph, async (source) =>
    work(buildSnapshot(await source.reader.columns()), source),
  );
}

/** Characters that a text can have. */
const LONGEST = 0x1fffffe8;

/** A file as text; one plain line when it cannot be read. */
export async function fileFrom(file: string): Promise<Decoded> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${fileReason(error)}`);
  }
  if (bytes.length > LONGEST) throw new Failure(`${file} cannot be read: it is too large`);
  return decoded(bytes);
}

/** For files that somebody else reads later; one plain line when they cannot be. */
export async function assureReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${fileReason(error)}`);
  }
}

export async function textOf(file: string): Promise<string> {
  return (await fileFrom(file)).text;
}

const FILE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is not permitted',
  EPERM: 'access is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

export function fileReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return FILE_REASONS[code ?? ''] ?? message;
}

export async function documentFrom(file: string): Promise<GraphDocument> {
  const read = readDocument(await textOf(file));
  if ('ok' in read) return read.ok;
  const [first] = read.errors;
  const hint = `; msp-impact validate ${file} lists them`;
  const more = read.total > 1 ? ` (and ${read.total - 1} more${hint})` : '';
  throw new Failure(`${file} is no valid graph document: ${first ? faultText(first) : ''}${more}`);
}

export function faultText({ path, value, reason }: Fault): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return oneLine(value === undefined ? `${path}: ${reason}` : `${path}: ${shown}: ${reason}`);
}
