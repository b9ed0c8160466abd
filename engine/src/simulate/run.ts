import { FAILED, NO_CAUSE } from '../codes.ts';
import type { Graph } from '../graph.ts';
import { createWorkspace, type Workspace } from '../solve/workspace.ts';
import { type Agenda, clearAgenda, createAgenda } from './agenda.ts';
import { clearHistory, createHistory, type History } from './history.ts';

export const NOT_AT_ALL = 0;
export const AT_ONCE = 1;
export const OVER_BUFFER = 2;

/**
 * Arrays that a simulation over one graph writes. The workspace holds the levels of the hour at
 * hand; a link with a buffer reads a slot of its own, firstDelivered + link, that holds what it
 * delivers.
 */
export interface Run {
  readonly graph: Graph;
  readonly ws: Workspace;
  readonly firstDelivered: number;
  /** Node whose level stands in a slot of a circle's greatest solution, by slot. */
  readonly nodeOfSlot: Uint32Array;
  now: number;
  horizon: number;
  readonly agenda: Agenda;
  /** Levels of the nodes. */
  readonly levels: History;
  /** Least of the groups, of nodes with a restart lag. */
  readonly groups: History;
  /** Along graph.outLink: how a link passes changes on, NOT_AT_ALL, AT_ONCE or OVER_BUFFER. */
  readonly passes: Uint8Array;
  /** Hours, per link and per node. */
  buffer: Float64Array;
  lag: Float64Array;
  /** Per link: greatest past level of its provider that still lasts. */
  readonly floor: Float64Array;
  /** Per node with a lag: least past level of its groups that still holds it, and that of now. */
  readonly hold: Float64Array;
  readonly groupsNow: Float64Array;
  /** What bound those groups when they were last under 1. */
  readonly groupsCause: Uint8Array;
  /** Own outage level, and its cause. */
  readonly own: Float64Array;
  readonly shock: Uint8Array;
  /** Per link: cuts in force. */
  readonly cuts: Uint16Array;
  /** Lowest level so far, and what bound the node then. */
  readonly worst: Float64Array;
  readonly worstCause: Uint8Array;
  /** Losses of a circle's groups, at rest 0; levels of its members before it is solved. */
  readonly lost: Uint32Array;
  readonly previous: Float64Array;
  /** Nodes computed so far. */
  work: number;
}

const kept = new WeakMap<Graph, Run>();

/** The run of a graph, before hour 0. Simulations of one graph must not be nested. */
export function runOf(graph: Graph): Run {
  const run = kept.get(graph) ?? create(graph);
  kept.set(graph, run);
  clear(run);
  return run;
}

function create(graph: Graph): Run {
  const { nodeCount: n, linkCount: m } = graph;
  const numbers = (count: number, value: number) => new Float64Array(count).fill(value);
  return {
    graph,
    ws: createWorkspace(graph, m),
    firstDelivered: graph.circles.slotCount,
    nodeOfSlot: nodesBySlot(graph),
    now: 0,
    horizon: 0,
    agenda: createAgenda(),
    levels: createHistory(n),
    groups: createHistory(n),
    passes: new Uint8Array(m),
    buffer: graph.buffer.likely,
    lag: graph.restartLag.likely,
    floor: numbers(m, 0),
    hold: numbers(n, 1),
    groupsNow: numbers(n, 1),
    groupsCause: new Uint8Array(n),
    own: numbers(n, 1),
    shock: new Uint8Array(n).fill(NO_CAUSE),
    cuts: new Uint16Array(m),
    worst: numbers(n, 1),
    worstCause: new Uint8Array(n).fill(NO_CAUSE),
    lost: new Uint32Array(graph.groupCount),
    previous: numbers(n, 1),
    work: 0,
  };
}

function nodesBySlot({ nodeCount, circles }: Graph): Uint32Array {
  const nodes = new Uint32Array(circles.slotCount);
  for (let v = 0; v < nodeCount; v++) nodes[circles.upperSlot[v]] = nodes[v] = v;
  return nodes;
}

function clear(run: Run): void {
  const { ws, graph } = run;
  run.work = 0;
  clearAgenda(run.agenda);
  clearHistory(run.levels);
  clearHistory(run.groups);
  for (const ones of [run.hold, run.groupsNow, run.own, run.worst, ws.cap, ws.level]) ones.fill(1);
  ws.level[graph.nodeCount] = 0;
  for (const zeros of [run.floor, run.cuts, ws.fixed]) zeros.fill(0);
  run.groupsCause.fill(FAILED);
  for (const none of [run.shock, run.worstCause, ws.cause]) none.fill(NO_CAUSE);
  ws.settled = true;
}

/** Bounds a node by its own outage and by what holds it back since its groups rose. */
export function capNode(run: Run, v: number): void {
  const { ws, own, hold } = run;
  const byOutage = own[v] <= hold[v];
  ws.cap[v] = byOutage ? own[v] : hold[v];
  ws.ownCause[v] = byOutage ? run.shock[v] : run.groupsCause[v];
}

/** Sets where a link reads: nothing while cut, what its buffer delivers, or its provider. */
export function setSource(run: Run, link: number): void {
  const { ws, graph } = run;
  if (run.cuts[link] > 0) ws.source[link] = graph.nodeCount;
  else ws.source[link] = run.buffer[link] > 0 ? run.firstDelivered + link : ws.base[link];
}
