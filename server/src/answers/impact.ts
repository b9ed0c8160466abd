/** Who is hit: the answer of the API and the answer of the command line, from one solution. */
import type { ImpactAnswer, ImpactRow } from '@msp-impact/contract';
import { bindingPath } from '@msp-impact/engine';
import { nodeId, nodeKind, nodeName } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Solved } from './ask.ts';
import { basisOfAnswer } from './basis.ts';
import { writeCursor } from './cursor.ts';
import { causeOf, levelOf, rangeOf, stateOf } from './numbers.ts';
import { byId, worstFirst } from './order.ts';
import { sentenceOf, topRegions } from './sentence.ts';
import { byKindOf, byStateOf, summaryOf } from './summary.ts';

export const DEFAULT_LIMIT = 200;
/** The API names as many nodes on their last option, and not known; the summary counts all. */
const NAMED = 1000;

/** @param from position of the first row, from a cursor */
export function impactAnswer(solved: Solved, limit = DEFAULT_LIMIT, from = 0): ImpactAnswer {
  const { snapshot, question } = solved;
  const sorted = worstFirst(solved);
  const rows = sorted.subarray(from, from + limit);
  const end = from + rows.length;
  const { atRisk, unknown, ...head } = headOf(solved);
  return {
    ...head,
    total: sorted.length,
    impacted: Array.from(rows, (node) => rowOf(solved, node)),
    ...(end < sorted.length ? { next: writeCursor(snapshot.revision, end, question) } : {}),
    atRisk,
    unknown,
  };
}

type Head = Omit<ImpactAnswer, 'total' | 'impacted' | 'next'>;
const kept = new WeakMap<Solved, Head>();

/** All but the rows: the same on every page. */
function headOf(solved: Solved): Head {
  const known = kept.get(solved);
  if (known) return known;
  const { snapshot, question, impact } = solved;
  const named = (nodes: Iterable<number>) =>
    byId(solved, nodes)
      .slice(0, NAMED)
      .map((node) => nameOf(snapshot, node));
  const head: Head = {
    revision: snapshot.revision,
    graph: snapshot.name,
    question,
    sentence: sentenceOf(solved),
    summary: summaryOf(solved),
    basis: basisOfAnswer(solved),
    nations: nationsOf(solved),
    atRisk: named(impact.atRisk),
    unknown: named(notKnown(solved)),
  };
  kept.set(solved, head);
  return head;
}

/** `impact --json`: all rows; the shape is a public contract (docs/reference/command-line.md). */
export interface CliImpact {
  down: string[];
  impacted: {
    id: string;
    kind: string;
    level: number;
    range?: { low: number; high: number };
    state: string;
    cause: string;
    path: string[];
  }[];
  atRisk: string[];
  unknown: string[];
  summary: {
    byKind: Record<string, number>;
    byState: Record<string, number>;
    people: { touched: number; lost: number };
  };
}

export function cliImpact(solved: Solved): CliImpact {
  const { snapshot, engineQuestion, impact } = solved;
  const ids = (nodes: Iterable<number>) =>
    byId(solved, nodes).map((node) => nodeId(snapshot, node));
  return {
    down: engineQuestion.outages.map(({ node }) => nodeId(snapshot, node)),
    impacted: Array.from(worstFirst(solved), (node) => ({
      id: nodeId(snapshot, node),
      kind: nodeKind(snapshot, node),
      level: levelOf(impact, node),
      ...rangeOf(impact, node),
      state: stateOf(impact, node),
      cause: causeOf(impact, node) ?? 'failed',
      path: pathOf(solved, node),
    })),
    atRisk: ids(impact.atRisk),
    unknown: ids(notKnown(solved)),
    summary: {
      byKind: byKindOf(solved),
      byState: byStateOf(solved),
      people: { touched: impact.people.touched, lost: impact.people.lost.likely },
    },
  };
}

function rowOf(solved: Solved, node: number): ImpactRow {
  const { snapshot, impact } = solved;
  const people = snapshot.people[node] as number;
  const area = snapshot.area[node] as number;
  return {
    ...nameOf(snapshot, node),
    level: levelOf(impact, node),
    ...rangeOf(impact, node),
    state: stateOf(impact, node),
    cause: causeOf(impact, node) ?? 'failed',
    path: pathOf(solved, node),
    ...(Number.isNaN(people) ? {} : { people }),
    ...(area >= 0 ? { area: nodeId(snapshot, area) } : {}),
  };
}

const marks = new WeakMap<Solved, ReadonlySet<number>>();

/** Nodes that the question itself stops or isolates. */
function markedOf(solved: Solved): ReadonlySet<number> {
  const known = marks.get(solved);
  if (known) return known;
  const marked = new Set(solved.engineQuestion.outages.map(({ node }) => node));
  marks.set(solved, marked);
  return marked;
}

/** A marked node has itself alone, also where something above it takes away more. */
function pathOf(solved: Solved, node: number): string[] {
  const { snapshot, engineQuestion, impact } = solved;
  if (markedOf(solved).has(node)) return [nodeId(snapshot, node)];
  const path = bindingPath(snapshot.graph, engineQuestion, impact, node);
  return path.map((one) => nodeId(snapshot, one));
}

export function nameOf(snapshot: Snapshot, node: number) {
  return {
    id: nodeId(snapshot, node),
    kind: nodeKind(snapshot, node),
    name: nodeName(snapshot, node),
  };
}

function nationsOf(solved: Solved): ImpactAnswer['nations'] {
  const { snapshot, impact } = solved;
  const hit = topRegions(snapshot).filter((node) => levelOf(impact, node) < 1);
  hit.sort((a, b) => levelOf(impact, a) - levelOf(impact, b));
  return hit.map((node) => ({
    id: nodeId(snapshot, node),
    name: nodeName(snapshot, node),
    level: levelOf(impact, node),
    ...rangeOf(impact, node),
    state: stateOf(impact, node),
  }));
}

/** Nobody recorded what they rely on, nobody looked, and nothing is known to hit them. */
function notKnown({ impact, engineQuestion }: Solved): number[] {
  const observed = new Set(engineQuestion.observed.map(({ node }) => node));
  return [...impact.unknown].filter((node) => levelOf(impact, node) === 1 && !observed.has(node));
}
