/**
 * Parsing, on the caller's thread or, for large texts, on one of its own: the server goes on
 * answering meanwhile. What a worker read comes over in pieces, because taking over a large
 * object at once would hold up the thread as long as parsing does.
 */
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../worker-url.ts';
import { type ReadDocument, readDocument } from './document.ts';
import { readTable, type Table } from './table.ts';
import type { Watch } from './watch.ts';

/** Characters; above it a worker parses. */
export const LARGE = 2_000_000;

export interface Job {
  readonly kind: 'document' | 'table';
  readonly text: string;
  /** The file lies here instead. */
  readonly path?: string;
  /** For messages. */
  readonly file: string;
  /** Documents: try the rules too, not the shape alone. */
  readonly rules: boolean;
}

/** What the worker sends: lists in pieces, then the rest of the answer without them. */
export type Message =
  | { readonly list: string; readonly items: readonly unknown[] }
  | { readonly done: unknown };

export async function parseDocument(text: string, rules: boolean): Promise<ReadDocument> {
  if (text.length <= LARGE) return readDocument(text, rules);
  return (await parseApart({ kind: 'document', text, file: '', rules })) as ReadDocument;
}

/** As `parseDocument`, of a file that the worker itself reads. */
export async function parseDocumentAt(
  path: string,
  file: string,
  rules: boolean,
  watch?: Watch,
): Promise<ReadDocument> {
  const job: Job = { kind: 'document', text: '', path, file, rules };
  return (await parseApart(job, watch)) as ReadDocument;
}

export async function parseTable(text: string, file: string): Promise<Table> {
  if (text.length <= LARGE) return readTable(text, file);
  return (await parseApart({ kind: 'table', text, file, rules: false })) as Table;
}

/** As `parseTable`, of a file that the worker itself reads. */
export async function parseTableAt(path: string, file: string, watch?: Watch): Promise<Table> {
  return (await parseApart({ kind: 'table', text: '', path, file, rules: false }, watch)) as Table;
}

function parseApart(job: Job, watch?: Watch): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // Without the flags of this process: tests run theirs from the sources, the worker does not.
    const options = { workerData: job, execArgv: [] };
    const worker = new Worker(workerUrl(import.meta.url, './parse-worker'), options);
    const lists = new Map<string, unknown[]>();
    let rows = 0;
    const stop = () => {
      reject(watch?.signal.reason);
      void worker.terminate();
    };
    watch?.signal.addEventListener('abort', stop);
    if (watch?.signal.aborted) stop();
    worker.on('message', (message: Message) => {
      if ('done' in message) {
        resolve(joined(message.done, lists));
        return;
      }
      const list = lists.get(message.list) ?? [];
      lists.set(message.list, list);
      for (const item of message.items) list.push(item);
      rows += message.items.length;
      watch?.report('reading', rows, rows);
      // Asked for one by one: pieces that wait would all be taken over in one turn.
      setImmediate(() => worker.postMessage('next'));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the parser stopped with code ${code}`)));
  });
}

function joined(done: unknown, lists: ReadonlyMap<string, unknown[]>): unknown {
  const answer = done as Record<string, unknown>;
  const into = (answer.ok ?? answer) as Record<string, unknown>;
  for (const [name, list] of lists) into[name] = list;
  return answer;
}
