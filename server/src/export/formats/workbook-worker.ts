/** The worker thread of xlsx.ts: large workbooks are made beside the event loop. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Sheet, workbookOf } from './workbook.ts';

parentPort?.postMessage(await workbookOf(workerData as Sheet[]));
