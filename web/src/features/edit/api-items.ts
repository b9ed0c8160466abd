/** Reading and writing items for the editor. */
import type { Item, ItemType, Receipt, Write } from '@msp-impact/contract';
import { api } from '../../api/client.ts';
import { changeMember, type MemberChange } from './draft/member-draft.ts';

export interface StoredItem {
  readonly item: Item;
  readonly revision: number;
}

/** The item as it is stored now; rejects with an ApiProblem of status 404 when it is gone. */
export function fetchItem(type: ItemType, id: string): Promise<StoredItem> {
  if (type === 'node') return api.node(id);
  return type === 'dependency' ? api.dependency(id) : api.contract(id);
}

/** Only the changed fields of a link are written, over what it is now. */
async function memberWrite(change: MemberChange): Promise<Write> {
  const { item, revision } = await api.dependency(change.id);
  return { put: 'dependency', item: changeMember(item, change), ifRevision: revision };
}

function itemWrite(type: ItemType, item: Item, ifRevision: number): Write {
  return { put: type, item, ifRevision } as Write;
}

export interface Save {
  readonly type: ItemType;
  readonly item: Item;
  /** As it was read; undefined = it is new. */
  readonly revision: number | undefined;
  readonly members: readonly MemberChange[];
  readonly summary: string;
}

/** Saves the item, and the links that change with it, in one change. */
export async function saveItem(save: Save): Promise<Receipt> {
  const { type, item, revision, members, summary } = save;
  if (members.length === 0) {
    return revision === undefined ? api.create(type, item) : api.replace(type, item, revision);
  }
  const others = await Promise.all(members.map(memberWrite));
  return api.batch({ summary, writes: [itemWrite(type, item, revision ?? 0), ...others] });
}
