/** Pages of items, by id. */
import type { ItemType, Kind } from '@msp-impact/contract';
import { writeCursor } from '../answers/cursor.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Item } from '../store/port.ts';
import type { Context } from './context.ts';
import { positionOf } from './http/page.ts';

const PAGE = 200;

export interface ListQuery {
  readonly kind?: Kind;
  readonly limit?: number;
  readonly cursor?: string;
}

export async function listItems(
  { store }: Context,
  snapshot: Snapshot,
  type: ItemType,
  { kind, limit = PAGE, cursor }: ListQuery,
) {
  const { revision } = snapshot;
  const asked = { type, kind };
  const from = positionOf(cursor, revision, asked, '$.query.cursor');
  const ids = idsOf(snapshot, type, kind);
  const end = Math.min(from + limit, ids.length);
  const items = await store.reader.items<Item>(type, ids.slice(from, end));
  return {
    revision,
    total: ids.length,
    items: items.map((one) => ({ revision: one.revision, item: one.item })),
    ...(end < ids.length ? { next: writeCursor(revision, end, asked) } : {}),
  };
}

function idsOf({ columns }: Snapshot, type: ItemType, kind?: Kind): string[] {
  if (type === 'dependency') return columns.dependencies.id;
  if (type === 'contract') return columns.contracts.id;
  const { id, kind: kinds } = columns.nodes;
  return kind === undefined ? id : id.filter((_, row) => kinds[row] === kind);
}
