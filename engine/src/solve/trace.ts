/** Why a node is hit: the link that binds it, and so the way back to the outage. */
import { FAILED, SEVERED, SHARE } from '../codes.ts';
import { coveredValue, felt, groupValue } from './evaluate.ts';
import type { Workspace } from './workspace.ts';

/** Distance of a node from which no outage has been found yet. */
const FAR = 0x7fffffff;

/**
 * Finds the binding link of a hit node: its own outage first in a tie (-1), else, over the groups
 * that attain its level and in them the links that attain the group's value, the one with the
 * fewest hops to an outage; ties by the order of groups and links. A workaround's node never binds.
 * `relaxed`: any link that feels a loss in any group under 1 will do.
 * Needs the distances of its providers; sets binding, distance and cause of the node.
 */
export function trace(ws: Workspace, v: number, relaxed: boolean): void {
  if (ws.fixed[v]) {
    bind(ws, v, -1, 0);
    ws.cause[v] = causeUpstream(ws, v);
    return;
  }
  const { groupStart } = ws.graph;
  let least = ws.cap[v];
  let link = -1;
  let hops = least < 1 ? 0 : FAR;
  const own = least;
  for (let g = groupStart[v]; g < groupStart[v + 1]; g++) {
    const value = coveredValue(ws, g);
    if (value >= own || (!relaxed && value > least)) continue;
    if (!relaxed && value < least) {
      least = value;
      hops = FAR;
      link = -1;
    }
    const found = nearest(ws, g, relaxed);
    if (found < 0 || hopsOver(ws, found) >= hops) continue;
    link = found;
    hops = hopsOver(ws, found);
  }
  bind(ws, v, link, hops);
}

/** Sets how a node is bound; its cause is that of what binds it. */
export function bind(ws: Workspace, v: number, link: number, hops: number): void {
  ws.binding[v] = link;
  ws.distance[v] = hops;
  if (link < 0) ws.cause[v] = ws.ownCause[v];
  else if (ws.source[link] === ws.graph.nodeCount) ws.cause[v] = SEVERED;
  else ws.cause[v] = ws.cause[ws.graph.from[link]];
}

/** Hops from the dependent of a link back to an outage; a severed link is one itself. */
function hopsOver(ws: Workspace, link: number): number {
  if (ws.source[link] === ws.graph.nodeCount) return 0;
  const before = ws.graph.from[link];
  return ws.level[before] < 1 && ws.distance[before] < FAR ? ws.distance[before] + 1 : FAR;
}

/** The nearest of the links that attain the group's value; -1 when none leads to an outage yet. */
function nearest(ws: Workspace, group: number, relaxed: boolean): number {
  const { linkStart, groupRule, weight } = ws.graph;
  const share = groupRule[group] === SHARE;
  const value = share ? greatestLoss(ws, group) : groupValue(ws, group);
  let link = -1;
  let hops = FAR;
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) {
    const f = felt(ws, l);
    if (f >= 1 || (!relaxed && (share ? weight[l] * (1 - f) : f) !== value)) continue;
    const found = hopsOver(ws, l);
    if (found >= hops) continue;
    hops = found;
    link = l;
  }
  return link;
}

/** In a share group the link that takes most binds. */
function greatestLoss(ws: Workspace, group: number): number {
  const { linkStart, weight } = ws.graph;
  let greatest = 0;
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) {
    greatest = Math.max(greatest, weight[l] * (1 - felt(ws, l)));
  }
  return greatest;
}

/**
 * Binds the hit members of one circle, all of whose levels are final. First along links that attain
 * the level. Members bound only by each other then take any link that feels a loss in a group under
 * 1. Those lead to an origin: were S a set of hit members closed backwards under such links and
 * without outage, observation and severed link, every other link into its hurt groups would be felt
 * at 1, and by induction each round of the climb before any outage would lie under the levels of S;
 * that climb ends at 1, so S would not be hit.
 */
export function traceCircle(ws: Workspace, hit: readonly number[]): void {
  for (const v of hit) ws.distance[v] = FAR;
  relax(ws, hit, false);
  const lost = hit.filter((v) => ws.distance[v] === FAR);
  if (lost.length > 0) relax(ws, lost, true);
  // Binding links run from fewer hops to more, so causes are final in that order.
  const near = hit.slice().sort((a, b) => ws.distance[a] - ws.distance[b]);
  for (const v of near) if (!ws.fixed[v]) bind(ws, v, ws.binding[v], ws.distance[v]);
}

/** Shortens distances until none can be shortened. Hops only fall, so it ends. */
function relax(ws: Workspace, nodes: readonly number[], relaxed: boolean): void {
  const { outStart, outLink, to } = ws.graph;
  const { waiting } = ws;
  const queue = nodes.slice();
  for (const v of nodes) waiting[v] = 2;
  for (let i = 0; i < queue.length; i++) {
    const v = queue[i];
    waiting[v] = 1;
    const before = ws.distance[v];
    trace(ws, v, relaxed);
    if (ws.distance[v] >= before) continue;
    for (let p = outStart[v]; p < outStart[v + 1]; p++) {
      const u = to[outLink[p]];
      if (waiting[u] !== 1) continue;
      waiting[u] = 2;
      queue.push(u);
    }
  }
  // Distances are final: the first link in order among the nearest.
  for (const v of nodes) {
    trace(ws, v, relaxed);
    waiting[v] = 0;
  }
}

/** Cause of an observed loss: the nearest outage or severed link upstream, else it failed itself. */
function causeUpstream(ws: Workspace, node: number): number {
  const { graph } = ws;
  const seen = new Set([node]);
  for (const v of seen) {
    if (ws.cap[v] < 1) return ws.ownCause[v];
    for (let l = graph.inStart[v]; l < graph.inStart[v + 1]; l++) {
      if (ws.source[l] === graph.nodeCount) return SEVERED;
      seen.add(graph.from[l]);
    }
  }
  return FAILED;
}
