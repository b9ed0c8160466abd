/** The stored graph with an import laid over it, as the rules see it. */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import type { RuleLink, RuleView } from '../rules/view.ts';
import type { ItemMaps } from './stored.ts';

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** What of the stored graph hangs on a node; each index is made when it is first asked for. */
export class StoredIndex {
  readonly #maps: ItemMaps;
  #into: Map<string, Dependency[]> | undefined;
  #children: Map<string, GraphNode[]> | undefined;
  #contracts: Map<string, Contract[]> | undefined;

  constructor(maps: ItemMaps) {
    this.#maps = maps;
  }
  linksInto(id: string): readonly Dependency[] {
    this.#into ??= grouped(this.#maps.dependency.values(), (link) => link.to);
    return this.#into.get(id) ?? [];
  }
  children(id: string): readonly GraphNode[] {
    this.#children ??= grouped(this.#maps.node.values(), (node) => node.parent);
    return this.#children.get(id) ?? [];
  }
  contracts(id: string): readonly Contract[] {
    this.#contracts ??= grouped(this.#maps.contract.values(), (contract) => contract.supplier);
    return this.#contracts.get(id) ?? [];
  }
}

/** @param over what the import brings; its items win over stored ones of the same id */
export function overlayView(stored: ItemMaps, index: StoredIndex, over: ItemMaps): RuleView {
  let into: Map<string, Dependency[]> | undefined;
  return {
    node: (id) => over.node.get(id) ?? stored.node.get(id),
    hasDependency: (id) => over.dependency.has(id) || stored.dependency.has(id),
    linksInto: (id): readonly RuleLink[] => {
      const before = index.linksInto(id);
      const kept = before.filter((link) => !over.dependency.has(link.id));
      into ??= grouped(over.dependency.values(), (link) => link.to);
      return [...kept, ...(into.get(id) ?? [])];
    },
  };
}
