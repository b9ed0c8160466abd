/** A document as the rules see it, with what is known of items that have the wrong shape. */
import type { Dependency, GraphDocument, GraphNode } from '@msp-impact/contract';
import type { RuleLink, RuleNode, RuleView } from './view.ts';

/**
 * Items that have an id but the wrong shape. They exist, so nothing that names them is wrong for
 * that; but what hangs on their content cannot be judged before they are put right.
 */
export interface Doubtful {
  readonly nodes: Map<string, RuleNode>;
  readonly links: Set<string>;
  /** Nodes of which not all links are known. */
  readonly ends: Set<string>;
}

export const NO_DOUBT: Doubtful = { nodes: new Map(), links: new Set(), ends: new Set() };
const NO_LINKS: readonly RuleLink[] = [];

export function documentView(document: GraphDocument, doubtful = NO_DOUBT): RuleView {
  const { nodes, dependencies = [] } = document;
  const byId = new Map<string, RuleNode>(nodes.map((node) => [node.id, node]));
  const links = new Set<string>();
  const into = new Map<string, RuleLink[]>();
  for (const link of dependencies) {
    links.add(link.id);
    const list = into.get(link.to);
    if (list) list.push(link);
    else into.set(link.to, [link]);
  }
  return {
    node: (id) => byId.get(id) ?? doubtful.nodes.get(id),
    hasDependency: (id) => links.has(id) || doubtful.links.has(id),
    linksInto: (id) => into.get(id) ?? NO_LINKS,
  };
}

/** The link without what only its end's groups could tell. */
export function judgeable(link: Dependency, doubtful: Doubtful): Dependency {
  if (link.weight === undefined || !doubtful.nodes.has(link.to)) return link;
  const { weight: _, ...rest } = link;
  return rest;
}

export function noteNode(item: unknown, doubtful: Doubtful): void {
  const { id, kind } = (item ?? {}) as Partial<GraphNode>;
  if (typeof id === 'string' && kind) doubtful.nodes.set(id, { id, kind });
}

export function noteLink(item: unknown, doubtful: Doubtful): void {
  const { id, to } = (item ?? {}) as Partial<Dependency>;
  if (typeof id === 'string') doubtful.links.add(id);
  if (typeof to === 'string') doubtful.ends.add(to);
}
