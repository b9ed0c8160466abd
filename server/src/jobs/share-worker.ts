/** A thread that does a share of the runs of a Monte Carlo job and hands them on in blocks. */
import { parentPort, workerData } from 'node:worker_threads';
import { blocks } from './monte-carlo.ts';
import type { ShareData } from './protocol.ts';

const { task, ...share } = workerData as ShareData;
for (const block of blocks(task, share))
  parentPort?.postMessage(block, [block.rows.buffer as ArrayBuffer]);
