import { NO_CAUSE } from '../codes.ts';
import type { Graph } from '../graph.ts';
import { checkQuestion, type Question } from '../question.ts';
import { gradesOf } from './grades.ts';
import { load } from './load.ts';
import { type People, peopleOf } from './people.ts';
import { spread } from './spread.ts';
import { statesOf } from './states.ts';
import { spreadPlain, waveOf } from './wave.ts';
import {
  LIKELY,
  OPTIMISTIC,
  PESSIMISTIC,
  reset,
  type Workspace,
  workspaceOf,
} from './workspace.ts';

/** The answer at one instant. Arrays by engine index, lists ascending. */
export interface Impact {
  /** 0..1. low is the pessimistic run, high the optimistic; one array without ranges. */
  level: { low: Float64Array; likely: Float64Array; high: Float64Array };
  /** State code, at the likely level. */
  state: Uint8Array;
  /** Cause code of the binding outage; 255 where the likely level is 1. */
  cause: Uint8Array;
  /** Likely level under 1. */
  hit: Uint32Array;
  /** Likely level 1, pessimistic level under 1. */
  maybe: Uint32Array;
  atRisk: Uint32Array;
  unknown: Uint32Array;
  people: People;
  /** False: a circle did not settle within its work bound; its levels are lower bounds. */
  settled: boolean;
  /** Along `hit`: the link that binds the node; -1 its own outage or observation. */
  binding: Int32Array;
}

/**
 * The impact of a question. Throws RangeError on an index or level out of range.
 * O(n) to write the answer down, and for the rest O(nodes hit and their links) outside circles.
 */
export function solve(graph: Graph, question: Question): Impact {
  checkQuestion(graph.nodeCount, graph.linkCount, question);
  const ws = workspaceOf(graph);
  const { likely, settled, ...rest } = within(ws, question, LIKELY, () => ({
    likely: levelsOf(ws),
    settled: ws.settled,
    hit: ws.hits.slice(0, ws.hitCount),
    ...statesOf(ws),
    ...bindingsOf(ws),
  }));
  const ranged = graph.ranged || question.outages.some(isRanged);
  const low = ranged ? endOf(ws, question, PESSIMISTIC) : { levels: likely, settled };
  const high = ranged ? endOf(ws, question, OPTIMISTIC) : low;
  const level = { low: low.levels, likely, high: high.levels };
  const maybe = maybeOf(level.low, likely);
  return {
    level,
    ...rest,
    maybe,
    people: peopleOf(graph, level, rest.hit, maybe),
    settled: settled && low.settled && high.settled,
  };
}

/**
 * Makes what solve keeps beside a graph, a piece at each step, so that the first question after a
 * change need not wait for it. O(n + m).
 */
export function* prepare(graph: Graph): Generator<void, void> {
  gradesOf(graph);
  yield;
  waveOf(graph);
  yield;
  workspaceOf(graph);
}

/** Levels alone, at the likely ends, read while the workspace holds them. */
export function likelyLevel(graph: Graph, question: Question, node: number): number {
  const ws = workspaceOf(graph);
  return within(ws, question, LIKELY, () => ws.level[node], false);
}

/** Spreads a question, reads the answer off the workspace, and puts the workspace to rest. */
export function within<T>(
  ws: Workspace,
  question: Question,
  end: number,
  read: () => T,
  traced: boolean = end === LIKELY,
): T {
  ws.traced = traced;
  try {
    load(ws, question, end);
    spreadPlain(ws);
    const plain = ws.hitCount;
    spread(ws);
    if (plain > 0) mergeHits(ws, plain);
    return read();
  } finally {
    reset(ws);
  }
}

/** Of the hit nodes the first `count` are ascending, and so are the rest. */
function mergeHits({ hits, hitCount }: Workspace, count: number): void {
  const rest = hits.slice(count, hitCount);
  let [a, b] = [count - 1, rest.length - 1];
  // Invariant: a + b + 1 is the place to fill, and what lies above it is in order.
  while (b >= 0) {
    if (a >= 0 && hits[a] > rest[b]) hits[a + b + 1] = hits[a--];
    else hits[a + b + 1] = rest[b--];
  }
}

function isRanged({ level }: Question['outages'][number]): boolean {
  return level.low !== level.likely || level.high !== level.likely;
}

function endOf(ws: Workspace, question: Question, end: number) {
  return within(ws, question, end, () => ({ levels: levelsOf(ws), settled: ws.settled }));
}

function levelsOf(ws: Workspace): Float64Array {
  return ws.level.slice(0, ws.graph.nodeCount);
}

function bindingsOf(ws: Workspace): { cause: Uint8Array; binding: Int32Array } {
  const { hits, hitCount } = ws;
  const [ofCause, ofBinding] = [ws.cause, ws.binding];
  const cause = new Uint8Array(ws.graph.nodeCount).fill(NO_CAUSE);
  const binding = new Int32Array(hitCount);
  for (let i = 0; i < hitCount; i++) {
    const v = hits[i];
    cause[v] = ofCause[v];
    binding[i] = ofBinding[v];
  }
  return { cause, binding };
}

function maybeOf(low: Float64Array, likely: Float64Array): Uint32Array {
  if (low === likely) return new Uint32Array(0);
  const found: number[] = [];
  for (let v = 0; v < low.length; v++) if (low[v] < 1 && likely[v] === 1) found.push(v);
  return Uint32Array.from(found);
}
