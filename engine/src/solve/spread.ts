import { workBound } from '../work-bound.ts';
import { climb } from './climb.ts';
import { evaluateHurt } from './evaluate.ts';
import { pop, push } from './queue.ts';
import { trace, traceCircle } from './trace.ts';
import { setLevel, type Workspace } from './workspace.ts';

/**
 * Spreads the loaded question over the graph, from the seeds upwards in topological order; a node
 * is looked at only when one of its groups has lost more than it can spare. Afterwards `hits` holds
 * the nodes under 1 and `level` their levels. Nodes above `last` are left out.
 * O(nodes hit and their links); inside circles see climb.
 */
export function spread(ws: Workspace, last: number = ws.graph.nodeCount - 1): void {
  seed(ws);
  const { queue, fixed, pin } = ws;
  const circleOf = ws.graph.circles.of;
  // Invariant: nodes under v that are not queued have their final level.
  for (let v = pop(queue); v >= 0; v = pop(queue)) {
    if (v > last) {
      drain(ws);
      return;
    }
    if (circleOf[v] >= 0) {
      spreadCircle(ws, v);
      continue;
    }
    const level = fixed[v] ? pin[v] : evaluateHurt(ws, v);
    if (level >= 1) continue;
    ws.level[v] = level;
    ws.hits[ws.hitCount++] = v;
    if (ws.traced) trace(ws, v, false);
    spreadOut(ws, v);
  }
}

function drain(ws: Workspace): void {
  let v = 0;
  while (v >= 0) v = pop(ws.queue);
}

function seed(ws: Workspace): void {
  const { graph } = ws;
  for (const v of ws.capped) push(ws.queue, v);
  for (const v of ws.pinned) push(ws.queue, v);
  for (const l of ws.severed) if (ws.strength[l] > 0) push(ws.queue, graph.to[l]);
  for (const l of ws.severed) if (ws.strength[l] > 0) lose(ws, graph.groupOf[l]);
}

/** Counts a loss in a group and queues its node once the group cannot spare it. */
export function lose(ws: Workspace, group: number): void {
  const { tally, stamp } = ws;
  const i = 2 * group;
  const losses = Math.max(tally[i], stamp) + 1;
  tally[i] = losses;
  const over = losses - stamp - tally[i + 1];
  if (over > 0) push(ws.queue, ws.graph.groupNode[group]);
  else if (over === 0) ws.risk.push(group);
}

/** Counts the loss of v with all that rely on it. A severed link has been counted already. */
function spreadOut(ws: Workspace, v: number): void {
  const { outStart, outLink, outGroup, nodeCount, circles } = ws.graph;
  const { outCounted } = circles;
  const bit = 1 << ws.end;
  const cut = ws.severed.length > 0;
  for (let p = outStart[v]; p < outStart[v + 1]; p++) {
    if ((outCounted[p] & bit) === 0) continue;
    if (cut && ws.source[outLink[p]] === nodeCount) continue;
    lose(ws, outGroup[p]);
  }
}

/** Solves the circle of v, of which every node that may start to fall is queued. */
function spreadCircle(ws: Workspace, v: number): void {
  const { circles } = ws.graph;
  const c = circles.of[v];
  const mayFall = fallen(ws, v, circles.end[c]);
  const free = mayFall.filter((u) => !ws.fixed[u]);
  for (const u of mayFall) {
    if (!ws.fixed[u]) continue;
    ws.inside[u] = 0;
    setLevel(ws, u, ws.pin[u]);
  }
  const size = circles.end[c] - circles.first[c];
  if (free.length > 0 && !climb(ws, free, workBound(size))) ws.settled = false;
  for (const u of free) ws.inside[u] = 0;
  const hit = mayFall.filter((u) => ws.level[u] < 1).sort((a, b) => a - b);
  for (const u of hit) ws.hits[ws.hitCount++] = u;
  if (ws.traced) traceCircle(ws, hit);
  for (const u of mayFall) riskOf(ws, u);
  for (const u of hit) leaveCircle(ws, u, c);
}

/**
 * Members of the circle that may fall: those queued, then those whose ground leans on one that may
 * fall. All others keep level 1: by induction over the rounds of Circles.rank their ground stands.
 */
function fallen(ws: Workspace, first: number, end: number): number[] {
  const found: number[] = [];
  const { inside } = ws;
  const enter = (v: number) => {
    if (inside[v] || (ws.fixed[v] && ws.pin[v] >= 1)) return;
    inside[v] = 1;
    found.push(v);
  };
  enter(first);
  for (let i = 0; ; i++) {
    for (let v = popUnder(ws, end); v >= 0; v = popUnder(ws, end)) enter(v);
    if (i >= found.length) break;
    loseInside(ws, found[i], ws.graph.circles.of[first]);
  }
  return found;
}

/** The least queued node under `end`, -1 when there is none. */
function popUnder(ws: Workspace, end: number): number {
  const v = pop(ws.queue);
  if (v < end) return v;
  push(ws.queue, v);
  return -1;
}

function loseInside(ws: Workspace, v: number, circle: number): void {
  const { outStart, outLink, outGroup, nodeCount, to, circles } = ws.graph;
  for (let p = outStart[v]; p < outStart[v + 1]; p++) {
    const l = outLink[p];
    if (circles.of[to[l]] !== circle || !(circles.outCounted[p] & (1 << ws.end))) continue;
    if (ws.source[l] !== nodeCount) lose(ws, outGroup[p]);
  }
}

/** Inside a circle losses were counted ahead of knowing them: all its groups are looked at again. */
function riskOf(ws: Workspace, v: number): void {
  const { groupStart } = ws.graph;
  for (let g = groupStart[v]; g < groupStart[v + 1]; g++) ws.risk.push(g);
}

/** Counts the loss of a member with all outside; inside, groups may have come to the edge. */
function leaveCircle(ws: Workspace, v: number, circle: number): void {
  const { outStart, outLink, outGroup, nodeCount, to, circles } = ws.graph;
  for (let p = outStart[v]; p < outStart[v + 1]; p++) {
    const l = outLink[p];
    if (circles.of[to[l]] === circle) ws.risk.push(outGroup[p]);
    else if (circles.outCounted[p] & (1 << ws.end) && ws.source[l] !== nodeCount) {
      lose(ws, outGroup[p]);
    }
  }
}
