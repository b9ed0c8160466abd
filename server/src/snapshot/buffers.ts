/** Typed arrays between threads: handed over instead of copied. */
import type { TransferListItem } from 'node:worker_threads';

/** Buffers of all typed arrays in a value, however deep; shared ones cannot be handed over and need not. */
export function buffersOf(value: unknown): TransferListItem[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers);
  return [...buffers] as TransferListItem[];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    return;
  }
  for (const inner of Object.values(value)) collect(inner, buffers);
}
