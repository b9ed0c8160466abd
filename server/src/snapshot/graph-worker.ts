/** The worker thread of graph-worker-client.ts. */
import { parentPort, type TransferListItem } from 'node:worker_threads';
import { buildGraph, type GraphInput } from '@msp-impact/engine';

parentPort?.on('message', (input: GraphInput) => {
  const graph = buildGraph(input);
  const buffers = new Set<ArrayBuffer>();
  collect(graph, buffers);
  parentPort?.postMessage(graph, [...buffers] as TransferListItem[]);
});

/** Buffers of all typed arrays, however deep; shared ones cannot be handed over and need not. */
function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    return;
  }
  for (const inner of Object.values(value)) collect(inner, buffers);
}
