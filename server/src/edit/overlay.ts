/** The graph as it would be after an edit: a snapshot with the edited items laid over it. */
import type { Contract, Dependency, GraphNode, ItemType, Kind } from '@msp-impact/contract';
import type { RuleContract, RuleLink, RuleNode, RuleView } from '../rules/view.ts';
import { linkRow, linksInto, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import type { Edit } from './edit.ts';

export class Overlay implements RuleView {
  readonly #snapshot: Snapshot;
  readonly #nodes: ReadonlyMap<string, GraphNode | null>;
  readonly #links: ReadonlyMap<string, Dependency | null>;
  readonly #contracts: ReadonlyMap<string, Contract | null>;
  readonly #linksTo = new Map<string, Dependency[]>();

  constructor(snapshot: Snapshot, edits: readonly Edit[]) {
    this.#snapshot = snapshot;
    this.#nodes = afterOf<GraphNode>(edits, 'node');
    this.#links = afterOf<Dependency>(edits, 'dependency');
    this.#contracts = afterOf<Contract>(edits, 'contract');
    for (const link of this.#links.values()) {
      if (!link) continue;
      const list = this.#linksTo.get(link.to);
      if (list) list.push(link);
      else this.#linksTo.set(link.to, [link]);
    }
  }

  node(id: string): RuleNode | undefined {
    const edited = this.#nodes.get(id);
    return edited === undefined ? nodeBefore(this.#snapshot, id) : (edited ?? undefined);
  }

  hasDependency(id: string): boolean {
    const edited = this.#links.get(id);
    if (edited !== undefined) return edited !== null;
    return find(this.#snapshot.columns.dependencies.id, id) >= 0;
  }

  linksInto(id: string): readonly RuleLink[] {
    const kept = linksBefore(this.#snapshot, id).filter((link) => !this.#links.has(link.id));
    return [...kept, ...(this.#linksTo.get(id) ?? [])];
  }

  /** Links, after the edit, that an ended node in `ids` is an end of. One pass over all links. */
  linksAt(ids: ReadonlySet<string>): RuleLink[] {
    const { dependencies } = this.#snapshot.columns;
    const found: RuleLink[] = [];
    for (let row = 0; row < dependencies.id.length; row++) {
      if (!ids.has(dependencies.from[row] as string) && !ids.has(dependencies.to[row] as string))
        continue;
      if (!this.#links.has(dependencies.id[row] as string)) found.push(linkAt(this.#snapshot, row));
    }
    return found;
  }

  /** Contracts that the edit leaves as they are. */
  *otherContracts(): Iterable<RuleContract> {
    const { contracts } = this.#snapshot.columns;
    for (let row = 0; row < contracts.id.length; row++) {
      const id = contracts.id[row] as string;
      if (this.#contracts.has(id)) continue;
      const text = contracts.dependencies[row];
      const dependencies: string[] = text ? JSON.parse(text) : [];
      yield { id, supplier: contracts.supplier[row] as string, dependencies };
    }
  }

  /** Nodes that the edit leaves as they are and that have a parent or workarounds. */
  *otherNodes(): Iterable<RuleNode> {
    const { columns, models } = this.#snapshot;
    for (let row = 0; row < columns.nodes.id.length; row++) {
      if (!columns.nodes.parent[row] && !models[row]?.workarounds) continue;
      const id = columns.nodes.id[row] as string;
      if (!this.#nodes.has(id)) yield nodeAtRow(this.#snapshot, row);
    }
  }
}

function afterOf<T>(edits: readonly Edit[], type: ItemType): Map<string, T | null> {
  const of = edits.filter((edit) => edit.type === type);
  return new Map(of.map(({ id, after }) => [id, after as T | null]));
}

export function nodeBefore(snapshot: Snapshot, id: string): RuleNode | undefined {
  const row = snapshot.rows.get(id);
  return row === undefined ? undefined : nodeAtRow(snapshot, row);
}

function nodeAtRow({ columns, models }: Snapshot, row: number): RuleNode {
  const { id, kind, parent } = columns.nodes;
  const { groups, workarounds } = models[row] ?? {};
  return {
    id: id[row] as string,
    kind: kind[row] as Kind,
    ...(parent[row] ? { parent: parent[row] as string } : {}),
    ...(groups ? { groups } : {}),
    ...(workarounds ? { workarounds: [...workarounds] } : {}),
  };
}

export function linkAt({ columns }: Snapshot, row: number): RuleLink {
  const { id, from, to, group, weight } = columns.dependencies;
  const named = group[row];
  const share = weight[row];
  return {
    id: id[row] as string,
    from: from[row] as string,
    to: to[row] as string,
    ...(typeof named === 'string' ? { group: named } : {}),
    ...(typeof share === 'number' ? { weight: share } : {}),
  };
}

function linksBefore(snapshot: Snapshot, id: string): RuleLink[] {
  const node = nodeOf(snapshot, id);
  if (node < 0) return [];
  const { start, end } = linksInto(snapshot, node);
  const found: RuleLink[] = [];
  for (let link = start; link < end; link++) {
    const row = linkRow(snapshot, link);
    if (row >= 0) found.push(linkAt(snapshot, row));
  }
  return found;
}
