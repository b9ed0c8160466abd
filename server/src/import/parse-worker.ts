/** The thread that parses large texts; parse.ts starts it and puts its pieces together. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './document.ts';
import type { Job, Message } from './parse.ts';
import { readTable } from './table.ts';

const PIECE = 2000;
const send = (message: Message) => parentPort?.postMessage(message);

function run(job: Job): void {
  const answer =
    job.kind === 'document' ? readDocument(job.text, job.rules) : readTable(job.text, job.file);
  const lists = ('ok' in answer ? answer.ok : answer) as unknown as Record<string, unknown>;
  const short: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(lists)) {
    if (!Array.isArray(value) || value.length <= PIECE) short[name] = value;
    else {
      for (let at = 0; at < value.length; at += PIECE) {
        send({ list: name, items: value.slice(at, at + PIECE) });
      }
    }
  }
  send({ done: 'ok' in answer ? { ok: short } : short });
}

run(workerData as Job);
