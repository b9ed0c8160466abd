/**
 * Reads files of a foreign format in a worker with limits of time and memory: whatever a file
 * does to its parser, the server goes on answering and the file is refused.
 */
import { Worker } from 'node:worker_threads';
import type { ForeignFormat } from '@msp-impact/contract';
import { fault } from '../../rules/fault.ts';
import { workerUrl } from '../../worker-url.ts';
import type { FormatReading, PlainCandidate, SourceFile } from './format.ts';
import type { Job, Message } from './worker.ts';

export interface Limits {
  /** Milliseconds. */
  readonly time: number;
  /** Megabytes of heap. */
  readonly memory: number;
}

/** Enough for a million rows on a slow machine; a bomb ends here. */
export const LIMITS: Limits = { time: 300_000, memory: 2048 };

/** Rejects only when the program itself is at fault, or with the reason of `signal`. */
export function readFormat(
  format: ForeignFormat,
  files: readonly SourceFile[],
  { limits = LIMITS, signal }: { limits?: Limits; signal?: AbortSignal } = {},
): Promise<FormatReading> {
  const job: Job = { format, files };
  // Without the flags of this process: tests run theirs from the sources, the worker does not.
  const worker = new Worker(workerUrl(import.meta.url, './worker'), {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  return new Promise<FormatReading>((resolve, reject) => {
    const end = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      worker.removeAllListeners('exit');
      worker.terminate();
      finish();
    };
    const stop = () => end(() => reject(signal?.reason));
    const tooLong = `reading takes more than ${limits.time / 1000} seconds; it was stopped`;
    const timer = setTimeout(() => end(() => resolve(unread(files, tooLong))), limits.time);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    const candidates: PlainCandidate[] = [];
    worker.on('message', (message: Message) => {
      if ('candidates' in message) {
        for (const one of message.candidates) candidates.push(one);
        // Asked for one by one: pieces that wait would all be taken over in one turn.
        setImmediate(() => worker.postMessage('next'));
      } else if ('failed' in message) end(() => reject(new Error(message.failed)));
      else end(() => resolve({ ...message.done, candidates }));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const reason = `reading needs more than ${limits.memory} MB; it was stopped`;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end(() => resolve(unread(files, reason)));
      else end(() => reject(error));
    });
    worker.on('exit', (code) => end(() => reject(new Error(`the reader stopped, code ${code}`))));
  });
}

function unread(files: readonly SourceFile[], reason: string): FormatReading {
  const place = files.map(({ name }) => name).join(', ');
  const errors = [fault(place, undefined, reason)];
  return { read: 0, candidates: [], rejected: [], notes: [], errors };
}
