/** Builds large graphs in a worker thread, so that answers go on meanwhile. */
import { Worker } from 'node:worker_threads';
import { buildGraph, type Graph, type GraphInput } from '@msp-impact/engine';
import { workerUrl } from '../worker-url.ts';

interface Waiting {
  readonly resolve: (graph: Graph) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
/** In the order of asking: the worker answers one after the other. */
let waiting: Waiting[] = [];

/** The arrays of `input` are shared with the worker, those of the graph are handed over: no copies. */
export async function graphInWorker(input: GraphInput): Promise<Graph> {
  try {
    return await new Promise<Graph>((resolve, reject) => {
      worker ??= start();
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(input);
    });
  } catch {
    // No worker to be had (out of memory, not built): slower, and the same graph.
    return buildGraph(input);
  }
}

function start(): Worker {
  const started = new Worker(workerUrl(import.meta.url, './graph-worker'));
  started.on('message', (graph: Graph) => {
    waiting.shift()?.resolve(graph);
    // An idle worker does not keep the program alive.
    if (waiting.length === 0) started.unref();
  });
  started.on('error', (error) => {
    const failed = waiting;
    [worker, waiting] = [undefined, []];
    for (const { reject } of failed) reject(error);
  });
  return started;
}
