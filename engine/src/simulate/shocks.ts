/** What is known beforehand: outages, cuts, observations and workarounds, entered in the agenda. */
import { NO_CAUSE } from '../codes.ts';
import { push } from '../solve/queue.ts';
import { schedule } from './agenda.ts';
import { greatestPast, leastPast } from './history.ts';
import { capNode, type Run, setSource } from './run.ts';
import { aidsAt } from './settings.ts';
import type { End, Parameters, Timeline } from './timeline.ts';

/** Kinds of agenda entries; an entry is index * KINDS + kind. */
export const KINDS = 8;
export const BUFFER_ENDS = 0;
export const LAG_ENDS = 1;
const OUTAGE = 2;
const CUT = 3;
const MENDED = 4;
const SEEN = 5;
const FORGOTTEN = 6;
const AID = 7;

interface Step {
  outage: number;
  level: number;
}

/** The known events, and the state that they change. */
export interface Shocks {
  timeline: Timeline;
  steps: Step[];
  /** Level of each outage now, and the outages of each node that has any. */
  level: Float64Array;
  outagesOf: Map<number, number[]>;
  /** 1 while an observation is in force. */
  inForce: Uint8Array;
  observationsOf: Map<number, number[]>;
  /** Level of each workaround while it works. */
  capacity: Float64Array;
}

/** Enters everything known up to the horizon. */
export function loadShocks(run: Run, timeline: Timeline, end: End, given: Parameters): Shocks {
  const { outages, severed, observed } = timeline;
  const shocks: Shocks = {
    timeline,
    steps: [],
    level: new Float64Array(outages.length).fill(1),
    outagesOf: byNode(outages),
    inForce: new Uint8Array(observed.length),
    observationsOf: byNode(observed),
    capacity: new Float64Array(0),
  };
  outages.forEach((_, i) => {
    loadSteps(run, shocks, i);
  });
  severed.forEach(({ from, until }, i) => {
    enterSpan(run, from, until, i, CUT, MENDED);
  });
  observed.forEach(({ from, until }, i) => {
    enterSpan(run, from, until, i, SEEN, FORGOTTEN);
  });
  run.ws.aids = timeline.workarounds && run.graph.aids.count > 0;
  if (run.ws.aids) loadAids(run, shocks, end, given);
  return shocks;
}

function byNode(list: readonly { node: number }[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  list.forEach(({ node }, i) => {
    const own = found.get(node);
    if (own) own.push(i);
    else found.set(node, [i]);
  });
  return found;
}

/** Of several steps at one hour the last counts. */
function loadSteps(run: Run, shocks: Shocks, outage: number): void {
  const steps = shocks.timeline.outages[outage].steps.slice().sort((a, b) => a.hour - b.hour);
  steps.forEach(({ hour, level }, i) => {
    if (steps[i + 1]?.hour === hour) return;
    enter(run, hour, shocks.steps.length, OUTAGE);
    shocks.steps.push({ outage, level });
  });
}

function loadAids(run: Run, shocks: Shocks, end: End, given: Parameters): void {
  const { capacity, from, until } = aidsAt(run, end, given);
  const { declared } = shocks.timeline;
  shocks.capacity = capacity;
  for (let w = 0; w < capacity.length; w++) {
    // Both turns are one kind of event: it flips whether the workaround works.
    enterSpan(run, declared + from[w], declared + until[w], w, AID, AID);
  }
}

/** Enters both ends of [from, until), unless it is empty. */
function enterSpan(
  run: Run,
  from: number,
  until: number,
  index: number,
  begins: number,
  ends: number,
): void {
  if (!(until > from)) return;
  enter(run, from, index, begins);
  enter(run, until, index, ends);
}

function enter(run: Run, hour: number, index: number, kind: number): void {
  if (hour <= run.horizon) schedule(run.agenda, hour, index * KINDS + kind);
}

/** Carries out one entry of the agenda and queues the nodes that it may change. */
export function happen(run: Run, shocks: Shocks, what: number): void {
  const index = Math.floor(what / KINDS);
  const kind = what % KINDS;
  if (kind === BUFFER_ENDS) endBuffer(run, index);
  else if (kind === LAG_ENDS) endLag(run, index);
  else if (kind === OUTAGE) stepOutage(run, shocks, shocks.steps[index]);
  else if (kind === AID) turnAid(run, shocks, index);
  else if (kind === CUT || kind === MENDED) {
    cut(run, shocks.timeline.severed[index].link, kind === CUT ? 1 : -1);
  } else observe(run, shocks, index, kind === SEEN);
}

function endBuffer(run: Run, link: number): void {
  const { ws, graph, floor, firstDelivered } = run;
  const from = graph.from[link];
  floor[link] = greatestPast(run.levels, from, run.buffer[link], run.now);
  const delivered = Math.max(ws.level[from], floor[link]);
  if (delivered === ws.level[firstDelivered + link]) return;
  ws.level[firstDelivered + link] = delivered;
  if (run.cuts[link] === 0) push(ws.queue, graph.to[link]);
}

function endLag(run: Run, v: number): void {
  run.hold[v] = leastPast(run.groups, v, run.lag[v], run.now);
  capNode(run, v);
  push(run.ws.queue, v);
}

/** The lowest of a node's outages counts; of equals the cause with the lower code. */
function stepOutage(run: Run, shocks: Shocks, { outage, level }: Step): void {
  const { outages } = shocks.timeline;
  const v = outages[outage].node;
  shocks.level[outage] = level;
  run.own[v] = 1;
  run.shock[v] = NO_CAUSE;
  for (const i of shocks.outagesOf.get(v) ?? []) {
    const [lower, { cause }] = [shocks.level[i], outages[i]];
    if (lower > run.own[v] || (lower === run.own[v] && cause >= run.shock[v])) continue;
    run.own[v] = lower;
    run.shock[v] = cause;
  }
  capNode(run, v);
  push(run.ws.queue, v);
}

function cut(run: Run, link: number, more: number): void {
  run.cuts[link] += more;
  setSource(run, link);
  push(run.ws.queue, run.graph.to[link]);
}

function observe(run: Run, shocks: Shocks, index: number, seen: boolean): void {
  const { ws } = run;
  const { observed } = shocks.timeline;
  const v = observed[index].node;
  shocks.inForce[index] = seen ? 1 : 0;
  const levels = (shocks.observationsOf.get(v) ?? [])
    .filter((i) => shocks.inForce[i])
    .map((i) => observed[i].level);
  ws.fixed[v] = levels.length > 0 ? 1 : 0;
  ws.pin[v] = Math.min(1, ...levels);
  push(ws.queue, v);
}

function turnAid(run: Run, shocks: Shocks, w: number): void {
  const { ws, graph } = run;
  ws.capacity[w] = ws.capacity[w] === 0 ? shocks.capacity[w] : 0;
  push(ws.queue, graph.aids.node[w]);
}
