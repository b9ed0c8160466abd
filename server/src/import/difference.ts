/** What an import would do to the stored graph. */
import type { Difference, ItemType } from '@msp-impact/contract';
import { canonicalItem } from '../rules/canonical.ts';
import type { Item, ItemWrite } from '../store/port.ts';
import { breathe, breathing, ITEM_ORDER, type ItemMaps } from './stored.ts';
import type { Watch } from './watch.ts';

const LISTED = 200;
type Entry = Difference['items'][number];

export interface Compared {
  readonly difference: Difference;
  /** Canonical; created, updated and (when replacing) removed items, nodes first. */
  readonly writes: readonly ItemWrite[];
}

/**
 * @param next items as they would be
 * @param removeOthers whether stored items that are not in `next` go
 */
export async function compare(
  stored: ItemMaps,
  next: ItemMaps,
  removeOthers: boolean,
  watch?: Watch,
): Promise<Compared> {
  const count = { created: 0, updated: 0, removed: 0, unchanged: 0 };
  const listed: Record<Entry['change'], Entry[]> = { removed: [], updated: [], created: [] };
  const writes: ItemWrite[] = [];
  const total = ITEM_ORDER.reduce((sum, type) => sum + next[type].size, 0);
  const breath = breathing(watch, 'preparing', total);
  const nameOf = (id: string) => (next.node.get(id) ?? stored.node.get(id))?.name ?? id;
  const note = (type: ItemType, item: Item, change: Entry['change'], fields?: string[]) => {
    count[change]++;
    if (listed[change].length >= LISTED) return;
    listed[change].push({
      type,
      id: item.id,
      ...named(item, nameOf),
      change,
      ...(fields && { fields }),
    });
  };
  for (const type of ITEM_ORDER) {
    for (const given of next[type].values()) {
      if (breath.due()) await breathe();
      const before = stored[type].get(given.id);
      const after = canonicalItem(type, given);
      const fields = before ? changedFields(canonicalItem(type, before), after) : undefined;
      if (fields?.length === 0) {
        count.unchanged++;
        continue;
      }
      note(type, after, before ? 'updated' : 'created', fields);
      writes.push({ type, id: after.id, after });
    }
    if (!removeOthers) continue;
    for (const before of stored[type].values()) {
      if (breath.due()) await breathe();
      if (next[type].has(before.id)) continue;
      note(type, before, 'removed');
      writes.push({ type, id: before.id, after: null });
    }
  }
  const items = [...listed.removed, ...listed.updated, ...listed.created].slice(0, LISTED);
  return { difference: { ...count, items }, writes };
}

function named(item: Item, nameOf: (id: string) => string): Pick<Entry, 'name' | 'kind'> {
  if ('name' in item) return { name: item.name, kind: item.kind };
  if ('from' in item) return { name: `${nameOf(item.from)} → ${nameOf(item.to)}` };
  return item.title === undefined ? {} : { name: item.title };
}

/** Top-level fields that differ between two canonical items. */
function changedFields(before: Item, after: Item): string[] {
  const old = before as unknown as Record<string, unknown>;
  const now = after as unknown as Record<string, unknown>;
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
}
