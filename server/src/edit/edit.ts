/** One wanted change of one item, as all ways of editing bring it. */
import type { ItemType, Write } from '@msp-impact/contract';
import { at } from '../rules/fault.ts';
import type { Item } from '../store/port.ts';

export interface Edit {
  readonly type: ItemType;
  readonly id: string;
  /** null deletes. */
  readonly after: Item | null;
  /** The item's revision as its editor read it; 0: it must not exist yet. */
  readonly ifRevision?: number | undefined;
  /** Where the item stands in the request, e.g. `$.writes[3].item`. */
  readonly path: string;
}

/** The writes of a batch as edits. */
export function editsOf(writes: readonly Write[]): Edit[] {
  return writes.map((write, i) => {
    const path = at('$.writes', i);
    const { ifRevision } = write;
    if ('delete' in write)
      return { type: write.delete, id: write.id, after: null, ifRevision, path };
    const { put: type, item } = write;
    return { type, id: item.id, after: item, ifRevision, path: at(path, 'item') };
  });
}
