/** Which nodes a picture is about: a neighbourhood, kinds, a search; all of them unless said. */
import { KINDS, reach } from '@msp-impact/engine';
import { nodeOf } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { NodeMask } from '../node-mask.ts';
import { matchingRows } from '../search.ts';
import type { ViewOptions } from './options.ts';

/** The node that a neighbourhood is around is always among them. */
export function matchingNodes(snapshot: Snapshot, options: ViewOptions): NodeMask {
  const { graph } = snapshot;
  const { kinds, search, around } = options;
  let matching = neighbourhood(snapshot, options);
  if (kinds && kinds.length > 0) {
    const codes = new Set<number | undefined>(kinds.map((kind) => KINDS.indexOf(kind)));
    matching = matching.filter((node) => codes.has(graph.kind[node]));
  }
  if (search?.trim()) {
    const rows = matchingRows(snapshot, search);
    const found = new NodeMask(
      graph,
      rows.map((row) => graph.indexOf[row] as number),
    );
    matching = matching.filter((node) => found.has(node));
  }
  if (around !== undefined) matching.add(nodeOf(snapshot, around));
  return matching;
}

function neighbourhood(
  snapshot: Snapshot,
  { around, direction = 'both', depth }: ViewOptions,
): NodeMask {
  const { graph } = snapshot;
  if (around === undefined) return NodeMask.all(graph);
  const node = nodeOf(snapshot, around);
  const ways = direction === 'both' ? (['upstream', 'downstream'] as const) : [direction];
  const mask = new NodeMask(graph);
  for (const way of ways) for (const one of reach(graph, node, way, depth).nodes) mask.add(one);
  return mask;
}
