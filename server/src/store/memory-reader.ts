/** A graph document read as if it were stored: exports, answers and imports work on it alike. */
import type { GraphDocument, ItemType } from '@msp-impact/contract';
import { canonicalDocument } from '../rules/canonical.ts';
import { columnsOf } from './columns.ts';
import type { GraphReader, Item, Stored } from './port.ts';

const PAGE = 1000;
/** A document has no history. */
const REVISION = 0;
const stored = <T extends Item>(item: Item): Stored<T> => ({ item: item as T, revision: REVISION });

export function memoryReader(document: GraphDocument): GraphReader {
  const { nodes, dependencies = [], contracts = [], name = '' } = canonicalDocument(document);
  const lists: Record<ItemType, readonly Item[]> = {
    node: nodes,
    dependency: dependencies,
    contract: contracts,
  };
  return {
    revision: async () => REVISION,
    columns: async () => columnsOf({ name, revision: REVISION, nodes, dependencies, contracts }),
    items: async <T extends Item>(type: ItemType, ids: readonly string[]) => {
      const byId = new Map(lists[type].map((item) => [item.id, item]));
      const found = ids.map((id) => byId.get(id)).filter((item) => item !== undefined);
      return found.map((item) => stored<T>(item));
    },
    async *scan<T extends Item>(type: ItemType) {
      for (let at = 0; at < lists[type].length; at += PAGE) {
        yield lists[type].slice(at, at + PAGE).map((item) => stored<T>(item));
      }
    },
  };
}
