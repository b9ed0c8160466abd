/** A document as the rules see it, whole or with what is left of items that have the wrong shape. */
import type { GraphDocument } from '@msp-impact/contract';
import type { RuleLink, RuleNode, RuleView } from './view.ts';

const NO_LINKS: readonly RuleLink[] = [];

export function documentView({ nodes, dependencies = [] }: GraphDocument): RuleView {
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
    node: (id) => byId.get(id),
    hasDependency: (id) => links.has(id),
    linksInto: (id) => into.get(id) ?? NO_LINKS,
  };
}
