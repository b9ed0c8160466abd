/** Shelf over the worker. */
import type { NewPaper, Paper, PaperHead, Shelf, ShelfName } from '../port.ts';
import type { WorkerClient } from './client.ts';
import type { queue } from './graph-writer.ts';

export function embeddedShelf(
  client: WorkerClient,
  inTurn: ReturnType<typeof queue>,
  shelf: ShelfName,
): Shelf {
  const put = (head: Omit<NewPaper, 'body'>, body: string | null, expected: number) =>
    inTurn(() => {
      const at = new Date().toISOString();
      return client.insist('savePaper', shelf, { ...head, at }, body, expected);
    });
  const heads = async (id: string | null) =>
    JSON.parse(await client.call('papers', shelf, id)) as PaperHead[];
  const get = async (id: string, version?: number): Promise<Paper | undefined> => {
    const text = await client.call('paper', shelf, id, version ?? null);
    const found = JSON.parse(text) as { head: PaperHead; body: unknown } | null;
    return found ? { ...found.head, body: found.body } : undefined;
  };
  return {
    list: () => heads(null),
    versions: (id) => heads(id),
    get,
    save: ({ body, ...head }, expected) => put(head, JSON.stringify(body), expected),
    async remove(id, expected) {
      const newest = await get(id);
      if (!newest) return false;
      const { title, author, graphRevision } = newest;
      await put({ id, title, author, graphRevision }, null, expected);
      return true;
    },
  };
}
