/** The columns of the graph, page by page: one message with all of a large graph would hold up this thread. */
import { setImmediate as turn } from 'node:timers/promises';
import type { ItemType } from '@msp-impact/contract';
import { CONTRACT_FIELDS, DEPENDENCY_FIELDS, NODE_FIELDS } from '../columns.ts';
import { Conflict, type GraphColumns } from '../port.ts';
import type { WorkerClient } from './client.ts';
import type { ColumnPage } from './protocol.ts';

/** Rows of a page: a few milliseconds to take over. */
const PAGE = 20_000;
/** Readings that the graph may overtake before it is read in one piece. */
const ATTEMPTS = 3;

export async function readColumns(client: WorkerClient): Promise<GraphColumns> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return await inPages(client);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  const { node, dependency, contract } = await client.call('allColumns');
  const lists = new ColumnLists();
  await lists.add('node', node);
  await lists.add('dependency', dependency);
  await lists.add('contract', contract);
  return lists.columns();
}

/** Throws Conflict when the graph moves on meanwhile. */
async function inPages(client: WorkerClient): Promise<GraphColumns> {
  const lists = new ColumnLists();
  for (const type of ['node', 'dependency', 'contract'] as const) {
    let coming: Promise<ColumnPage> | undefined = client.call('columns', type, '', PAGE);
    while (coming) {
      const page: ColumnPage = await coming;
      coming = page.rows < PAGE ? undefined : client.call('columns', type, page.last, PAGE);
      // Awaited in the next round; a conflict before that must not leave it unhandled.
      coming?.catch(() => undefined);
      await lists.add(type, page);
    }
  }
  return lists.columns();
}

const FIELDS = { node: NODE_FIELDS, dependency: DEPENDENCY_FIELDS, contract: CONTRACT_FIELDS };

class ColumnLists {
  #state: Pick<ColumnPage, 'revision' | 'name'> | undefined;
  readonly #lists = {
    node: empty('node'),
    dependency: empty('dependency'),
    contract: empty('contract'),
  };

  /** One column per turn of the event loop. Throws Conflict for a page of another revision. */
  async add(type: ItemType, { revision, name, texts }: ColumnPage): Promise<void> {
    this.#state ??= { revision, name };
    if (this.#state.revision !== revision) throw new Conflict(revision);
    for (const [i, list] of Object.values(this.#lists[type]).entries()) {
      for (const value of JSON.parse(texts[i] ?? '[]') as unknown[]) list.push(value);
      await turn();
    }
  }

  columns(): GraphColumns {
    const { node, dependency, contract } = this.#lists;
    const { revision = 0, name = '' } = this.#state ?? {};
    const lists = { nodes: node, dependencies: dependency, contracts: contract };
    return { revision, name, ...(lists as unknown as Omit<GraphColumns, 'revision' | 'name'>) };
  }
}

function empty(type: ItemType): Record<string, unknown[]> {
  return Object.fromEntries([...FIELDS[type], 'revision'].map((name) => [name, []]));
}
