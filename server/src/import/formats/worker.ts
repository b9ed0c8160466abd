/** The thread that reads foreign formats; run.ts starts it and puts its pieces together. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ForeignFormat } from '@msp-impact/contract';
import type { FormatReading, PlainCandidate, SourceFile } from './format.ts';
import { loadFormat } from './registry.ts';

export interface Job {
  readonly format: ForeignFormat;
  readonly files: readonly SourceFile[];
}

/** Candidates in pieces, each when it is asked for; then the rest of the reading, without them. */
export type Message =
  | { readonly candidates: readonly PlainCandidate[] }
  | { readonly done: Omit<FormatReading, 'candidates'> }
  | { readonly failed: string };

const PIECE = 2000;

function* messages({ candidates, ...rest }: FormatReading): Generator<Message> {
  for (let at = 0; at < candidates.length; at += PIECE) {
    yield { candidates: candidates.slice(at, at + PIECE) };
  }
  yield { done: rest };
}

async function start({ format, files }: Job): Promise<void> {
  const { read } = await loadFormat(format);
  const pieces = messages(await read(files));
  const sendNext = () => {
    const next = pieces.next();
    if (!next.done) parentPort?.postMessage(next.value);
  };
  parentPort?.on('message', sendNext);
  sendNext();
}

// worker.ts is started by run.ts alone; its types are imported from elsewhere too.
if (parentPort && (workerData as Partial<Job> | null)?.format) {
  start(workerData as Job).catch((error: unknown) => {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ failed } satisfies Message);
  });
}
