/** A large table as it is read in a thread of its own: the next piece comes when it is asked for. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../worker-url.ts';
import type { Table } from '../table.ts';
import type { BulkJob } from './worker.ts';

/** Pieces of one table, at least one. Rejects when the file cannot be read, or with the signal's reason. */
export async function* tableStream(
  path: string,
  file: string,
  signal?: AbortSignal,
): AsyncGenerator<Table> {
  const workerData: BulkJob = { path, file };
  const worker = new Worker(workerUrl(import.meta.url, './worker'), { workerData, execArgv: [] });
  try {
    for (;;) {
      signal?.throwIfAborted();
      // Listened for first: the answer may come in the same turn.
      const answer = once(worker, 'message');
      worker.postMessage('next');
      const [piece] = (await answer) as [Table | null];
      if (piece === null) return;
      yield piece;
    }
  } finally {
    await worker.terminate();
  }
}
