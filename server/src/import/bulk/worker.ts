/** The thread that reads a large table; stream.ts starts it and asks for one piece after another. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { decoded } from '../encoding.ts';
import type { Table } from '../table.ts';
import { tablePieces } from './pieces.ts';

export interface BulkJob {
  readonly path: string;
  readonly file: string;
}
/** Rows of a message: some milliseconds of the thread that takes it. */
const PIECE = 2_000;

function* messages({ path, file }: BulkJob): Generator<Table> {
  for (const table of tablePieces(decoded(readFileSync(path)).text, file)) {
    const { rows, rejected } = table;
    for (let at = 0; at === 0 || at < rows.length; at += PIECE) {
      yield { ...table, rows: rows.slice(at, at + PIECE), rejected: at === 0 ? rejected : [] };
    }
  }
}

if (parentPort && (workerData as Partial<BulkJob> | null)?.path) {
  const pieces = messages(workerData as BulkJob);
  parentPort.on('message', () => {
    const next = pieces.next();
    parentPort?.postMessage(next.done ? null : next.value);
    if (next.done) parentPort?.close();
  });
}
