/** A simulated scenario → the data of a situation report. Plain data: what is kept is what is shown. */
import {
  type Breach,
  DEFAULT_MARKING,
  type GraphNode,
  KINDS,
  type Report,
  type ReportRequest,
  type ReportRow,
  type State,
} from '@msp-impact/contract';
import { nameOf } from '../answers/impact.ts';
import { stateOf, statesOf } from '../scenario/answer.ts';
import { breachesOf } from '../scenario/breach.ts';
import { edgesOf, isOnEdge } from '../scenario/edge.ts';
import { harmOf } from '../scenario/harm.ts';
import { notesOf } from '../scenario/notes.ts';
import { sentenceOf } from '../scenario/sentence.ts';
import { isHit, lostHours, lowest, recoveredAt, stepsOf, valueAt } from '../scenario/series.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { linkConfidence, linkRow, linksInto, nodeId } from '../snapshot/read.ts';
import type { GraphReader } from '../store/port.ts';
import { changesSince } from './changes.ts';
import { checksOf } from './checks.ts';
import { countRanges } from './count-ranges.ts';
import { inOrder, limitOrder } from './order.ts';
import { plainWords } from './plain-words.ts';
import { riskOf } from './risk.ts';

const MOST_ROWS = 20_000;
/** Nodes of each kind in the picture. */
const PICTURED = 6;
const MOST_CALLS = 500;
const SERVICE = KINDS.indexOf('service');

export type ReportChoices = Omit<ReportRequest, 'scenario' | 'series'>;

export interface Numbered {
  readonly series: string;
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: string;
  readonly previous?: Report | undefined;
}

export async function makeReport(
  simulated: Simulated,
  reader: GraphReader,
  choices: ReportChoices,
  { series, number, at, author, previous }: Numbered,
): Promise<Report> {
  const { snapshot, scenario } = simulated;
  const breaches = breachesOf(simulated);
  const rows = inOrder(rowsOf(simulated, choices.atHour), breaches);
  const checks = checksOf(simulated, choices.atHour);
  const harm = harmOf(simulated);
  const hit = hitNodes(simulated);
  const { start } = scenario;
  const report: Report = {
    series,
    number,
    title: scenario.name,
    at,
    author,
    marking: choices.marking ?? DEFAULT_MARKING,
    headings: choices.headings ?? 'plain',
    ...(choices.nextDueHours === undefined
      ? {}
      : { nextDue: new Date(Date.parse(at) + choices.nextDueHours * 3.6e6).toISOString() }),
    ...(choices.zone === undefined ? {} : { zone: choices.zone }),
    ...(choices.atHour === undefined ? {} : { atHour: choices.atHour }),
    hours: scenario.hours,
    ...(start === undefined ? {} : { start }),
    graph: snapshot.name,
    graphRevision: snapshot.revision,
    headline: plainWords(sentenceOf(simulated, hit, breaches, harm)),
    counts: countsOf(simulated, rows, choices.atHour),
    rows: rows.slice(0, MOST_ROWS),
    total: rows.length,
    links: pictureLinks(simulated, rows),
    breaches,
    people: {
      known: harm.known,
      personHours: harm.personHours,
      ...(harm.range ? { range: harm.range } : {}),
      unknownRegions: harm.unknownRegions,
    },
    evidence: evidenceOf(simulated, hit),
    assumptions: [...(scenario.note ? [scenario.note] : []), ...notesOf(simulated).map(plainWords)],
    contacts: choices.contacts ?? false,
    calls: await callList(reader, rows, breaches, choices.contacts ?? false),
    ...(checks.length > 0 ? { checks } : {}),
    risk: riskOf(simulated, rows, breaches, harm),
  };
  return previous ? { ...report, changes: changesSince(previous, report) } : report;
}

function hitNodes({ snapshot, likely }: Simulated): number[] {
  const all = Array.from({ length: snapshot.graph.nodeCount }, (_, node) => node);
  return all.filter((node) => isHit(likely, node));
}

/** Hit nodes and those on their last option, as they are at the hour, or at their worst. */
function rowsOf(simulated: Simulated, atHour: number | undefined): ReportRow[] {
  const { snapshot, likely, low, high } = simulated;
  const edges = edgesOf(simulated);
  const states = statesOf(simulated, edges);
  const rows: ReportRow[] = [];
  for (let node = 0; node < snapshot.graph.nodeCount; node++) {
    const state = states(node);
    if (!isHit(likely, node) && state !== 'at-risk') continue;
    const onEdge = atHour === undefined ? state === 'at-risk' : isOnEdge(edges, node, atHour);
    const levelOf = (run: typeof likely) =>
      atHour === undefined ? lowest(run, node).level : valueAt(stepsOf(run, node), atHour);
    const [level, worst, best] = [levelOf(likely), levelOf(low), levelOf(high)];
    const downAt = snapshot.graph.downAt[node] as number;
    const recovered = recoveredAt(likely, node);
    const lost = lostHours(likely, node);
    const served = snapshot.people[node] as number;
    rows.push({
      ...nameOf(snapshot, node),
      state: level < 1 ? stateOf(level, downAt) : onEdge ? 'at-risk' : 'up',
      level,
      ...(worst === best ? {} : { range: { low: worst, high: best } }),
      worstHour: lowest(likely, node).hour,
      ...(recovered === undefined ? {} : { recovered }),
      lostHours: lost,
      ...(Number.isNaN(served) ? {} : { personHours: served * lost }),
    });
  }
  return rows;
}

function countsOf(
  simulated: Simulated,
  rows: readonly ReportRow[],
  atHour: number | undefined,
): Report['counts'] {
  const { snapshot } = simulated;
  const count = (state: State) =>
    rows.filter((row) => row.kind === 'service' && row.state === state).length;
  const { unrecorded, kind } = snapshot.graph;
  const ranges = countRanges(simulated, atHour);
  return {
    down: count('down'),
    degraded: count('degraded'),
    atRisk: count('at-risk'),
    unknown: [...unrecorded].filter((node) => kind[node] === SERVICE).length,
    ...(ranges ? { ranges } : {}),
  };
}

/** The rows that the picture shows: of each kind the first. */
export function pictured(rows: readonly ReportRow[]): Map<string, ReportRow[]> {
  const columns = new Map<string, ReportRow[]>(KINDS.map((kind) => [kind, []]));
  for (const row of rows) {
    const column = columns.get(row.kind) as ReportRow[];
    if (column.length < PICTURED) column.push(row);
  }
  return columns;
}

function pictureLinks({ snapshot }: Simulated, rows: readonly ReportRow[]): Report['links'] {
  const shown = new Set([...pictured(rows).values()].flat().map(({ id }) => id));
  const found = new Map<string, { from: string; to: string }>();
  for (const id of shown) {
    const node = snapshot.graph.indexOf[snapshot.rows.get(id) as number] as number;
    const { start, end } = linksInto(snapshot, node);
    for (let link = start; link < end; link++) {
      const from = nodeId(snapshot, snapshot.graph.from[link] as number);
      if (shown.has(from)) found.set(`${from} ${id}`, { from, to: id });
    }
  }
  return [...found.values()];
}

/** Links from a hit provider into a hit node, by the best evidence each has. */
function evidenceOf({ snapshot, likely }: Simulated, hit: readonly number[]): Report['evidence'] {
  const evidence = { links: 0, stated: 0, reported: 0, assumed: 0, none: 0 };
  for (const node of hit) {
    const { start, end } = linksInto(snapshot, node);
    for (let link = start; link < end; link++) {
      const from = snapshot.graph.from[link] as number;
      if (!isHit(likely, from) || linkRow(snapshot, link) < 0) continue;
      evidence.links++;
      evidence[linkConfidence(snapshot, link) ?? 'none']++;
    }
  }
  return evidence;
}

/** Whom to call: owners on record, by the first limit that their node misses, then by harm. */
async function callList(
  reader: GraphReader,
  rows: readonly ReportRow[],
  breaches: readonly Breach[],
  contacts: boolean,
): Promise<Report['calls']> {
  const ids = rows.slice(0, MOST_CALLS).map(({ id }) => id);
  const stored = await reader.items<GraphNode>('node', ids);
  const missed = new Map(breaches.map((breach) => [breach.id, breach]));
  const calls = stored.flatMap(({ item: { id, name, owner } }) => {
    if (!owner) return [];
    const { hour, earliest } = missed.get(id) ?? {};
    const who = [owner.name, owner.role].filter(Boolean).join(', ');
    return [
      {
        id,
        name,
        owner: who || 'owner without a name',
        ...(contacts && owner.contact ? { contact: owner.contact } : {}),
        ...(hour === undefined ? {} : { hour }),
        ...(earliest === undefined ? {} : { earliest }),
      },
    ];
  });
  return calls.sort((a, b) => limitOrder(a, b));
}
