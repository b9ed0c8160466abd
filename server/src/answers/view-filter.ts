/** Which nodes a picture is about: a neighbourhood, kinds, a search; all of them unless said. */
import { KINDS, reach } from '@msp-impact/engine';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { matchingRows } from './search.ts';
import type { ViewOptions } from './view.ts';

/** Engine nodes. The node that a neighbourhood is around is always among them. */
export function matchingNodes(snapshot: Snapshot, options: ViewOptions): Set<number> {
  const { graph } = snapshot;
  const { kinds, search, around } = options;
  let nodes = neighbourhood(snapshot, options);
  if (kinds && kinds.length > 0) {
    const codes = new Set<number | undefined>(kinds.map((kind) => KINDS.indexOf(kind)));
    nodes = nodes.filter((node) => codes.has(graph.kind[node]));
  }
  if (search?.trim()) {
    const found = new Set(matchingRows(snapshot, search).map((row) => graph.indexOf[row]));
    nodes = nodes.filter((node) => found.has(node));
  }
  const matching = new Set(nodes);
  if (around !== undefined) matching.add(nodeOf(snapshot, around));
  return matching;
}

function neighbourhood(
  snapshot: Snapshot,
  { around, direction = 'both', depth }: ViewOptions,
): number[] {
  const { graph } = snapshot;
  if (around === undefined) return Array.from({ length: graph.nodeCount }, (_, node) => node);
  const node = nodeOf(snapshot, around);
  const ways =
    direction === 'both' ? (['upstream', 'downstream'] as const) : ([direction] as const);
  return [...new Set(ways.flatMap((way) => [...reach(graph, node, way, depth).nodes]))];
}
