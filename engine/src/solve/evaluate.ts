/** The equations of one node at one instant, over whatever the slots hold. */
import { ALL, ANY, SHARE } from '../codes.ts';
import type { Workspace } from './workspace.ts';

/**
 * What the dependent feels over a link: f = 1 - strength * (1 - delivered), added up so that it is
 * exactly what is delivered at strength 1, and exactly 1 where nothing is lost.
 */
export function felt(ws: Workspace, link: number): number {
  const strength = ws.strength[link];
  return 1 - strength + strength * ws.level[ws.source[link]];
}

/** The level of a node without its observation: the least of its own outage and its groups. */
export function evaluate(ws: Workspace, node: number): number {
  const { groupStart } = ws.graph;
  let least = ws.cap[node];
  for (let g = groupStart[node]; g < groupStart[node + 1]; g++) {
    const value = coveredValue(ws, g);
    if (value < least) least = value;
  }
  return least;
}

/** As evaluate, past groups that have lost no more than they can spare. Outside circles only. */
export function evaluateHurt(ws: Workspace, node: number): number {
  const { groupStart } = ws.graph;
  const { tally, stamp } = ws;
  let least = ws.cap[node];
  for (let g = groupStart[node]; g < groupStart[node + 1]; g++) {
    if (tally[2 * g] <= stamp + tally[2 * g + 1]) continue;
    const value = coveredValue(ws, g);
    if (value < least) least = value;
  }
  return least;
}

/** A group's value, or what the best workaround for it gives: h. */
export function coveredValue(ws: Workspace, group: number): number {
  let value = groupValue(ws, group);
  if (!ws.aids || value === 1) return value;
  const { groupStart, byGroup } = ws.graph.aids;
  const { aidSlot } = ws.graph.circles;
  for (let i = groupStart[group]; i < groupStart[group + 1]; i++) {
    const w = byGroup[i];
    const given = ws.capacity[w] * ws.level[aidSlot[w]];
    if (given > value) value = given;
  }
  return value;
}

/** all: min f; any: max f; atLeast: k-th largest f; share: sum of w * f. */
export function groupValue(ws: Workspace, group: number): number {
  const rule = ws.rule[group];
  if (rule === ALL) return leastFelt(ws, group);
  if (rule === ANY) return greatestFelt(ws, group);
  return rule === SHARE ? shareFelt(ws, group) : rankedFelt(ws, group);
}

function leastFelt(ws: Workspace, group: number): number {
  const { strength, level, source } = ws;
  const { linkStart } = ws.graph;
  let least = 1;
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) {
    const f = 1 - strength[l] + strength[l] * level[source[l]];
    if (f < least) least = f;
  }
  return least;
}

function greatestFelt(ws: Workspace, group: number): number {
  const { strength, level, source } = ws;
  const { linkStart } = ws.graph;
  let greatest = 0;
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) {
    const f = 1 - strength[l] + strength[l] * level[source[l]];
    if (f > greatest) greatest = f;
  }
  return greatest;
}

/** Sums the losses, so that a group that lost nothing is exactly 1. Rounding never passes 0. */
function shareFelt(ws: Workspace, group: number): number {
  const { strength, level, source } = ws;
  const { linkStart, weight } = ws.graph;
  let lost = 0;
  for (let l = linkStart[group]; l < linkStart[group + 1]; l++) {
    lost += weight[l] * strength[l] * (1 - level[source[l]]);
  }
  return lost > 1 - 1e-12 ? 0 : 1 - lost;
}

/** The k-th largest, by insertion; O(members * k), or a sort in large groups. */
function rankedFelt(ws: Workspace, group: number): number {
  const { strength, level, source, scratch } = ws;
  const { linkStart, groupNeed } = ws.graph;
  const begin = linkStart[group];
  const size = linkStart[group + 1] - begin;
  const sorted = size > 24;
  for (let i = 0; i < size; i++) {
    const l = begin + i;
    const f = 1 - strength[l] + strength[l] * level[source[l]];
    let at = i;
    // Invariant: scratch[0 .. i-1] is descending in small groups.
    for (; !sorted && at > 0 && scratch[at - 1] < f; at--) scratch[at] = scratch[at - 1];
    scratch[at] = f;
  }
  if (!sorted) return scratch[groupNeed[group] - 1];
  return scratch.subarray(0, size).sort()[size - groupNeed[group]];
}
