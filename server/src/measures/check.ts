/** Measures held against a graph: every id, pair and zone that they name has to be there. */
import type { Fault, Mitigation } from '@msp-impact/contract';
import { at, fault } from '../rules/fault.ts';
import { linksBetween } from '../scenario/ids.ts';
import { linkId, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface CheckedMeasures {
  readonly faults: Fault[];
  /** Ids of the links of a pair: `from to`. */
  readonly pairs: Map<string, string[]>;
}

/** @param path where the list stands, e.g. `$.measures` */
export function checkMeasures(
  snapshot: Snapshot,
  measures: readonly Mitigation[],
  path: string,
): CheckedMeasures {
  const checked: CheckedMeasures = { faults: [], pairs: new Map() };
  const ids = new Set<string>();
  measures.forEach((measure, i) => {
    const place = at(path, i);
    if (ids.has(measure.id)) {
      checked.faults.push(fault(at(place, 'id'), measure.id, 'is named twice'));
    }
    ids.add(measure.id);
    checkMeasure(snapshot, measure, place, checked.pairs, checked.faults);
  });
  return checked;
}

function checkMeasure(
  snapshot: Snapshot,
  measure: Mitigation,
  path: string,
  pairs: Map<string, string[]>,
  faults: Fault[],
): void {
  const node = (id: string, key: string) => {
    if (nodeOf(snapshot, id) >= 0) return true;
    faults.push(fault(at(path, key), id, 'no node has this id'));
    return false;
  };
  const pair = (from: string, to: string, keys: readonly [string, string]) => {
    if (![node(from, keys[0]), node(to, keys[1])].every(Boolean)) return;
    const found = linksBetween(snapshot, nodeOf(snapshot, from), nodeOf(snapshot, to));
    if (found.length > 0)
      pairs.set(
        `${from} ${to}`,
        found.map((link) => linkId(snapshot, link)),
      );
    else faults.push(fault(path, `${from}->${to}`, 'no link joins these two, in this direction'));
  };
  if (measure.do === 'supplier') {
    pair(measure.beside, measure.to, ['beside', 'to']);
    if (measure.from !== undefined) node(measure.from, 'from');
    if (measure.from !== undefined && [measure.to, measure.beside].includes(measure.from)) {
      faults.push(fault(at(path, 'from'), measure.from, 'must be another node'));
    }
  } else if (measure.do === 'buffer' || measure.do === 'exit') {
    pair(measure.from, measure.to, ['from', 'to']);
  } else if (measure.do === 'split') {
    checkSplit(snapshot, measure, path, faults);
  } else node(measure.node, 'node');
}

function checkSplit(
  snapshot: Snapshot,
  { zone, nodes }: Extract<Mitigation, { do: 'split' }>,
  path: string,
  faults: Fault[],
): void {
  const members = snapshot.zones.get(zone);
  if (!members) {
    faults.push(fault(at(path, 'zone'), zone, 'no node is in a zone of this name'));
    return;
  }
  nodes.forEach((id, i) => {
    if (members.includes(nodeOf(snapshot, id))) return;
    faults.push(fault(at(at(path, 'nodes'), i), id, `is not in the zone ${zone}`));
  });
}
