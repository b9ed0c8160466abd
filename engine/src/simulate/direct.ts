import type { Workspace } from '../solve/workspace.ts';

/** Hops beyond which no more are counted; a circle that has not settled knows none. */
const MANY = 0x7ffffffe;

/**
 * The least of the groups of a node whose links are all required and have no workaround, and in the
 * same pass what binds it: in `binding` and `distance`, the link with the fewest hops to an outage
 * among those that attain the least, then the first (-1 when nothing is lost). As evaluate and trace,
 * at a fraction of the cost.
 */
export function leastDirect(ws: Workspace, v: number): number {
  const { strength, level, source, distance } = ws;
  const { inStart, from, nodeCount } = ws.graph;
  let [least, link, hops] = [1, -1, 0];
  for (let l = inStart[v], end = inStart[v + 1]; l < end; l++) {
    const f = 1 - strength[l] + strength[l] * level[source[l]];
    if (f >= 1 || f > least) continue;
    const found = source[l] === nodeCount ? 0 : Math.min(distance[from[l]], MANY) + 1;
    if (f === least && found >= hops) continue;
    least = f;
    link = l;
    hops = found;
  }
  ws.binding[v] = link;
  ws.distance[v] = hops;
  return least;
}
