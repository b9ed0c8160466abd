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
  // Only in a circle that has not settled can a loss without an origin be left.
  for (const v of lost) if (ws.distance[v] === FAR) ws.cause[v] = FAILED;
  // Binding links run from fewer hops to more, so causes are final in that order.
  for (const v of byDistance(ws, hit)) if (!ws.fixed[v]) bind(ws, v, ws.binding[v], ws.distance[v]);
}

/**
 * Finds the distances of nodes whose levels are final, nearest first (Dijkstra's order, a bucket for
 * each number of hops). A node is looked at again only for a way that would be shorter.
 */
function relax(ws: Workspace, nodes: readonly number[], relaxed: boolean): void {
  const { outStart, outTo } = ws.graph;
  const { waiting, distance } = ws;
  const buckets: number[][] = [];
  const look = (v: number) => {
    const before = distance[v];
    trace(ws, v, relaxed);
    const hops = distance[v];
    if (hops >= before) return;
    buckets[hops] ??= [];
    buckets[hops].push(v);
  };
  for (const v of nodes) waiting[v] = 1;
  for (const v of nodes) look(v);
  // Invariant: distances under `hops` are final.
  for (let hops = 0; hops < buckets.length; hops++) {
    for (const v of buckets[hops] ?? []) {
      if (distance[v] < hops) continue;
      for (let p = outStart[v]; p < outStart[v + 1]; p++) {
        if (waiting[outTo[p]] && distance[outTo[p]] > hops + 1) look(outTo[p]);
      }
    }
  }
  // Now the first link in order among the nearest.
  for (const v of nodes) {
    trace(ws, v, relaxed);
    waiting[v] = 0;
  }
}

/** Nodes with a distance, nearest first. */
function byDistance(ws: Workspace, nodes: readonly number[]): number[] {
  const buckets: number[][] = [];
  for (const v of nodes) {
    if (ws.distance[v] === FAR) continue;
    buckets[ws.distance[v]] ??= [];
    buckets[ws.distance[v]].push(v);
  }
  return buckets.flat();
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
