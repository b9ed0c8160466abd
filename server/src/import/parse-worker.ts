/** The thread that parses large texts; parse.ts starts it and puts its pieces together. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './document.ts';
import { decoded } from './encoding.ts';
import type { Job, Message } from './parse.ts';
import { readTable } from './table.ts';

const PIECE = 2000;

/** @throws when the file is gone */
function textOf({ text, path }: Job): string {
  return path === undefined ? text : decoded(readFileSync(path)).text;
}

/** Long lists in pieces, then all the rest. */
function* messages(job: Job): Generator<Message> {
  const answer =
    job.kind === 'document' ? readDocument(job.text, job.rules) : readTable(textOf(job), job.file);
  const lists = ('ok' in answer ? answer.ok : answer) as unknown as Record<string, unknown>;
  const short: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(lists)) {
    if (!Array.isArray(value) || value.length <= PIECE) {
      short[name] = value;
      continue;
    }
    for (let at = 0; at < value.length; at += PIECE) {
      yield { list: name, items: value.slice(at, at + PIECE) };
    }
  }
  yield { done: 'ok' in answer ? { ok: short } : short };
}

const pieces = messages(workerData as Job);

function sendNext(): void {
  const next = pieces.next();
  if (next.done) return;
  parentPort?.postMessage(next.value);
  if ('done' in next.value) parentPort?.close();
}

parentPort?.on('message', sendNext);
sendNext();
