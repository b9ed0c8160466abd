/** Measures as a worker gets them: plain data, with the items that they touch. */
import type {
  Dependency,
  Fault,
  GraphNode,
  MeasuresRequest,
  Mitigation,
  Scenario,
} from '@msp-impact/contract';
import type { Answer } from '../answers/ask.ts';
import { at, fault } from '../rules/fault.ts';
import { checkScenario } from '../scenario/check.ts';
import { linksBetween } from '../scenario/ids.ts';
import { linkId, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { GraphColumns, GraphReader } from '../store/port.ts';

export interface MeasuresTask {
  readonly columns: GraphColumns;
  readonly measures: readonly Mitigation[];
  readonly scenarios: readonly { readonly scenario: Scenario; readonly weight: number }[];
  readonly budget: number;
  /** Seconds for the search. */
  readonly timeLimit: number;
  /** As they are without any measure, by id. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly links: ReadonlyMap<string, Dependency>;
  /** Ids of the links of a pair: `from to`. */
  readonly pairs: ReadonlyMap<string, readonly string[]>;
}

const TIME_LIMIT = 10;

/** Faults name every id, pair and zone that is not there. Rejects with StoreFault. */
export async function measuresTask(
  snapshot: Snapshot,
  reader: GraphReader,
  request: MeasuresRequest,
): Promise<Answer<MeasuresTask>> {
  const { measures, scenarios, budget, timeLimit = TIME_LIMIT } = request;
  const faults: Fault[] = [];
  const pairs = new Map<string, string[]>();
  const ids = new Set<string>();
  measures.forEach((measure, i) => {
    const path = at('$.measures', i);
    if (ids.has(measure.id)) faults.push(fault(at(path, 'id'), measure.id, 'is named twice'));
    ids.add(measure.id);
    checkMeasure(snapshot, measure, path, pairs, faults);
  });
  scenarios.forEach(({ scenario }, i) => {
    const path = at(at('$.scenarios', i), 'scenario');
    faults.push(...checkScenario(snapshot, scenario, path).faults);
  });
  if (faults.length > 0) return { ok: false, faults };
  const nodes = await reader.items<GraphNode>('node', measures.flatMap(nodesOf));
  const links = await reader.items<Dependency>('dependency', [...pairs.values()].flat());
  return {
    ok: true,
    value: {
      columns: snapshot.columns,
      measures,
      scenarios: scenarios.map(({ scenario, weight = 1 }) => ({ scenario, weight })),
      budget,
      timeLimit,
      nodes: new Map(nodes.map(({ item }) => [item.id, item])),
      links: new Map(links.map(({ item }) => [item.id, item])),
      pairs,
    },
  };
}

/** Nodes that a measure reads or changes. */
function nodesOf(measure: Mitigation): string[] {
  if (measure.do === 'supplier') return [measure.beside];
  if (measure.do === 'split') return measure.nodes;
  return 'node' in measure ? [measure.node] : [];
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
