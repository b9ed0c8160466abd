/** The worker thread of graph-worker-client.ts. */
import { parentPort } from 'node:worker_threads';
import { buildGraph, type GraphInput } from '@msp-impact/engine';
import { buffersOf } from './buffers.ts';

parentPort?.on('message', (input: GraphInput) => {
  const graph = buildGraph(input);
  parentPort?.postMessage(graph, buffersOf(graph));
});
