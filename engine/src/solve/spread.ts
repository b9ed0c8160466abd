import { DIRECT } from '../graph.ts';
import { workBound } from '../work-bound.ts';
import { climb } from './climb.ts';
import { evaluateHurt } from './evaluate.ts';
import { SHARP } from './grades.ts';
import { pop, push } from './queue.ts';
import { bind, trace, traceCircle } from './trace.ts';
import { LINKS, MOST_HOPS, setLevel, type Workspace } from './workspace.ts';

/**
 * Spreads the loaded question over the graph, from the seeds upwards in topological order; a node
 * is looked at only when one of its groups has lost more than it can spare. Afterwards `hits` holds
 * the nodes under 1 and `level` their levels. Nodes above `last` are left out.
 * O(nodes hit and their links); inside circles see climb.
 */
export function spread(ws: Workspace, last: number = ws.graph.nodeCount - 1): void {
  seed(ws);
  const circleOf = ws.graph.circles.of;
  // Invariant: nodes under v that are not queued have their final level.
  for (let v = pop(ws.queue); v >= 0; v = pop(ws.queue)) {
    if (v > last) {
      drain(ws, v);
      return;
    }
    if (circleOf[v] >= 0) spreadCircle(ws, v);
    else if (settle(ws, v)) spreadOut(ws, v);
  }
}

/** Forgets v and what is queued after it. */
function drain(ws: Workspace, v: number): void {
  for (let u = v; u >= 0; u = pop(ws.queue)) ws.bounds[2 * u] = 1;
}

function seed(ws: Workspace): void {
  const { graph } = ws;
  for (const v of ws.capped) if (ws.level[v] === 1) push(ws.queue, v);
  for (const v of ws.pinned) push(ws.queue, v);
  for (const l of ws.severed) {
    if (ws.strength[l] === 0) continue;
    push(ws.queue, graph.to[l]);
    lose(ws, graph.groupOf[l]);
    if (!graph.circles.mixed[graph.to[l]]) bound(ws, graph.to[l], 1 - ws.strength[l], l);
  }
}

/** Gives a node outside circles its final level. Returns whether it is hit. */
function settle(ws: Workspace, v: number): boolean {
  const { cap, bounds, fixed } = ws;
  const { mixed } = ws.graph.circles;
  const felt = bounds[2 * v];
  bounds[2 * v] = 1;
  let level = Math.min(cap[v], felt);
  if (mixed[v]) level = Math.min(level, evaluateHurt(ws, v));
  if (fixed[v]) level = ws.pin[v];
  if (level >= 1) return false;
  ws.level[v] = level;
  ws.hits[ws.hitCount++] = v;
  if (!ws.traced) return true;
  if (mixed[v] || fixed[v]) trace(ws, v, false);
  else if (cap[v] <= felt) bind(ws, v, -1, 0);
  else bindLeast(ws, v);
  return true;
}

function bindLeast(ws: Workspace, v: number): void {
  const tie = ws.bounds[2 * v + 1];
  const hops = Math.floor(tie / LINKS);
  bind(ws, v, tie - hops * LINKS, hops);
}

/**
 * Bounds a node by what it feels over a direct link. Among equals the nearest to an outage binds,
 * then the first in order, as in trace: the least `tie`, hops * LINKS + link. Queues the node at the
 * first loss that it feels.
 */
function bound(ws: Workspace, v: number, felt: number, tie: number): void {
  const { bounds } = ws;
  const least = bounds[2 * v];
  if (felt > least || felt === 1) return;
  if (felt === least && tie >= bounds[2 * v + 1]) return;
  bounds[2 * v] = felt;
  bounds[2 * v + 1] = tie;
  if (least === 1) push(ws.queue, v);
}

/** Counts a loss in a group and queues its node once the group cannot spare it. */
export function lose(ws: Workspace, group: number): void {
  const { tally, stamp } = ws;
  const i = 2 * group;
  const before = tally[i];
  const losses = Math.max(before, stamp) + 1;
  tally[i] = losses;
  const over = losses - stamp - tally[i + 1];
  if (over > 0) push(ws.queue, ws.graph.groupNode[group]);
  else if (over === 0 && ws.traced) ws.risk.push(group);
}

/**
 * Passes the loss of v on to all that rely on it, outside the circle just solved and
 * but for nodes of the grade `done` or more. A severed link has been counted already.
 */
export function spreadOut(
  ws: Workspace,
  v: number,
  circle = -1,
  grade: Uint8Array | null = null,
  done: number = SHARP,
): void {
  const { outStart, outLink, outGroup, outTo, nodeCount, circles } = ws.graph;
  const { outCounted } = circles;
  const { outStrength, traced } = ws;
  const bit = 1 << ws.end;
  const cut = ws.severed.length > 0;
  const level = ws.level[v];
  const hops = traced ? Math.min(ws.distance[v] + 1, MOST_HOPS) * LINKS : 0;
  for (let p = outStart[v], end = outStart[v + 1]; p < end; p++) {
    const how = outCounted[p];
    if ((how & bit) === 0) continue;
    if (cut && ws.source[outLink[p]] === nodeCount) continue;
    if (circle >= 0 && circles.of[outTo[p]] === circle) continue;
    if (grade !== null && grade[outTo[p]] >= done) continue;
    if ((how & DIRECT) === 0) {
      lose(ws, outGroup[p]);
      continue;
    }
    const strength = outStrength[p];
    const tie = traced ? hops + outLink[p] : 0;
    bound(ws, outTo[p], 1 - strength + strength * level, tie);
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
  const hit = Array.from(Uint32Array.from(mayFall.filter((u) => ws.level[u] < 1)).sort());
  for (const u of hit) ws.hits[ws.hitCount++] = u;
  if (ws.traced) traceCircle(ws, hit);
  for (const u of mayFall) riskOf(ws, u);
  for (const u of hit) riskAround(ws, u, c);
  for (const u of hit) spreadOut(ws, u, c);
}

/**
 * Members of the circle that may fall: those queued, then those whose ground leans on one that may
 * fall. All others keep level 1: by induction over the rounds of Circles.rank their ground stands.
 */
function fallen(ws: Workspace, first: number, end: number): number[] {
  const found: number[] = [];
  const { inside } = ws;
  const enter = (v: number) => {
    if (inside[v]) return;
    if (ws.fixed[v] && ws.pin[v] >= 1) {
      riskOf(ws, v);
      return;
    }
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
  if (!ws.traced) return;
  const { groupStart } = ws.graph;
  for (let g = groupStart[v]; g < groupStart[v + 1]; g++) ws.risk.push(g);
}

/** Groups inside the circle that a member's loss may have brought to the edge. */
function riskAround(ws: Workspace, v: number, circle: number): void {
  if (!ws.traced) return;
  const { outStart, outGroup, outTo, circles } = ws.graph;
  for (let p = outStart[v]; p < outStart[v + 1]; p++) {
    if (circles.of[outTo[p]] === circle) ws.risk.push(outGroup[p]);
  }
}
