/** An item as it was, from the change log. */
import type { Item, ItemChangeRecord, Store } from '../store/port.ts';
import type { Edit } from './edit.ts';

const PAGE = 1000;
/** A log longer than this is not searched: the refusal then does not say which fields changed. */
const MAX_PAGES = 50;

/** The item at `ifRevision`: what the first later change that touched it found. */
export async function itemAsRead(
  { changes }: Store,
  { type, id, ifRevision = 0 }: Edit,
): Promise<Item | undefined> {
  let oldest: Item | undefined;
  let pages = 0;
  const records = await changes.list({ limit: MAX_PAGES });
  for (const { revision, items } of records) {
    if (revision <= ifRevision) return oldest;
    for (let offset = 0; offset < items && pages < MAX_PAGES; offset += PAGE, pages++) {
      const page = await changes.items(revision, { offset, limit: PAGE });
      const found = page.find((one) => one.type === type && one.id === id);
      if (!found) continue;
      oldest = found.before ?? undefined;
      break;
    }
  }
  return records.length < MAX_PAGES && pages < MAX_PAGES ? oldest : undefined;
}

/** All item changes of a revision. */
export async function allChanges(
  { changes }: Store,
  revision: number,
): Promise<ItemChangeRecord[]> {
  const all: ItemChangeRecord[] = [];
  for (;;) {
    const page = await changes.items(revision, { offset: all.length, limit: 10 * PAGE });
    for (const one of page) all.push(one);
    if (page.length < 10 * PAGE) return all;
  }
}
