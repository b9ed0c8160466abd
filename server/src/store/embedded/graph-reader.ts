/** GraphReader over the worker: turns JSON text into columns and items. */
import type { ItemType } from '@msp-impact/contract';
import { Conflict, type GraphReader, type Item, type Stored } from '../port.ts';
import type { WorkerClient } from './client.ts';
import { readColumns } from './column-reader.ts';

const PAGE = 5_000;

function parseRows<T extends Item>(rows: string): Stored<T>[] {
  const pairs = JSON.parse(rows) as [T, number][];
  return pairs.map(([item, revision]) => ({ item, revision }));
}

async function* scan<T extends Item>(
  client: WorkerClient,
  type: ItemType,
): AsyncGenerator<Stored<T>[]> {
  let first: number | undefined;
  let after = '';
  for (;;) {
    const { revision, rows } = await client.call('page', type, after, PAGE);
    first ??= revision;
    if (revision !== first) throw new Conflict(revision);
    const page = parseRows<T>(rows);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.item.id ?? after;
  }
}

export function embeddedReader(client: WorkerClient): GraphReader {
  return {
    revision: () => client.call('revision'),
    columns: () => readColumns(client),
    async items<T extends Item>(type: ItemType, ids: readonly string[]) {
      const found = parseRows<T>(await client.call('items', type, ids));
      const byId = new Map(found.map((stored) => [stored.item.id, stored]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    standing: async (type, items) => JSON.parse(await client.call('standing', type, items)),
    scan: <T extends Item>(type: ItemType) => scan<T>(client, type),
  };
}
