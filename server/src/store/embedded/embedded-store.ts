/** The store for one machine: one SQLite file, `graph.db`, in a data folder. No server, no set-up. */
import type { ChangeRecord, ItemChangeRecord, NoteRecord, Store } from '../port.ts';
import { WorkerClient } from './client.ts';
import { embeddedReader } from './graph-reader.ts';
import { embeddedWriter, queue } from './graph-writer.ts';
import { embeddedShelf } from './shelf.ts';

const parse = <T>(text: string) => JSON.parse(text) as T;

/** SQL has no "absent": what is null is left out. */
function record({ undoes, graph, ...rest }: ChangeRecord): ChangeRecord {
  return { ...rest, ...(undoes == null ? {} : { undoes }), ...(graph == null ? {} : { graph }) };
}

async function changeList(client: WorkerClient, before: number, limit: number) {
  return parse<ChangeRecord[]>(await client.call('changes', before, limit)).map(record);
}

/**
 * Opens `graph.db` in `dataFolder`, making both where they are missing.
 * Rejects with StoreFault not-writable, damaged, newer-schema, altered-migration or busy.
 */
export async function openEmbedded(dataFolder: string): Promise<Store> {
  const client = new WorkerClient();
  try {
    await client.insist('open', dataFolder);
  } catch (error) {
    await client.terminate();
    throw error;
  }
  const inTurn = queue();
  let closing: Promise<void> | undefined;
  return {
    kind: 'embedded',
    reader: embeddedReader(client),
    writer: embeddedWriter(client, inTurn),
    changes: {
      list: ({ before, limit }) => changeList(client, before ?? Number.MAX_SAFE_INTEGER, limit),
      async get(revision) {
        const [newest] = await changeList(client, revision + 1, 1);
        return newest?.revision === revision ? newest : undefined;
      },
      items: async (revision, { offset, limit }) =>
        parse<ItemChangeRecord[]>(await client.call('changeItems', revision, offset, limit)),
    },
    notes: {
      list: async (about) =>
        parse<NoteRecord[]>(await client.call('notes', about?.type ?? null, about?.id ?? null)),
      add: (note) => inTurn(() => client.insist('addNote', note)),
      remove: (id) => inTurn(() => client.insist('removeNote', id)),
    },
    scenarios: embeddedShelf(client, inTurn, 'scenarios'),
    reports: embeddedShelf(client, inTurn, 'reports'),
    whatIfs: embeddedShelf(client, inTurn, 'whatIfs'),
    apart: embeddedShelf(client, inTurn, 'apart'),
    asked: embeddedShelf(client, inTurn, 'asked'),
    mappings: embeddedShelf(client, inTurn, 'mappings'),
    incidents: embeddedShelf(client, inTurn, 'incidents'),
    measureLists: embeddedShelf(client, inTurn, 'measureLists'),
    check: () => client.call('check'),
    close: () => {
      closing ??= inTurn(async () => {
        await client.call('close');
        await client.terminate();
      });
      return closing;
    },
  };
}
