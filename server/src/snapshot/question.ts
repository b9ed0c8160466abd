/** A question in ids → the engine's, in indices; unknown ids, zones and pairs are faults. */
import type { Fault, Question } from '@msp-impact/contract';
import { CAUSES, type Question as EngineQuestion } from '@msp-impact/engine';
import { at, fault } from '../rules/fault.ts';
import { threeEnds } from './ends.ts';
import { linkRow, linksInto, nodeOf } from './read.ts';
import type { Snapshot } from './snapshot.ts';

type EngineOutage = EngineQuestion['outages'][number];
export type Asked =
  | { readonly ok: true; readonly value: EngineQuestion }
  | { readonly ok: false; readonly faults: Fault[] };

const FAILED = CAUSES.indexOf('failed');
const ISOLATED = CAUSES.indexOf('isolated');
const STOPPED = { low: 0, likely: 0, high: 0 };

/**
 * Several outages of one node: the lowest level counts, at each end; the cause is that of the
 * lowest likely level, the first one given among equals. A zone isolates each of its members at 0.
 *
 * @param path where the question stands in the request, e.g. `$.question`
 */
export function toQuestion(snapshot: Snapshot, question: Question, path = '$'): Asked {
  const faults: Fault[] = [];
  const outages = new Map<number, EngineOutage>();
  addOutages(snapshot, question, at(path, 'down'), outages, faults);
  addZones(snapshot, question, at(path, 'isolate'), outages, faults);
  const severed = severedLinks(snapshot, question, at(path, 'sever'), faults);
  const observed = observations(snapshot, question, at(path, 'observed'), faults);
  if (faults.length > 0) return { ok: false, faults };
  const workarounds = question.workarounds ?? false;
  return { ok: true, value: { outages: [...outages.values()], severed, observed, workarounds } };
}

function addOutages(
  snapshot: Snapshot,
  { down = [] }: Question,
  path: string,
  outages: Map<number, EngineOutage>,
  faults: Fault[],
): void {
  down.forEach((outage, i) => {
    const node = nodeOf(snapshot, outage.id);
    if (node < 0) {
      faults.push(noNode(at(at(path, i), 'id'), outage.id));
      return;
    }
    const level = threeEnds(outage.level ?? 0);
    if (level.low > level.likely || level.likely > level.high) {
      faults.push(fault(at(at(path, i), 'level'), outage.level, 'needs low ≤ likely ≤ high'));
    }
    const cause = outage.cause === undefined ? FAILED : CAUSES.indexOf(outage.cause);
    addOutage(outages, { node, level, cause });
  });
}

function addZones(
  snapshot: Snapshot,
  { isolate = [] }: Question,
  path: string,
  outages: Map<number, EngineOutage>,
  faults: Fault[],
): void {
  isolate.forEach((zone, i) => {
    const members = snapshot.zones.get(zone);
    if (!members) faults.push(fault(at(path, i), zone, 'no node is in a zone of this name'));
    for (const node of members ?? []) addOutage(outages, { node, level: STOPPED, cause: ISOLATED });
  });
}

function addOutage(outages: Map<number, EngineOutage>, next: EngineOutage): void {
  const { node } = next;
  const first = outages.get(node);
  if (!first) {
    outages.set(node, next);
    return;
  }
  const cause = next.level.likely < first.level.likely ? next.cause : first.cause;
  const level = {
    low: Math.min(first.level.low, next.level.low),
    likely: Math.min(first.level.likely, next.level.likely),
    high: Math.min(first.level.high, next.level.high),
  };
  outages.set(node, { node, level, cause });
}

function severedLinks(
  snapshot: Snapshot,
  { sever = [] }: Question,
  path: string,
  faults: Fault[],
): number[] {
  const links = new Set<number>();
  sever.forEach((pair, i) => {
    const from = nodeOf(snapshot, pair.from);
    const to = nodeOf(snapshot, pair.to);
    if (from < 0) faults.push(noNode(at(at(path, i), 'from'), pair.from));
    if (to < 0) faults.push(noNode(at(at(path, i), 'to'), pair.to));
    if (from < 0 || to < 0) return;
    const found = linksBetween(snapshot, from, to);
    const shown = `${pair.from}->${pair.to}`;
    if (found.length === 0)
      faults.push(fault(at(path, i), shown, 'no link joins these two, in this direction'));
    for (const link of found) links.add(link);
  });
  return [...links];
}

function linksBetween(snapshot: Snapshot, from: number, to: number): number[] {
  const { start, end } = linksInto(snapshot, to);
  const found: number[] = [];
  for (let link = start; link < end; link++) {
    if (snapshot.graph.from[link] === from && linkRow(snapshot, link) >= 0) found.push(link);
  }
  return found;
}

function observations(
  snapshot: Snapshot,
  { observed = [] }: Question,
  path: string,
  faults: Fault[],
): { node: number; level: number }[] {
  const seen = new Map<number, number>();
  observed.forEach(({ id, level }, i) => {
    const node = nodeOf(snapshot, id);
    if (node < 0) faults.push(noNode(at(at(path, i), 'id'), id));
    else if ((seen.get(node) ?? level) !== level) {
      faults.push(
        fault(at(at(path, i), 'level'), level, `${id} is observed twice, at different levels`),
      );
    } else seen.set(node, level);
  });
  return [...seen].map(([node, level]) => ({ node, level }));
}

export function noNode(path: string, id: string): Fault {
  return fault(path, id, 'no node has this id');
}
