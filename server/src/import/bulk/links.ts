/**
 * Large lists of links: read, checked and compared in a thread of its own, which asks for the stored
 * links that it needs. Here only what has to be written is kept, as text, so memory holds neither the
 * rows nor the links that are stored.
 */
import { Worker } from 'node:worker_threads';
import type { Dependency, ImportAnswer } from '@msp-impact/contract';
import type { GraphReader, PreparedPart } from '../../store/port.ts';
import { standingOf } from '../../store/standing.ts';
import { workerUrl } from '../../worker-url.ts';
import type { Watch } from '../watch.ts';
import type { BulkJob, FromWorker, ToWorker } from './protocol.ts';

/** Bytes; smaller files are read whole. */
export const BULK = 2_000_000;
/** Megabytes: short-lived rows need not be moved about. */
const YOUNG = 64;

export interface BulkFile {
  readonly path: string;
  readonly name: string;
}
export interface BulkLinks {
  readonly answer: ImportAnswer;
  readonly parts: readonly PreparedPart[];
}

/**
 * undefined: it is no list of links without groups, or the graph moved on meanwhile. Rejects with
 * Conflict, StoreFault, and the reason of the watch's signal.
 */
export async function bulkLinks(
  { path, name }: BulkFile,
  reader: GraphReader,
  watch?: Watch,
): Promise<BulkLinks | undefined> {
  const workerData: BulkJob = { path, file: name };
  const worker = new Worker(workerUrl(import.meta.url, './worker'), {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  try {
    const revision = await sendNodes(worker, reader);
    const links = reader.scan('dependency')[Symbol.asyncIterator]();
    const anyLinks = !(await links.next()).done;
    const read = await partsOf(worker, reader, anyLinks, watch);
    if (!read || (await reader.revision()) !== revision) return undefined;
    return { answer: { ...read.answer, revision }, parts: read.parts };
  } finally {
    await worker.terminate();
  }
}

const post = (worker: Worker, message: ToWorker) => worker.postMessage(message);

/** Returns the revision that they belong to. */
async function sendNodes(worker: Worker, reader: GraphReader): Promise<number> {
  const revision = await reader.revision();
  for await (const page of reader.scan('node')) {
    post(worker, { nodes: page.map(({ item }) => item.id) });
  }
  return revision;
}

interface Read {
  readonly answer: Omit<ImportAnswer, 'revision'>;
  readonly parts: readonly PreparedPart[];
}

function partsOf(
  worker: Worker,
  reader: GraphReader,
  anyLinks: boolean,
  watch: Watch | undefined,
): Promise<Read | undefined> {
  const parts: PreparedPart[] = [];
  return new Promise((resolve, reject) => {
    const stop = () => reject(watch?.signal.reason);
    watch?.signal.addEventListener('abort', stop, { once: true });
    if (watch?.signal.aborted) stop();
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the reader stopped with code ${code}`)));
    worker.on('message', (message: FromWorker) => {
      if ('ask' in message) {
        answer(worker, reader, message.ask).catch(reject);
      } else if ('compare' in message) {
        const held = standingOf(reader, 'dependency', message.compare);
        held.then((standing) => post(worker, { standing })).catch(reject);
      } else if ('part' in message) {
        if (message.part.count > 0) parts.push(message.part);
        watch?.report('reading', message.read, message.total);
        // In a turn of its own: pieces that wait would all be taken over in one.
        setImmediate(() => post(worker, { next: true }));
      } else if ('failed' in message) reject(new Error(message.failed));
      else resolve('done' in message ? { answer: message.done, parts } : undefined);
    });
    post(worker, { go: true, anyLinks });
  });
}

async function answer(worker: Worker, reader: GraphReader, ids: readonly string[]) {
  const found = await reader.items<Dependency>('dependency', ids);
  post(worker, { stored: found.map(({ item }) => item) });
}
