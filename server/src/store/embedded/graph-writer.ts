/** GraphWriter over the worker. Changes of one process wait for each other, so none finds the lock taken by a sibling. */
import { setImmediate as turn } from 'node:timers/promises';
import { ITEM_TYPES } from '@msp-impact/contract/codes';
import type { Change, CommitReceipt, GraphWriter, Replacement } from '../port.ts';
import { byId, chunks, replacementLists, textWrites, type WritesByType } from '../writes.ts';
import type { WorkerClient } from './client.ts';
import type { ChangeHead } from './protocol.ts';

/** Items per message: some milliseconds of this thread. */
const MESSAGE = 5_000;

function headOf(change: Change | Replacement, whole: boolean): ChangeHead {
  return {
    actor: change.actor,
    summary: change.summary,
    at: new Date().toISOString(),
    name: change.name ?? null,
    whole,
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

/** Sends each part while the worker stores the one before. */
async function sendAll(client: WorkerClient, replacement: Replacement): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (const { type, items } of replacementLists(replacement)) {
    for (const part of chunks(items, MESSAGE)) {
      const writes = part.map((item) => ({ id: item.id, after: JSON.stringify(item) }));
      await before;
      before = client.call('write', type, writes);
      // Awaited in the next round; an input that throws before that must not leave it unhandled.
      before.catch(() => undefined);
    }
  }
  await before;
}

async function replace(client: WorkerClient, replacement: Replacement): Promise<CommitReceipt> {
  await client.insist('begin', replacement.base);
  try {
    await sendAll(client, replacement);
    return await client.call('finish', headOf(replacement, true));
  } catch (error) {
    await client.call('abort');
    throw error;
  }
}

/** Writes above which a change goes over in several messages. */
const LARGE = 20_000;

/** Of several writes to one id the last counts: only one message can see to that. */
function repeats(writes: Change['writes']): boolean {
  const seen = { node: new Set(), dependency: new Set(), contract: new Set() } as const;
  for (const { type, id } of writes) {
    if (seen[type].has(id)) return true;
    seen[type].add(id);
  }
  return false;
}

/** The same in parts, so that neither thread waits long for the other; all or nothing as ever. */
async function commitLarge(client: WorkerClient, change: Change): Promise<CommitReceipt> {
  await client.insist('begin', change.base);
  try {
    let before: Promise<void> = Promise.resolve();
    let done = 0;
    for (const texts of messagesOf(change)) {
      await before;
      change.onWritten?.(done);
      done += ITEM_TYPES.reduce((sum, type) => sum + texts[type].length, 0);
      before = sendTypes(client, texts);
      before.catch(() => undefined);
      await turn();
    }
    await before;
    change.onWritten?.(done);
    return await client.call('finish', headOf(change, false));
  } catch (error) {
    await client.call('abort');
    throw error;
  }
}

const NONE = { node: [], dependency: [], contract: [] };

function* messagesOf({ writes, parts = [] }: Change): Generator<WritesByType> {
  for (const part of chunks(writes, MESSAGE)) yield textWrites(part);
  for (const { type, writes } of parts) yield { ...NONE, [type]: [...writes].sort(byId) };
}

async function sendTypes(client: WorkerClient, texts: WritesByType): Promise<void> {
  const sent = ITEM_TYPES.filter((type) => texts[type].length > 0).map((type) =>
    client.call('write', type, texts[type]),
  );
  await Promise.all(sent);
}

export function embeddedWriter(
  client: WorkerClient,
  inTurn: ReturnType<typeof queue>,
): GraphWriter {
  return {
    async commit(change) {
      if (change.parts || (change.writes.length > LARGE && !repeats(change.writes))) {
        return inTurn(() => commitLarge(client, change));
      }
      const writes = textWrites(change.writes);
      const head = headOf(change, false);
      return inTurn(() => client.insist('commit', change.base, head, writes));
    },
    replace: (replacement) => inTurn(() => replace(client, replacement)),
  };
}
