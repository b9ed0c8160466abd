/** Services with a single source, or that one supplier alone stops. */
import type { SingleSourceAnswer } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { nodeId } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { named } from './fourth.ts';
import type { Losses } from './losses.ts';
import { SupplierWalk } from './people.ts';
import type { Register } from './register.ts';

const SERVICE = KINDS.indexOf('service');

/** Most urgent priority first, then most people, then id. */
export function singleSourceAnswer(
  { snapshot, details }: Register,
  losses: Losses,
  limit = 500,
): SingleSourceAnswer {
  const { graph } = snapshot;
  const stoppers = stoppersOf(losses);
  const walk = new SupplierWalk(snapshot);
  const rows: SingleSourceAnswer['rows'] = [];
  let [services, notKnown] = [0, 0];
  for (const node of inIdOrder(snapshot)) {
    if (graph.kind[node] !== SERVICE) continue;
    services++;
    const sources = [...walk.suppliersOf(node).keys()];
    const stoppedBy = stoppers.get(node) ?? [];
    if (sources.length === 0) notKnown++;
    if (sources.length !== 1 && stoppedBy.length === 0) continue;
    const priority = details.priority.get(nodeId(snapshot, node));
    const people = snapshot.people[node] as number;
    rows.push({
      ...named(snapshot, node),
      ...(priority === undefined ? {} : { priority }),
      ...(Number.isNaN(people) ? {} : { people }),
      sources: namedById(snapshot, sources),
      stoppedBy: namedById(snapshot, stoppedBy),
    });
  }
  rows.sort((a, b) => (a.priority ?? 9) - (b.priority ?? 9) || (b.people ?? 0) - (a.people ?? 0));
  return {
    revision: snapshot.revision,
    services,
    notKnown,
    complete: losses.complete,
    oneSource: rows.filter(({ sources }) => sources.length === 1).length,
    stopped: rows.filter(({ stoppedBy }) => stoppedBy.length > 0).length,
    total: rows.length,
    rows: rows.slice(0, limit),
  };
}

function inIdOrder({ graph }: Snapshot): Uint32Array {
  return graph.indexOf;
}

function namedById(snapshot: Snapshot, nodes: readonly number[]) {
  const { order } = snapshot.graph;
  const sorted = [...nodes].sort((a, b) => (order[a] as number) - (order[b] as number));
  return sorted.map((node) => named(snapshot, node));
}

/** Service → suppliers each of which alone stops it. */
function stoppersOf(losses: Losses): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { node, stopped } of losses.of.values()) {
    for (const service of stopped) {
      const list = found.get(service);
      if (list) list.push(node);
      else found.set(service, [node]);
    }
  }
  return found;
}
