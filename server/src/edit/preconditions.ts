/** Has anybody changed the item since its editor read it? */
import type { Fault, ItemType } from '@msp-impact/contract';
import { notFound, Refusal } from '../errors.ts';
import { fault } from '../rules/fault.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import type { Item, Store } from '../store/port.ts';
import type { Edit } from './edit.ts';
import { itemAsRead } from './history.ts';

type Wrong = 'absent' | 'exists' | 'unread' | 'changed' | 'deleted';

/** Revision of an item as it stands; undefined when it does not exist. */
export function itemRevision(
  { columns }: Snapshot,
  type: ItemType,
  id: string,
): number | undefined {
  const list = {
    node: columns.nodes,
    dependency: columns.dependencies,
    contract: columns.contracts,
  }[type];
  const row = find(list.id, id);
  return row < 0 ? undefined : list.revision[row];
}

/** Throws the refusal that fits the worst of the edits, naming all that are refused for that reason. */
export async function checkPreconditions(
  store: Store,
  snapshot: Snapshot,
  edits: readonly Edit[],
): Promise<void> {
  const wrong = edits.map((edit) => [edit, verdict(snapshot, edit)] as const);
  for (const kind of ['absent', 'unread', 'exists', 'deleted', 'changed'] as const) {
    const found = wrong.filter(([, verdict]) => verdict === kind).map(([edit]) => edit);
    if (found.length > 0) throw await refuse(store, snapshot, kind, found);
  }
}

function verdict(snapshot: Snapshot, { type, id, after, ifRevision }: Edit): Wrong | undefined {
  const revision = itemRevision(snapshot, type, id);
  if (revision === undefined) {
    if (after === null) return 'absent';
    return ifRevision ? 'deleted' : undefined;
  }
  if (ifRevision === undefined) return 'unread';
  if (ifRevision === 0 && after !== null) return 'exists';
  return ifRevision === revision ? undefined : 'changed';
}

async function refuse(
  store: Store,
  snapshot: Snapshot,
  wrong: Wrong,
  edits: readonly Edit[],
): Promise<Refusal> {
  const first = edits[0] as Edit;
  const { type, id, path } = first;
  if (wrong === 'absent') return notFound(type, id, path);
  const errors = edits.slice(0, 100).map((edit) => faultOf(snapshot, edit, wrong));
  if (wrong === 'unread') {
    const detail = `Send the version of ${id} that was changed, as If-Match or ifRevision.`;
    return new Refusal(428, 'Which version was changed?', { detail, errors });
  }
  const current = await currentOf(store, type, id);
  if (wrong === 'exists') {
    const detail = `A ${type} with the id ${id} exists already.`;
    return new Refusal(409, 'It exists already', { detail, errors, current });
  }
  if (wrong === 'deleted') {
    const detail = `${id} was deleted meanwhile.`;
    return new Refusal(412, 'Someone deleted this first', { detail, errors, current: null });
  }
  return changedRefusal(store, first, current, errors);
}

function faultOf(snapshot: Snapshot, { type, id, ifRevision, path }: Edit, wrong: Wrong): Fault {
  const revision = itemRevision(snapshot, type, id);
  if (wrong === 'exists') return fault(path, id, `exists already, at version ${revision}`);
  if (wrong === 'deleted') return fault(path, ifRevision, `${id} no longer exists`);
  return fault(path, ifRevision ?? null, `${id} is at version ${revision}`);
}

interface Current {
  readonly revision: number;
  readonly item: Item;
}

async function currentOf(store: Store, type: ItemType, id: string): Promise<Current | null> {
  const [stored] = await store.reader.items(type, [id]);
  return stored ? { revision: stored.revision, item: stored.item } : null;
}

async function changedRefusal(
  store: Store,
  edit: Edit,
  current: Current | null,
  errors: Fault[],
): Promise<Refusal> {
  const read = await itemAsRead(store, edit);
  const changed = read && current ? { changed: fieldsThatDiffer(read, current.item) } : {};
  const detail = `${edit.id} was changed since it was read.`;
  return new Refusal(412, 'Someone changed this first', { detail, errors, current, ...changed });
}

/** Names of the top fields whose values differ. */
export function fieldsThatDiffer(a: Item, b: Item): string[] {
  const [left, right] = [a, b] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.filter((name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]));
}
