/** The stored graph in memory, for imports to compare with. */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import type { GraphReader, Item } from '../store/port.ts';
import type { Phase, Watch } from './watch.ts';

export interface ItemMaps {
  readonly node: ReadonlyMap<string, GraphNode>;
  readonly dependency: ReadonlyMap<string, Dependency>;
  readonly contract: ReadonlyMap<string, Contract>;
}

export interface StoredGraph extends ItemMaps {
  readonly revision: number;
  readonly name: string;
}

export const ITEM_ORDER = ['node', 'dependency', 'contract'] as const satisfies ItemType[];

/** Rejects with Conflict when the graph moves on meanwhile, and with StoreFault. */
export async function loadStored(reader: GraphReader): Promise<StoredGraph> {
  const { revision, name } = await reader.columns();
  const load = async <T extends Item>(type: ItemType) => {
    const items = new Map<string, T>();
    for await (const page of reader.scan<T>(type)) {
      for (const { item } of page) items.set(item.id, item);
    }
    return items;
  };
  return {
    revision,
    name,
    node: await load<GraphNode>('node'),
    dependency: await load<Dependency>('dependency'),
    contract: await load<Contract>('contract'),
  };
}

/** The same graph with nothing in it: what a replacement starts from. */
export function emptied(stored: StoredGraph): StoredGraph {
  return { ...stored, node: new Map(), dependency: new Map(), contract: new Map() };
}

/** Lets others run: large imports must not hold up the answers of the server. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Milliseconds of work between two breaths. */
const BREATH = 20;

/**
 * Says when it is time to let others run, and tells whoever watches how far it is.
 * `due` throws the reason of the watch's signal once that was asked to stop.
 */
export function breathing(
  watch?: Watch,
  phase: Phase = 'checking',
  total = 0,
): { due: () => boolean } {
  let since = performance.now();
  let calls = 0;
  return {
    due: () => {
      if (++calls % 64 !== 0 || performance.now() - since < BREATH) return false;
      watch?.signal.throwIfAborted();
      watch?.report(phase, Math.min(calls, total), total);
      // The pause is not counted: it is over when the next call comes.
      since = performance.now();
      return true;
    },
  };
}
