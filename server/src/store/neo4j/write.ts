/**
 * GraphWriter over Bolt: a change is one transaction. It takes the lock of the Meta node first, so
 * writers queue there, and compares and sets the revision under it.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { ItemType } from '@msp-impact/contract';
import { ITEM_TYPES } from '@msp-impact/contract/codes';
import {
  type Change,
  type CommitReceipt,
  Conflict,
  type GraphWriter,
  type Replacement,
} from '../port.ts';
import {
  byId,
  changeTexts,
  chunks,
  replacementLists,
  type TextChange,
  type TextWrite,
  type WritesByType,
} from '../writes.ts';
import { deleteNodes, putContracts, putLinks, putNodes, retypeLinks } from './apply.ts';
import { type Connection, type Run, stored } from './connection.ts';
import { type GraphState, lockedState } from './consistency.ts';
import { allItems, itemsById, type StoredText } from './items.ts';
import { logItems } from './log.ts';

const LIMIT_MS = 60_000;
/** Measured: some 0.1 ms per item; ten times that is too long. */
const LIMIT_PER_ITEM_MS = 1;

interface Plan {
  readonly head: Change | Replacement;
  readonly writes: WritesByType;
  /** What is not written is deleted. */
  readonly whole: boolean;
  readonly at: string;
  /** Names this change, so that a repeated attempt knows its own first one. */
  readonly token: string;
}

type Changes = Record<ItemType, TextChange[]>;

function differing(found: readonly StoredText[], plan: Plan, type: ItemType): TextChange[] {
  const before = new Map(found.map(({ id, json }) => [id, json]));
  const writes: TextWrite[] = [...plan.writes[type]];
  if (plan.whole) {
    const written = new Set(writes.map(({ id }) => id));
    for (const id of before.keys()) if (!written.has(id)) writes.push({ id, after: null });
    writes.sort(byId);
  }
  return writes
    .map(({ id, after }) => ({ id, before: before.get(id) ?? null, after }))
    .filter((one) => one.before !== one.after);
}

async function findChanges(run: Run, plan: Plan): Promise<Changes> {
  const changes: Changes = { node: [], dependency: [], contract: [] };
  for (const type of ITEM_TYPES) {
    const ids = plan.writes[type].map(({ id }) => id);
    if (ids.length === 0 && !plan.whole) continue;
    const found = plan.whole ? await allItems(run, type) : await itemsById(run, type, ids);
    changes[type] = differing(found, plan, type);
  }
  return changes;
}

/** The order matters: links need both their nodes, and go before them. */
async function applyAll(run: Run, changes: Changes, revision: number): Promise<void> {
  await putNodes(run, changes.node, revision);
  await putLinks(run, changes.dependency, revision);
  await retypeLinks(run, changes.node);
  if (changes.contract.length > 0) await putContracts(run, changes.contract, revision);
  await deleteNodes(run, changes.node);
}

/** The receipt of this very change, when an earlier attempt was stored and only its answer was lost. */
async function earlierAttempt(run: Run, token: string): Promise<CommitReceipt | undefined> {
  const [found] = await run<CommitReceipt>(
    'MATCH (c:Change {token: $token}) RETURN c.revision AS revision, c.at AS at, c.items AS changed',
    { token },
  );
  return found;
}

async function record(run: Run, plan: Plan, before: GraphState, changed: number): Promise<void> {
  const { head, at, token, whole } = plan;
  const name = head.name ?? before.name;
  const renamed = whole || name !== before.name;
  const change = {
    revision: stored(before.revision + 1),
    at,
    token,
    actor: head.actor,
    summary: head.summary,
    items: stored(changed),
    undoes: stored(head.undoes),
    graphBefore: renamed ? before.name : null,
    graphAfter: renamed ? name : null,
  };
  await run(
    `CREATE (c:Change) SET c = $change
     WITH c MATCH (m:Meta {id: 'graph'}) SET m.revision = c.revision, m.name = $name`,
    { change, name },
  );
}

async function carryOut(run: Run, plan: Plan): Promise<CommitReceipt> {
  const before = await lockedState(run);
  if (before.revision !== plan.head.base) {
    const mine = await earlierAttempt(run, plan.token);
    if (mine) return mine;
    throw new Conflict(before.revision);
  }
  const revision = before.revision + 1;
  const changes = await findChanges(run, plan);
  await applyAll(run, changes, revision);
  const logged = ITEM_TYPES.flatMap((type) => changes[type].map((one) => ({ type, ...one })));
  await logItems(run, revision, logged);
  await record(run, plan, before, logged.length);
  return { revision, at: plan.at, changed: logged.length };
}

/** The text of a whole graph, made in steps that let other requests in. */
async function replacementTexts(replacement: Replacement): Promise<WritesByType> {
  const texts: Record<ItemType, TextWrite[]> = { node: [], dependency: [], contract: [] };
  for (const { type, items } of replacementLists(replacement)) {
    for (const part of chunks(items, 5_000)) {
      for (const item of part) texts[type].push({ id: item.id, after: JSON.stringify(item) });
      await turn();
    }
    texts[type].sort(byId);
  }
  return texts;
}

async function perform(
  connection: Connection,
  head: Change | Replacement,
  writes: WritesByType,
  whole: boolean,
): Promise<CommitReceipt> {
  const plan = { head, writes, whole, at: new Date().toISOString(), token: randomUUID() };
  const count = ITEM_TYPES.reduce((sum, type) => sum + writes[type].length, 0);
  return connection.write((run) => carryOut(run, plan), LIMIT_MS + count * LIMIT_PER_ITEM_MS);
}

export function neo4jWriter(connection: Connection): GraphWriter {
  return {
    commit: async (change) => perform(connection, change, changeTexts(change), false),
    replace: async (replacement) =>
      perform(connection, replacement, await replacementTexts(replacement), true),
  };
}
