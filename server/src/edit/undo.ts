/** The change that takes an earlier change back. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Fault } from '@msp-impact/contract';
import { brokenRule, notFound, Refusal } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import { nodeName, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Change, ChangeRecord, ItemChangeRecord, Store } from '../store/port.ts';
import type { Edit } from './edit.ts';
import { allChanges } from './history.ts';
import { fieldsThatDiffer, itemRevision } from './preconditions.ts';
import { brokenRules } from './rules.ts';

/**
 * The inverse of a logged change, against the graph as it is now. Throws a Refusal: 404 no such
 * change, 409 when later changes touched the same items (they are named) or a rule would break.
 */
export async function undoChange(
  store: Store,
  snapshot: Snapshot,
  revision: number,
  actor: string,
): Promise<Omit<Change, 'base'>> {
  const record = await store.changes.get(revision);
  if (!record) throw notFound('change', String(revision), '$.revision');
  const changes = await allChanges(store, revision);
  const touched = await touchedSince(store, snapshot, record, changes);
  if (touched.length > 0) {
    const errors = touched.slice(0, 100);
    const by = await takenBackBy(store, revision);
    const detail =
      by === undefined
        ? `Version ${revision} cannot be undone: later changes touched the same items.`
        : `Version ${revision} was taken back already, by version ${by}.`;
    const title = by === undefined ? 'Changed again since' : 'Taken back already';
    throw new Refusal(409, title, { detail, errors });
  }
  // Nothing came after: the graph before it was whole, and need not be checked again.
  if (snapshot.revision !== revision) checkInverse(snapshot, changes);
  return {
    actor,
    summary: `Undid version ${revision}: ${record.summary}`.slice(0, 500),
    writes: changes.map(({ type, id, before }) => ({ type, id, after: before })),
    undoes: revision,
    ...(record.graph ? { name: record.graph.before } : {}),
  };
}

/** How far the log is searched for an earlier undo. */
const LOOKED_AT = 500;

async function takenBackBy({ changes }: Store, revision: number): Promise<number | undefined> {
  const later = await changes.list({ limit: LOOKED_AT });
  return later.find(({ undoes }) => undoes === revision)?.revision;
}

function checkInverse(snapshot: Snapshot, changes: readonly ItemChangeRecord[]): void {
  const edits: Edit[] = changes.map(({ type, id, before }) => ({
    type,
    id,
    after: before,
    path: `${type} ${id}`,
  }));
  const faults = brokenRules(snapshot, edits);
  if (faults.length > 0) throw brokenRule(faults);
}

/** At most this many items are compared with what the store holds before the answer is no. */
const COMPARED = 1000;

/** What stands otherwise than the change left it. An item that was changed and changed back does not. */
async function touchedSince(
  store: Store,
  snapshot: Snapshot,
  record: ChangeRecord,
  changes: readonly ItemChangeRecord[],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  if (record.graph && record.graph.after !== snapshot.name) {
    faults.push(fault('graph', snapshot.name, `was named ${record.graph.after} by that change`));
  }
  const later: ItemChangeRecord[] = [];
  for (const [i, change] of changes.entries()) {
    const expected = change.after === null ? undefined : record.revision;
    if (itemRevision(snapshot, change.type, change.id) !== expected) later.push(change);
    // The undoing of a large import must not hold up the answers of the server.
    if (i % 5000 === 4999) await turn();
  }
  const back =
    later.length > COMPARED ? new Set<ItemChangeRecord>() : await changedBack(store, later);
  for (const change of later) {
    if (back.has(change)) continue;
    const { type, id } = change;
    const now = itemRevision(snapshot, type, id);
    const since = now === undefined ? 'was deleted since' : `was changed since, in version ${now}`;
    faults.push(fault(`${type} ${id}`, id, `${itemName(snapshot, change)} ${since}`));
  }
  return faults;
}

/** What people know it by: its name or title, for a link both its ends. */
function itemName(snapshot: Snapshot, { id, before, after }: ItemChangeRecord): string {
  const item = after ?? before;
  if (!item) return id;
  if ('name' in item) return item.name;
  if (!('from' in item)) return item.title ?? id;
  const end = (node: string) => {
    const at = nodeOf(snapshot, node);
    return at < 0 ? node : nodeName(snapshot, at);
  };
  return `the link ${end(item.from)} → ${end(item.to)}`;
}

/** Those whose item is what it was after the change, whatever happened between. */
async function changedBack(
  { reader }: Store,
  later: readonly ItemChangeRecord[],
): Promise<Set<ItemChangeRecord>> {
  const back = new Set<ItemChangeRecord>();
  for (const type of ['node', 'dependency', 'contract'] as const) {
    const ours = later.filter((one) => one.type === type);
    if (ours.length === 0) continue;
    const stored = await reader.items(
      type,
      ours.map(({ id }) => id),
    );
    const items = new Map(stored.map(({ item }) => [item.id, item]));
    for (const one of ours) {
      const item = items.get(one.id);
      if (item && one.after && fieldsThatDiffer(one.after, item).length === 0) back.add(one);
    }
  }
  return back;
}
