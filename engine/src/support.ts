import { ALL, SHARE } from './codes.ts';
import { felt } from './solve/evaluate.ts';
import type { Workspace } from './solve/workspace.ts';

/**
 * Nodes, the target included, that keep the target at the level it has in the workspace: while
 * they keep theirs, no loss elsewhere can lower it. Of a redundant group the members that feel most
 * suffice, as many as it needs; inside circles all members are taken, since there alternatives
 * may only lean on each other. O(nodes found and their links).
 */
export function supportOf(ws: Workspace, target: number): number[] {
  const { groupStart, groupRule, circles } = ws.graph;
  const found = new Set([target]);
  for (const v of found) {
    for (let g = groupStart[v]; g < groupStart[v + 1]; g++) {
      const all = circles.of[v] >= 0 || groupRule[g] === ALL || groupRule[g] === SHARE;
      for (const l of all ? linksOf(ws, g) : best(ws, g)) found.add(ws.graph.from[l]);
    }
  }
  return [...found];
}

/** Links of a group over which anything can be lost. */
function linksOf(ws: Workspace, group: number): number[] {
  const { linkStart } = ws.graph;
  const links: number[] = [];
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) {
    if (ws.strength[l] > 0) links.push(l);
  }
  return links;
}

/** As many links as are needed, those that feel most, and of them those with the least strength. */
function best(ws: Workspace, group: number): number[] {
  const { linkStart, groupNeed } = ws.graph;
  const links: number[] = [];
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) links.push(l);
  links.sort((a, b) => felt(ws, b) - felt(ws, a) || ws.strength[a] - ws.strength[b] || a - b);
  return links.slice(0, groupNeed[group]).filter((l) => ws.strength[l] > 0);
}
