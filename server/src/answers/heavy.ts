/** Long computations: in place on small graphs, in a worker thread on large ones. */
import { Worker } from 'node:worker_threads';
import type { CutSets, Ranking } from '@msp-impact/engine';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { workerUrl } from '../worker-url.ts';
import { runTask, type Task } from './task.ts';

/** Nodes and links up to which the event loop is not held up noticeably. */
const IN_PLACE = 5_000;
/** Milliseconds. */
const TIME_LIMIT = 20_000;
/** Nodes computed before an exact search in place gives up: about 0.2 s. */
const WORK_IN_PLACE = 20_000_000;

export type TaskResult = Ranking | CutSets;

/** undefined: not done within the time limit. */
export async function compute(snapshot: Snapshot, task: Task): Promise<TaskResult | undefined> {
  const { graph } = snapshot;
  if (graph.nodeCount + graph.linkCount <= IN_PLACE) {
    return runTask(graph, task, WORK_IN_PLACE);
  }
  return inWorker(snapshot, task);
}

function inWorker({ input }: Snapshot, task: Task): Promise<TaskResult | undefined> {
  const worker = new Worker(workerUrl(import.meta.url, './worker'), {
    workerData: { input, task },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(undefined)), TIME_LIMIT);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.terminate().then(finish, finish);
    };
    worker.once('message', (result: TaskResult) => settle(() => resolve(result)));
    worker.once('error', (error) => settle(() => reject(error)));
  });
}
