/** GraphWriter over the worker. Changes of one process wait for each other, so none finds the lock taken by a sibling. */
import { setImmediate as turn } from 'node:timers/promises';
import type { ItemType } from '@msp-impact/contract';
import { ITEM_TYPES } from '@msp-impact/contract/codes';
import type { Change, CommitReceipt, GraphWriter, Replacement } from '../port.ts';
import {
  chunks,
  listOf,
  type PackedByType,
  type PackedWrites,
  packed,
  replacementLists,
  textWrites,
} from '../writes.ts';
import type { WorkerClient } from './client.ts';
import type { ChangeHead } from './protocol.ts';

/** Items per message: some milliseconds of this thread. */
const MESSAGE = 5_000;

function headOf(change: Change | Replacement): ChangeHead {
  return {
    actor: change.actor,
    summary: change.summary,
    at: new Date().toISOString(),
    name: change.name ?? null,
    undoes: change.undoes ?? null,
  };
}

/** Runs tasks one after the other, whatever becomes of each. */
export function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Runs `send` between begin and finish; whatever fails, nothing is kept. */
async function inSession(
  client: WorkerClient,
  change: Change | Replacement,
  whole: boolean,
  send: (progress: Progress) => Promise<void>,
): Promise<CommitReceipt> {
  await client.insist('begin', change.base, whole);
  try {
    const progress = new Progress('onWritten' in change ? change.onWritten : undefined);
    await send(progress);
    await client.call('complete');
    for (let done = 1; done > 0; ) {
      done = await client.call('step');
      progress.stored(done);
    }
    return await client.call('finish', headOf(change));
  } catch (error) {
    await client.call('abort');
    throw error;
  }
}

/** An item is sent, then stored: each is half of the way. */
class Progress {
  readonly #tell: Change['onWritten'];
  #sent = 0;
  #stored = 0;

  constructor(tell: Change['onWritten']) {
    this.#tell = tell;
  }

  sent(items: number): void {
    this.#sent += items;
    this.#tell?.(Math.floor((this.#sent + this.#stored) / 2));
  }

  stored(items: number): void {
    // What is stored as it is already needs no second half.
    if (items === 0) this.#stored = this.#sent;
    else this.#stored += items;
    this.sent(0);
  }
}

/** Sends each part while the worker takes the one before. */
async function sendAll(client: WorkerClient, replacement: Replacement): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (const { type, items } of replacementLists(replacement)) {
    for (const part of chunks(items, MESSAGE)) {
      const list = listOf(part.map((item) => JSON.stringify(item)));
      await before;
      before = client.call('write', type, { items: list, gone: [] });
      // Awaited in the next round; an input that throws before that must not leave it unhandled.
      before.catch(() => undefined);
    }
  }
  await before;
}

/** Writes above which a change goes over in several messages. */
const LARGE = 20_000;

/** Of several writes to one id the last counts: only one message can see to that. */
async function repeats(writes: Change['writes']): Promise<boolean> {
  const seen = { node: new Set(), dependency: new Set(), contract: new Set() } as const;
  for (const [i, { type, id }] of writes.entries()) {
    if (seen[type].has(id)) return true;
    seen[type].add(id);
    if (i % MESSAGE === MESSAGE - 1) await turn();
  }
  return false;
}

/** The same in parts, so that neither thread waits long for the other; all or nothing as ever. */
async function sendParts(client: WorkerClient, change: Change, progress: Progress) {
  let before: Promise<void> = Promise.resolve();
  for (const { type, count, writes } of messagesOf(change)) {
    await before;
    before = client.call('write', type, writes);
    before.catch(() => undefined);
    progress.sent(count);
    await turn();
  }
  await before;
}

interface Message {
  readonly type: ItemType;
  readonly count: number;
  readonly writes: PackedWrites;
}

function* messagesOf({ writes, parts = [] }: Change): Generator<Message> {
  for (const part of chunks(writes, MESSAGE)) {
    const texts = textWrites(part);
    for (const type of ITEM_TYPES) {
      const count = texts[type].length;
      if (count > 0) yield { type, count, writes: packed(texts[type]) };
    }
  }
  for (const { type, count, items } of parts) yield { type, count, writes: { items, gone: [] } };
}

function packedByType(writes: Change['writes']): PackedByType {
  const { node, dependency, contract } = textWrites(writes);
  return { node: packed(node), dependency: packed(dependency), contract: packed(contract) };
}

export function embeddedWriter(
  client: WorkerClient,
  inTurn: ReturnType<typeof queue>,
): GraphWriter {
  return {
    async commit(change) {
      if (change.parts || (change.writes.length > LARGE && !(await repeats(change.writes)))) {
        const send = (progress: Progress) => sendParts(client, change, progress);
        return inTurn(() => inSession(client, change, false, send));
      }
      const writes = packedByType(change.writes);
      const head = headOf(change);
      return inTurn(() => client.insist('commit', change.base, head, writes));
    },
    replace: (replacement) =>
      inTurn(() => inSession(client, replacement, true, () => sendAll(client, replacement))),
  };
}
