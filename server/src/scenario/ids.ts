/** The ids, zones and pairs that a scenario names, held against a graph. */
import type { Fault, Scenario } from '@msp-impact/contract';
import { at, fault } from '../rules/fault.ts';
import { noNode } from '../snapshot/question.ts';
import { linkRow, linksInto, nodeId, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const EMPTY = 'nothing is on record yet: bring in your data or load a sample first';

export function checkIds(
  snapshot: Snapshot,
  scenario: Scenario,
  path: string,
  faults: Fault[],
): void {
  const { outages = [], isolations = [], cuts = [], observations = [], demands = [] } = scenario;
  if (snapshot.graph.nodeCount === 0) {
    const first = [...outages, ...observations, ...demands].map(({ id }) => id);
    const named = [...first, ...isolations.map(({ zone }) => zone), ...cuts.map((cut) => cut.from)];
    // One cause, said once, in place of a fault for each name.
    if (named.length > 0) faults.push(fault(path, named[0], EMPTY));
    return;
  }
  const node = (id: string, place: string) => {
    if (nodeOf(snapshot, id) < 0) faults.push(noNode(place, id));
  };
  outages.forEach(({ id }, i) => {
    node(id, at(at(at(path, 'outages'), i), 'id'));
  });
  observations.forEach(({ id }, i) => {
    node(id, at(at(at(path, 'observations'), i), 'id'));
  });
  const demanded = new Set<string>();
  demands.forEach(({ id }, i) => {
    const place = at(at(at(path, 'demands'), i), 'id');
    node(id, place);
    if (demanded.has(id)) faults.push(fault(place, id, 'is named twice'));
    demanded.add(id);
  });
  isolations.forEach((isolation, i) => {
    checkZone(snapshot, isolation, at(at(path, 'isolations'), i), faults);
  });
  cuts.forEach(({ from, to }, i) => {
    const place = at(at(path, 'cuts'), i);
    node(from, at(place, 'from'));
    node(to, at(place, 'to'));
    const ends = [nodeOf(snapshot, from), nodeOf(snapshot, to)] as const;
    if (Math.min(...ends) < 0 || linksBetween(snapshot, ...ends).length > 0) return;
    const reason = 'no link joins these two, in this direction';
    faults.push(fault(place, `${from}->${to}`, reason));
  });
}

type Isolation = NonNullable<Scenario['isolations']>[number];

function checkZone(
  snapshot: Snapshot,
  { zone, release = [] }: Isolation,
  path: string,
  faults: Fault[],
): void {
  const members = snapshot.zones.get(zone);
  if (!members) {
    faults.push(fault(at(path, 'zone'), zone, 'no node is in a zone of this name'));
    return;
  }
  const ids = new Set(members.map((one) => nodeId(snapshot, one)));
  release.forEach(({ nodes = [] }, i) => {
    nodes.forEach((id, j) => {
      if (ids.has(id)) return;
      const place = at(at(at(at(path, 'release'), i), 'nodes'), j);
      const reason =
        nodeOf(snapshot, id) < 0 ? 'no node has this id' : `is not in the zone ${zone}`;
      faults.push(fault(place, id, reason));
    });
  });
}

/** Engine links from one engine node to another. */
export function linksBetween(snapshot: Snapshot, from: number, to: number): number[] {
  const { start, end } = linksInto(snapshot, to);
  const found: number[] = [];
  for (let link = start; link < end; link++) {
    if (snapshot.graph.from[link] === from && linkRow(snapshot, link) >= 0) found.push(link);
  }
  return found;
}
