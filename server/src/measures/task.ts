/** Measures as a worker gets them: plain data, with the items that they touch. */
import type {
  Dependency,
  GraphNode,
  MeasuresRequest,
  Mitigation,
  Scenario,
} from '@msp-impact/contract';
import type { Answer } from '../answers/ask.ts';
import { at } from '../rules/fault.ts';
import { checkScenario } from '../scenario/check.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { GraphColumns, GraphReader } from '../store/port.ts';
import { checkMeasures } from './check.ts';

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

/**
 * Steps that are counted: the harm as it is, each measure, the search for the best set. The search is one:
 * it ends when its time is up, however many pairs and sets there are.
 */
export function stepsOf(measures: number): number {
  return 1 + measures + 1;
}

/** Faults name every id, pair and zone that is not there. Rejects with StoreFault. */
export async function measuresTask(
  snapshot: Snapshot,
  reader: GraphReader,
  request: MeasuresRequest,
): Promise<Answer<MeasuresTask>> {
  const { measures, scenarios, budget, timeLimit = TIME_LIMIT } = request;
  const { faults, pairs } = checkMeasures(snapshot, measures, '$.measures');
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
