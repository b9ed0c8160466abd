/** The thread of one job. It ends when the job is done; the board ends it when it is cancelled. */
import { setImmediate } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { runMeasures } from '../measures/run.ts';
import { workerUrl } from '../worker-url.ts';
import { blocks, Collected } from './monte-carlo.ts';
import { monteCarloResult } from './monte-carlo-result.ts';
import type { MonteCarloTask } from './monte-carlo-task.ts';
import type { JobMessage, JobTask, ShareMessage } from './protocol.ts';

/** Milliseconds between two partial results. */
const PARTIAL = 400;
const FIRST_PARTIAL = 100;
/** Runs of which percentiles begin to say something. */
const FEWEST = 200;

const post = (message: JobMessage) => parentPort?.postMessage(message);

async function monteCarlo(task: MonteCarloTask, threads: number): Promise<void> {
  const collected = new Collected(task, threads);
  let next = performance.now() + FIRST_PARTIAL;
  const take = ({ first, rows }: ShareMessage) => {
    collected.add(first, rows);
    const now = performance.now();
    const enough = collected.rows().count >= Math.min(task.runs, FEWEST);
    const partial = enough && now >= next;
    if (partial) next = now + PARTIAL;
    const result = partial ? { result: monteCarloResult(task, collected.rows(), true) } : {};
    post({ done: collected.done, total: task.runs, ...result });
  };
  const others = Array.from({ length: threads - 1 }, (_, i) =>
    shareDone(task, i + 1, threads, take),
  );
  for (const block of blocks(task, { share: 0, shares: threads })) {
    take(block);
    // Lets the blocks of the other threads in.
    await setImmediate();
  }
  await Promise.all(others);
  post({ finished: monteCarloResult(task, collected.rows()) });
}

function shareDone(
  task: MonteCarloTask,
  share: number,
  shares: number,
  take: (block: ShareMessage) => void,
): Promise<void> {
  const worker = new Worker(workerUrl(import.meta.url, './share-worker'), {
    workerData: { task, share, shares },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.on('message', take);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread of it ended with code ${code}`));
    });
  });
}

const job = workerData as JobTask;
if (job.kind === 'monte-carlo') await monteCarlo(job.task, job.threads);
else post({ finished: await runMeasures(job.task, (done, total) => post({ done, total })) });
