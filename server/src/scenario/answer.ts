/** What the API and the command line answer of a simulated scenario. */
import {
  type Bounds,
  CAUSES,
  type SimulatedNode,
  type SimulationAnswer,
  type State,
} from '@msp-impact/contract';
import { largestFirst } from '@msp-impact/engine';
import { nameOf } from '../answers/impact.ts';
import { atOnce } from '../snapshot/phases.ts';
import { nodeId, nodeModel } from '../snapshot/read.ts';
import { backlogsOf } from './backlog.ts';
import { breachesOf } from './breach.ts';
import { type Edges, edgesOf, spansOf } from './edge.ts';
import { harmInParts } from './harm.ts';
import { lanesOf } from './lanes.ts';
import { notesOf } from './notes.ts';
import { sentenceOf } from './sentence.ts';
import { isHit, lostHours, lowest, recoveredAt, stepsOf } from './series.ts';
import { isRanged, type Simulated } from './simulated.ts';

const DEFAULT_NODES = 500;
/** Levels this close are the same level, as in the engine. */
const SAME = 1e-9;

export interface AnswerOptions {
  /** Nodes answered in any case, as engine nodes. */
  readonly keep?: readonly number[];
  readonly limit?: number;
}

export function simulationAnswer(
  simulated: Simulated,
  options: AnswerOptions = {},
): SimulationAnswer {
  return atOnce(answerInParts(simulated, options));
}

/** The same, yielding between parts of some milliseconds: of a large graph, a server does it in turns. */
export function* answerInParts(
  simulated: Simulated,
  options: AnswerOptions = {},
): Generator<void, SimulationAnswer> {
  const { snapshot, scenario, likely, low, high } = simulated;
  const { keep = [], limit = DEFAULT_NODES } = options;
  const edges = edgesOf(simulated);
  yield;
  const states = statesOf(simulated, edges);
  const hit = hitNodes(simulated);
  yield;
  const edge = edgeNodes(simulated, edges, hit);
  const listed = new Set([...hit.slice(0, limit), ...edge.slice(0, limit), ...keep]);
  const nodes = [...listed].map((node) => nodeAnswer(simulated, node, states(node), edges));
  yield;
  const breaches = breachesOf(simulated);
  yield;
  const harm = yield* harmInParts(simulated);
  yield;
  const events = eventsOf(simulated, hit, edges);
  yield;
  return {
    revision: snapshot.revision,
    graph: snapshot.name,
    hours: scenario.hours,
    ...(scenario.start === undefined ? {} : { start: scenario.start }),
    sentence: sentenceOf(simulated, hit, breaches, harm),
    total: hit.length,
    totalAtRisk: edge.length,
    nodes,
    breaches,
    harm,
    backlogs: backlogsOf(simulated),
    lanes: lanesOf(simulated, nodes, breaches),
    events,
    notes: notesOf(simulated),
    ranged: isRanged(simulated),
    settled: likely.settled && low.settled && high.settled,
  };
}

/** Nodes under 1 at some hour, in the pessimistic run at least; most hours lost first, then by id. */
function hitNodes({ snapshot, likely, low }: Simulated): number[] {
  const { indexOf } = snapshot.graph;
  // Rows are in id order.
  const hit = indexOf.filter((node) => isHit(likely, node) || isHit(low, node));
  const lost = Float64Array.from(hit, (node) => lostHours(likely, node));
  const none = hit.filter((_, i) => lost[i] === 0);
  return [...Array.from(largestFirst(lost), (i) => hit[i] as number), ...none];
}

/** On their last option at some hour and never hit; who is so first comes first. */
function edgeNodes({ snapshot }: Simulated, edges: Edges, hit: readonly number[]): number[] {
  const known = new Set(hit);
  const from = (node: number) => edges.get(node)?.[0]?.from ?? 0;
  return [...edges.keys()]
    .filter((node) => !known.has(node))
    .sort((a, b) => from(a) - from(b) || (nodeId(snapshot, a) < nodeId(snapshot, b) ? -1 : 1));
}

/** The state of a node at its worst hour, by the point answer. */
export function statesOf(simulated: Simulated, edges: Edges): (node: number) => State {
  const { snapshot, likely, plan } = simulated;
  const seen = new Set(plan.observations.map(({ node }) => node));
  const unrecorded = new Set(snapshot.graph.unrecorded);
  return (node) => {
    const { level } = lowest(likely, node);
    if (level < 1) return stateOf(level, snapshot.graph.downAt[node] as number);
    if (edges.has(node)) return 'at-risk';
    return unrecorded.has(node) && !seen.has(node) ? 'unknown' : 'up';
  };
}

/** Of a level under 1. */
export function stateOf(level: number, downAt: number): 'down' | 'degraded' {
  return level <= downAt + SAME ? 'down' : 'degraded';
}

function nodeAnswer(simulated: Simulated, node: number, state: State, edges: Edges): SimulatedNode {
  const { snapshot, likely, low, high, plan } = simulated;
  const people = snapshot.people[node] as number;
  const area = snapshot.area[node] as number;
  const tolerance = nodeModel(snapshot, node)?.tolerance;
  const cause = CAUSES[likely.cause[node] as number];
  const recovered = recoveredAt(likely, node);
  const lost = lostHours(likely, node);
  const worst = lowest(likely, node);
  return {
    ...nameOf(snapshot, node),
    ...(area >= 0 ? { area: nodeId(snapshot, area) } : {}),
    ...(Number.isNaN(people) ? {} : { people }),
    downAt: snapshot.graph.downAt[node] as number,
    ...(tolerance ? { tolerance } : {}),
    steps: stepsOf(likely, node),
    ...(low === likely ? {} : boundSteps(simulated, node)),
    ...(edges.has(node) ? { atRisk: spansOf(edges, node, plan.hours) } : {}),
    state,
    worst: { ...worst, ...range(lowest(low, node).level, lowest(high, node).level) },
    ...(cause ? { cause } : {}),
    ...(recovered === undefined ? {} : { recovered }),
    ...recoveredRange(simulated, node),
    lostHours: lost,
    ...lostRange(lostHours(high, node), lostHours(low, node)),
  };
}

function range(low: number, high: number): { range?: Bounds } {
  return low === high ? {} : { range: { low, high } };
}

function lostRange(low: number, high: number): { lostHoursRange?: Bounds } {
  return low === high ? {} : { lostHoursRange: { low, high } };
}

/** Both bounds, where they differ from the point answer. */
function boundSteps({ likely, low, high }: Simulated, node: number) {
  const point = JSON.stringify(stepsOf(likely, node));
  const [worst, best] = [stepsOf(low, node), stepsOf(high, node)];
  if (JSON.stringify(worst) === point && JSON.stringify(best) === point) return {};
  return { low: worst, high: best };
}

function recoveredRange(
  { low, high }: Simulated,
  node: number,
): Pick<SimulatedNode, 'recoveredRange'> {
  const [earliest, latest] = [recoveredAt(high, node), recoveredAt(low, node)];
  if (earliest === latest) return {};
  return {
    recoveredRange: {
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
    },
  };
}

const MOST_EVENTS = 10_000;

function eventsOf({ likely, plan }: Simulated, hit: readonly number[], edges: Edges): number[] {
  const hours = new Set<number>([0]);
  const { stepStart, stepHour } = likely;
  for (const node of hit) {
    const end = stepStart[node + 1] as number;
    for (let i = stepStart[node] as number; i < end; i++) hours.add(stepHour[i] as number);
  }
  for (const spans of edges.values()) {
    for (const { from, until } of spans) {
      hours.add(from);
      if (until <= plan.hours) hours.add(until);
    }
  }
  return [...hours].sort((a, b) => a - b).slice(0, MOST_EVENTS);
}

/** `simulate --json`: every node; the shape is a public contract (docs/reference/command-line.md). */
export interface CliSimulation {
  hours: number;
  nodes: { id: string; steps: [number, number][]; state: State }[];
  breaches: { id: string; hour: number }[];
}

export function cliSimulation(simulated: Simulated): CliSimulation {
  const { snapshot, scenario, likely } = simulated;
  const states = statesOf(simulated, edgesOf(simulated));
  const rows = snapshot.columns.nodes.id.map((id, row) => {
    const node = snapshot.graph.indexOf[row] as number;
    return { id, steps: stepsOf(likely, node), state: states(node) };
  });
  const breaches = breachesOf(simulated).flatMap(({ id, hour }) =>
    hour === undefined ? [] : [{ id, hour }],
  );
  return { hours: scenario.hours, nodes: rows, breaches };
}
