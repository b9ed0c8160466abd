/** The thread that reads and checks a large list of links; links.ts starts it and keeps what it makes. */
import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Standing } from '../../store/port.ts';
import { tableBlocks } from '../table-blocks.ts';
import { type Asked, LinkReader } from './link-reader.ts';
import type { BulkJob, FromWorker, ToWorker } from './protocol.ts';

/** Rows of a message: some milliseconds of the thread that takes it. */
const PIECE = 5_000;

const post = (message: FromWorker) => parentPort?.postMessage(message);
let answered: (message: ToWorker) => void = () => undefined;

/** Sends, and waits for what comes back. */
function exchange(message: FromWorker): Promise<ToWorker> {
  return new Promise((resolve) => {
    answered = resolve;
    post(message);
  });
}

const asked: Asked = {
  links: async (ids) => {
    const answer = await exchange({ ask: ids });
    return 'stored' in answer ? answer.stored : [];
  },
  standing: async (links) => {
    const answer = await exchange({ compare: links });
    return 'standing' in answer ? answer.standing : NOTHING;
  },
};

const NOTHING: Standing = { same: [], other: [] };
const nothing: Asked = { links: async () => [], standing: async () => NOTHING };

/** @param anyLinks whether any are stored: else nothing has to be asked for */
async function run(
  { path, file }: BulkJob,
  nodes: ReadonlySet<string>,
  anyLinks: boolean,
): Promise<void> {
  const reader = new LinkReader(file, nodes, anyLinks ? asked : nothing);
  const { size } = statSync(path);
  let bytes = 0;
  const onBytes = (more: number) => {
    bytes += more;
  };
  for await (const table of tableBlocks({ name: file, path }, onBytes)) {
    const { rows, rejected } = table;
    for (let at = 0; at === 0 || at < rows.length; at += PIECE) {
      const piece = { ...table, rows: rows.slice(at, at + PIECE), rejected: at ? [] : rejected };
      const part = await reader.take(piece);
      if (!part) return post({ unfit: true });
      // As many rows as there would be were all as long as those so far.
      const total = Math.max(reader.read, Math.round((reader.read * size) / bytes));
      await exchange({ part, read: reader.read, total });
    }
  }
  const done = reader.finish();
  post(done ? { done } : { unfit: true });
}

if (parentPort && (workerData as Partial<BulkJob> | null)?.path) {
  const nodes = new Set<string>();
  parentPort.on('message', (message: ToWorker) => {
    if ('nodes' in message) for (const id of message.nodes) nodes.add(id);
    else if (!('go' in message)) answered(message);
    else {
      run(workerData as BulkJob, nodes, message.anyLinks).catch((error: unknown) => {
        const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
        post({ failed });
      });
    }
  });
}
