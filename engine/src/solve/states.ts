import { AT_RISK, DEGRADED, DOWN, SAME, UNKNOWN } from '../codes.ts';
import { isRedundant } from '../redundant.ts';
import { felt } from './evaluate.ts';
import type { Workspace } from './workspace.ts';

/** Whether a level under 1 counts as down. Rounding does not keep a node up. */
export function isDown(level: number, downAt: number): boolean {
  return level < 1 && level <= downAt + SAME;
}

/** States of the likely run just spread, with the lists of nodes at risk and unknown. */
export function statesOf(ws: Workspace): {
  state: Uint8Array;
  atRisk: Uint32Array;
  unknown: Uint32Array;
} {
  const { graph, level, hits, hitCount } = ws;
  const state = new Uint8Array(graph.nodeCount);
  const unknown = graph.unrecorded.filter((v) => level[v] === 1 && !ws.fixed[v]);
  for (const v of unknown) state[v] = UNKNOWN;
  for (let i = 0; i < hitCount; i++) {
    const v = hits[i];
    // At 0 it is down whatever it bears: a place of memory less to wait for.
    state[v] = level[v] === 0 || isDown(level[v], graph.downAt[v]) ? DOWN : DEGRADED;
  }
  const atRisk: number[] = [];
  for (const g of ws.risk) {
    const v = graph.groupNode[g];
    if (level[v] < 1 || state[v] === AT_RISK || !isOnEdge(ws, g)) continue;
    state[v] = AT_RISK;
    atRisk.push(v);
  }
  return { state, atRisk: Uint32Array.from(atRisk).sort(), unknown };
}

/** A redundant group with exactly as many healthy members as it needs, the others hit. */
function isOnEdge(ws: Workspace, group: number): boolean {
  const { linkStart, groupNeed, groupRule } = ws.graph;
  const size = linkStart[group + 1] - linkStart[group];
  if (!isRedundant(groupRule[group], groupNeed[group], size)) return false;
  let healthy = 0;
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) if (felt(ws, l) === 1) healthy++;
  return healthy === groupNeed[group];
}
