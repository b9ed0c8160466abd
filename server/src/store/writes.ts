/** What both stores do to writes before they store them: text, one write per id, a fixed order. */
import { ITEM_TYPES, type ItemType } from '@msp-impact/contract';
import type { Change, Item, ItemWrite, PreparedPart, Replacement } from './port.ts';

/** An item as the JSON that is stored; null deletes. */
export interface TextWrite {
  readonly id: string;
  readonly after: string | null;
}
/** A write that changes something. */
export interface TextChange extends TextWrite {
  readonly before: string | null;
}
/** Writes of one type as they go to another thread: one text costs far less there than many objects. */
export interface PackedWrites {
  /** JSON list of items. */
  readonly items: string;
  /** Ids to delete. */
  readonly gone: readonly string[];
}
export type PackedByType = Readonly<Record<ItemType, PackedWrites>>;
export type WritesByType = Readonly<Record<ItemType, readonly TextWrite[]>>;

export const byId = (a: { id: string }, b: { id: string }) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function textOf(id: string, item: Item | null): string | null {
  if (item === null) return null;
  if (item.id !== id) throw new TypeError(`write of "${id}" holds the item "${item.id}"`);
  return JSON.stringify(item);
}

/** Per type, sorted by id; of several writes to one id the last counts. */
export function textWrites(writes: readonly ItemWrite[]): WritesByType {
  const latest = { node: new Map(), dependency: new Map(), contract: new Map() } as const;
  for (const { type, id, after } of writes) {
    latest[type].set(id, { id, after: textOf(id, after) } satisfies TextWrite);
  }
  const sorted = (type: ItemType): TextWrite[] => [...latest[type].values()].sort(byId);
  return { node: sorted('node'), dependency: sorted('dependency'), contract: sorted('contract') };
}

export function packed(writes: readonly TextWrite[]): PackedWrites {
  const kept = writes.flatMap(({ after }) => after ?? []);
  const gone = writes.filter(({ after }) => after === null).map(({ id }) => id);
  return { items: listOf(kept), gone };
}

/** @param texts JSON of items */
export const listOf = (texts: readonly string[]) => `[${texts.join(',')}]`;

/** All writes of a change, its parts included; each list sorted by id. */
export function changeTexts({ writes, parts = [] }: Change): WritesByType {
  const texts = textWrites(writes);
  const ofType = (type: ItemType): readonly TextWrite[] => {
    const more = parts.filter((part) => part.type === type).flatMap(unpacked);
    return more.length === 0 ? texts[type] : [...texts[type], ...more].sort(byId);
  };
  return {
    node: ofType('node'),
    dependency: ofType('dependency'),
    contract: ofType('contract'),
  };
}

function unpacked({ items }: PreparedPart): TextWrite[] {
  return (JSON.parse(items) as Item[]).map((item) => ({
    id: item.id,
    after: JSON.stringify(item),
  }));
}

/** The lists of a replacement in the order in which they are stored and logged. */
export function* replacementLists(
  replacement: Replacement,
): Generator<{ type: ItemType; items: Iterable<Item> }> {
  const lists = {
    node: replacement.nodes,
    dependency: replacement.dependencies,
    contract: replacement.contracts,
  };
  for (const type of ITEM_TYPES) yield { type, items: lists[type] };
}

/** Consecutive parts of at most `size`. */
export function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
