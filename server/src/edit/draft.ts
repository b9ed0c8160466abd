/** The graph with the steps of an alternative laid over it, item by item. Nothing is stored. */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import { canonicalItem } from '../rules/canonical.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { GraphReader, Item } from '../store/port.ts';
import type { Edit } from './edit.ts';

export type ItemReader = Pick<GraphReader, 'items'>;
interface Types {
  node: GraphNode;
  dependency: Dependency;
  contract: Contract;
}
const COLUMNS = { node: 'nodes', dependency: 'dependencies', contract: 'contracts' } as const;

export class Draft {
  readonly snapshot: Snapshot;
  readonly #reader: ItemReader;
  /** By type and id; null: gone. */
  readonly #changed = {
    node: new Map<string, GraphNode | null>(),
    dependency: new Map<string, Dependency | null>(),
    contract: new Map<string, Contract | null>(),
  };

  constructor(snapshot: Snapshot, reader: ItemReader) {
    this.snapshot = snapshot;
    this.#reader = reader;
  }

  /** Those of `ids` that there are, as the draft has them, in no fixed order. */
  async load<T extends ItemType>(type: T, ids: Iterable<string>): Promise<Types[T][]> {
    const changed = this.#changed[type] as Map<string, Types[T] | null>;
    const wanted = [...new Set(ids)];
    const found = wanted.map((id) => changed.get(id)).filter((item) => item != null);
    const missing = wanted.filter((id) => !changed.has(id));
    if (missing.length === 0) return found;
    const stored = await this.#reader.items<Types[T] & Item>(type, missing);
    return [...found, ...stored.map(({ item }) => item)];
  }

  async one<T extends ItemType>(type: T, id: string): Promise<Types[T] | undefined> {
    return (await this.load(type, [id]))[0];
  }

  put<T extends ItemType>(type: T, item: Types[T]): void {
    (this.#changed[type] as Map<string, Types[T] | null>).set(
      item.id,
      canonicalItem(type, item) as Types[T],
    );
  }

  drop(type: ItemType, id: string): void {
    this.#changed[type].set(id, null);
  }

  /** Ids of stored rows that pass, and of all drafted items: what `load` then looks at. */
  idsWhere(type: ItemType, row: (row: number) => boolean): string[] {
    const { id } = this.snapshot.columns[COLUMNS[type]];
    const ids = id.filter((_, i) => row(i));
    for (const [drafted, item] of this.#changed[type]) if (item) ids.push(drafted);
    return ids;
  }

  edits(path: string): Edit[] {
    return (Object.keys(this.#changed) as ItemType[]).flatMap((type) =>
      [...this.#changed[type]].map(([id, after]) => ({ type, id, after, path })),
    );
  }
}
