/** The thread that parses large texts; parse.ts starts it and puts its pieces together. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { fault } from '../rules/fault.ts';
import { type ReadDocument, readDocument, readValue } from './document.ts';
import { decoded } from './encoding.ts';
import type { SourceFile } from './formats/format.ts';
import { largeJson } from './formats/json-file.ts';
import type { Job, Message } from './parse.ts';
import { readTable, type Table } from './table.ts';
import { tableBlocks } from './table-blocks.ts';

const PIECE = 2000;

/** Long lists in pieces, then all the rest. */
function* messages(answer: Answer): Generator<Message> {
  const lists = ('ok' in answer ? answer.ok : answer) as unknown as Record<string, unknown>;
  const short: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(lists)) {
    if (!Array.isArray(value) || value.length <= PIECE) {
      short[name] = value;
      continue;
    }
    for (let at = 0; at < value.length; at += PIECE) {
      yield { list: name, items: value.slice(at, at + PIECE) };
    }
  }
  yield { done: 'ok' in answer ? { ok: short } : short };
}

type Answer = ReadDocument | Table;

/** A table on disk goes over block by block as it is read. @throws when the file is gone */
async function* tableMessages(file: string, path: string): AsyncGenerator<Message> {
  let headers: readonly string[] = [];
  for await (const table of tableBlocks({ name: file, path })) {
    headers = table.headers;
    if (table.rows.length > 0) yield { list: 'rows', items: table.rows };
    if (table.rejected.length > 0) yield { list: 'rejected', items: table.rejected };
  }
  yield { done: { file, headers, rows: [], rejected: [] } };
}

const LISTS = ['nodes', 'dependencies', 'contracts'];
/** Bytes that a text can hold. */
const LONGEST = 0x1fffffe8;

async function documentAt(file: SourceFile, rules: boolean): Promise<ReadDocument> {
  const large = await largeJson(file, LISTS);
  if (large) return readValue(large, rules);
  const bytes = readFileSync(file.path as string);
  if (bytes.length <= LONGEST) return readDocument(decoded(bytes).text, rules);
  const reason = 'is no JSON object that can be read in pieces, and too large to be read whole';
  return { errors: [fault(file.name, bytes.length, reason)], total: 1 };
}

async function* ofJob({ kind, text, path, file, rules }: Job): AsyncGenerator<Message> {
  if (kind === 'document') {
    yield* messages(
      path === undefined
        ? readDocument(text, rules)
        : await documentAt({ name: file, path }, rules),
    );
  } else if (path === undefined) yield* messages(readTable(text, file));
  else yield* tableMessages(file, path);
}

const pieces = ofJob(workerData as Job);

async function sendNext(): Promise<void> {
  const next = await pieces.next();
  if (next.done) return;
  parentPort?.postMessage(next.value);
  if ('done' in next.value) parentPort?.close();
}

// A failure must end the thread as an error, not wait for ever.
const fail = (error: unknown) => {
  setImmediate(() => {
    throw error;
  });
};
parentPort?.on('message', () => void sendNext().catch(fail));
sendNext().catch(fail);
