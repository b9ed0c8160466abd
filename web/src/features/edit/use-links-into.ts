/** The links into an entry, with the names of what they come from. */
import type { Dependency, GraphNode } from '@msp-impact/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export interface LinksInto {
  readonly node: GraphNode;
  readonly links: readonly Dependency[];
  /** Not listed here: the server names the first 200. */
  readonly more: number;
  readonly nameOf: (id: string) => string;
}

async function ask(id: string): Promise<LinksInto> {
  const [answer, view] = await Promise.all([
    api.node(id),
    // Names only: without them ids are shown.
    api
      .view({ around: id, direction: 'upstream', depth: 1, show: 'all', budget: 300 })
      .catch(() => undefined),
  ]);
  const names = new Map(view?.nodes.map((node) => [node.id, node.name]));
  return {
    node: answer.item,
    links: answer.reliesOn,
    more: answer.more.reliesOn,
    nameOf: (one) => names.get(one) ?? one,
  };
}

/** Asked anew each time a form opens: what is edited must be what is stored. */
export function useLinksInto(id: string) {
  return useQuery({
    queryKey: ['links-into', id],
    enabled: id !== '',
    staleTime: 0,
    gcTime: 0,
    queryFn: () => ask(id),
  });
}
