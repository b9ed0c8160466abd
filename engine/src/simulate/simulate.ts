import type { Graph } from '../graph.ts';
import { evaluate } from '../solve/evaluate.ts';
import { pop, push } from '../solve/queue.ts';
import { nextHour, take } from './agenda.ts';
import { bindGroups, bindNode } from './bind.ts';
import { checkParameters, checkTimeline } from './check-timeline.ts';
import { settleCircle } from './circle.ts';
import { leastDirect } from './direct.ts';
import { followGroups, passOn } from './pass-on.ts';
import { capNode, type Run, runOf } from './run.ts';
import { settle } from './settings.ts';
import { happen, loadShocks } from './shocks.ts';
import type { End, Parameters, Timeline } from './timeline.ts';

/** Levels over time, by engine index: node v has the steps stepStart[v] .. stepStart[v+1]. */
export interface Simulation {
  /** Horizon. */
  hours: number;
  stepStart: Uint32Array;
  /** The first step of a node is at hour 0; only changes follow. */
  stepHour: Float64Array;
  stepLevel: Float64Array;
  /**
   * False: a circle did not settle within its work bound (its levels are then lower bounds), or
   * levels kept changing and the run ended before its horizon.
   */
  settled: boolean;
  /** Things that happened: known ones, and the ends of buffers and lags. */
  events: number;
  /** Cause code of what bound a node when it first was at its lowest; 255: it never fell. */
  cause: Uint8Array;
}

/**
 * Simulates an incident from event to event: cost grows with what changes, not with hours. `end`
 * takes one end of all the graph's ranges; `parameters` replace its values.
 * Throws RangeError naming the place and the value on an index, a level or an hour out of range.
 * O(n + m) to set up and write down, and for the rest O(changes and their links) outside circles;
 * a circle is solved afresh whenever something that it reads changes.
 */
export function simulate(
  graph: Graph,
  timeline: Timeline,
  end: End,
  parameters: Parameters = {},
): Simulation {
  checkTimeline(graph, timeline);
  checkParameters(graph, parameters);
  const run = runOf(graph);
  run.horizon = timeline.hours;
  settle(run, end, parameters);
  const shocks = loadShocks(run, timeline, end, parameters);
  const bound = 2_000_000 + 100 * (graph.nodeCount + graph.linkCount);
  let events = 0;
  for (let hour = nextHour(run.agenda); hour <= run.horizon; hour = nextHour(run.agenda)) {
    run.now = hour;
    events += take(run.agenda, (what) => happen(run, shocks, what));
    sweep(run);
    run.work++;
    if (run.work <= bound) continue;
    run.ws.settled = false;
    break;
  }
  return written(run, events);
}

/** Computes the queued nodes and those they change, in topological order. */
function sweep(run: Run): void {
  const { ws, graph } = run;
  const { of, end } = graph.circles;
  // Invariant: nodes under v that are not queued have their level of this hour.
  for (let v = pop(ws.queue); v >= 0; v = pop(ws.queue)) {
    if (of[v] < 0) settleNode(run, v);
    else {
      skipUnder(run, end[of[v]]);
      settleCircle(run, of[v]);
    }
  }
  ws.queue.from = 0;
}

/** Takes the other members of a circle out of the queue: it is solved whole. */
function skipUnder(run: Run, end: number): void {
  const { queue } = run.ws;
  let v = pop(queue);
  while (v >= 0 && v < end) v = pop(queue);
  if (v >= 0) push(queue, v);
}

/** The level of a node outside circles, of which all that it reads is known. */
function settleNode(run: Run, v: number): void {
  const { ws } = run;
  run.work++;
  const level = ws.level[v];
  const cause = ws.cause[v];
  const computed = run.lag[v] > 0 ? withLag(run, v) : Math.min(ws.cap[v], leastGroup(run, v));
  ws.level[v] = ws.fixed[v] ? ws.pin[v] : computed;
  bindNode(run, v);
  if (run.lag[v] > 0) bindGroups(run, v);
  passOn(run, v, level, cause, -1);
}

/** The level of a node with a restart lag: what its groups give now and what holds it back. */
function withLag(run: Run, v: number): number {
  const groups = leastGroup(run, v);
  followGroups(run, v, groups);
  capNode(run, v);
  return Math.min(groups, run.ws.cap[v]);
}

/** The least of a node's groups, workarounds included. */
function leastGroup({ ws, graph }: Run, v: number): number {
  if (!graph.circles.mixed[v]) return leastDirect(ws, v);
  const cap = ws.cap[v];
  ws.cap[v] = 1;
  const least = evaluate(ws, v);
  ws.cap[v] = cap;
  return least;
}

/** Lists the steps by node. */
function written(run: Run, events: number): Simulation {
  const { graph, levels, ws } = run;
  const n = graph.nodeCount;
  const stepStart = new Uint32Array(n + 1);
  for (let i = 0; i < levels.count; i++) {
    const v = levels.node[i];
    // Before its first step a node is at 1: that is a step of its own unless the first is at hour 0.
    if (levels.before[i] < 0 && levels.hour[i] > 0) stepStart[v + 1]++;
    stepStart[v + 1]++;
  }
  for (let v = 0; v < n; v++) stepStart[v + 1] = stepStart[v] + Math.max(1, stepStart[v + 1]);
  const stepHour = new Float64Array(stepStart[n]);
  const stepLevel = new Float64Array(stepStart[n]).fill(1);
  const next = stepStart.slice(0, n);
  for (let i = 0; i < levels.count; i++) {
    const v = levels.node[i];
    if (levels.before[i] < 0 && levels.hour[i] > 0) next[v]++;
    stepHour[next[v]] = levels.hour[i];
    stepLevel[next[v]++] = levels.level[i];
  }
  const cause = run.worstCause.slice();
  return { hours: run.horizon, stepStart, stepHour, stepLevel, settled: ws.settled, events, cause };
}
