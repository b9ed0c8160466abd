import { NO_CAUSE, SAME } from '../codes.ts';
import { climb } from '../solve/climb.ts';
import { evaluate } from '../solve/evaluate.ts';
import { traceCircle } from '../solve/trace.ts';
import { setLevel } from '../solve/workspace.ts';
import { workBound } from '../work-bound.ts';
import { bindGroups } from './bind.ts';
import { fallible } from './fallible.ts';
import { followGroups, passOn } from './pass-on.ts';
import { capNode, type Run } from './run.ts';

/**
 * Circles carry rounding from round to round: a level that moved less than this has not moved, or
 * its echo would come back over every buffer and lag for ever.
 */
const STILL = SAME / 10;

/** Solves a circle at this hour, afresh, with the past of its buffers and lags as constants. */
export function settleCircle(run: Run, c: number): void {
  const { ws, graph } = run;
  const first = graph.circles.first[c];
  const end = graph.circles.end[c];
  const causes = ws.cause.slice(first, end);
  let buffered = false;
  for (let v = first; v < end; v++) if (holdPast(run, v, c)) buffered = true;
  const free = fallible(run, c);
  run.work += end - first;
  // From here on what a member delivers over a buffer follows its level.
  ws.relay = buffered ? (slot) => relay(run, c, slot) : null;
  for (let v = first; v < end; v++) {
    if (ws.fixed[v]) put(run, v, ws.pin[v]);
    else if (!ws.inside[v]) put(run, v, 1);
  }
  if (free.length > 0 && !climb(ws, free, workBound(end - first))) {
    ws.settled = false;
    run.work += Math.ceil(workBound(end - first) / 10);
  }
  for (const v of free) ws.inside[v] = 0;
  for (let v = first; v < end; v++) {
    if (Math.abs(ws.level[v] - run.previous[v]) <= STILL) put(run, v, run.previous[v]);
  }
  ws.relay = null;
  for (let v = first; v < end; v++) if (run.lag[v] > 0) followMember(run, v);
  bindMembers(run, first, end);
  for (let v = first; v < end; v++) passOn(run, v, run.previous[v], causes[v - first], c);
}

/**
 * Makes the hour just before count as past: what a member delivered, and what its groups gave.
 * Returns whether it delivers over a buffer inside the circle.
 */
function holdPast(run: Run, v: number, c: number): boolean {
  const { ws, graph, buffer, floor } = run;
  run.previous[v] = ws.level[v];
  let buffered = false;
  for (let p = graph.outStart[v]; p < graph.outStart[v + 1]; p++) {
    const l = graph.outLink[p];
    if (!(buffer[l] > 0) || graph.circles.of[graph.outTo[p]] !== c) continue;
    buffered = true;
    if (run.now + buffer[l] > run.now) floor[l] = Math.max(floor[l], ws.level[v]);
  }
  if (run.now + run.lag[v] > run.now) capByGroups(run, v);
  return buffered;
}

function capByGroups(run: Run, v: number): void {
  const { ws } = run;
  capNode(run, v);
  if (run.groupsNow[v] >= ws.cap[v]) return;
  ws.cap[v] = run.groupsNow[v];
  ws.ownCause[v] = run.groupsCause[v];
}

/** Sets a level in both slots, and in what the member delivers over buffers. */
function put(run: Run, v: number, level: number): void {
  const { ws, graph } = run;
  setLevel(ws, v, level);
  if (!ws.relay) return;
  ws.relay(v);
  if (graph.circles.upperSlot[v] !== v) ws.relay(graph.circles.upperSlot[v]);
}

/** Links with a buffer that read this slot deliver what is in it, or what still lasts. */
function relay(run: Run, c: number, slot: number): void {
  const { ws, graph, buffer, floor, firstDelivered } = run;
  const v = run.nodeOfSlot[slot];
  for (let p = graph.outStart[v]; p < graph.outStart[v + 1]; p++) {
    const l = graph.outLink[p];
    if (!(buffer[l] > 0) || graph.circles.of[graph.outTo[p]] !== c || ws.base[l] !== slot) continue;
    ws.level[firstDelivered + l] = Math.max(ws.level[slot], floor[l]);
  }
}

function followMember(run: Run, v: number): void {
  run.ws.cap[v] = 1;
  const now = evaluate(run.ws, v);
  if (Math.abs(now - run.groupsNow[v]) > STILL) followGroups(run, v, now);
  capNode(run, v);
}

function bindMembers(run: Run, first: number, end: number): void {
  const { ws } = run;
  const hit: number[] = [];
  for (let v = first; v < end; v++) {
    if (ws.level[v] < 1) hit.push(v);
    else ws.cause[v] = NO_CAUSE;
  }
  if (hit.length > 0) traceCircle(ws, hit);
  if (hit.filter((v) => leansOnItself(run, v)).length > 0) traceCircle(ws, hit);
  for (let v = first; v < end; v++) if (run.lag[v] > 0) bindGroups(run, v);
}

/**
 * Members with lags can keep each other down when the outage is long over: none of them sees its
 * groups rise. Such a member counts as an origin, with the cause that brought it down.
 */
function leansOnItself(run: Run, v: number): boolean {
  const { ws } = run;
  if (ws.distance[v] <= run.graph.nodeCount || run.groupsNow[v] >= ws.cap[v]) return false;
  ws.cap[v] = run.groupsNow[v];
  ws.ownCause[v] = run.groupsCause[v];
  return true;
}
