/** Counts of the whole graph, for the first screen. */
import { COLUMNS, type GraphCounts } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import type { Snapshot } from '../snapshot/snapshot.ts';

const kept = new WeakMap<Snapshot, GraphCounts>();
const SERVICE = KINDS.indexOf('service');

export function countsOf(snapshot: Snapshot): GraphCounts {
  const known = kept.get(snapshot);
  if (known) return known;
  const { columns, graph } = snapshot;
  const { confidence } = columns.dependencies;
  const counts: GraphCounts = {
    nodes: graph.nodeCount,
    byKind: tally(graph.kind, KINDS),
    byColumn: tally(snapshot.column, COLUMNS),
    links: columns.dependencies.id.length,
    assumedLinks: confidence.filter((one) => one === null || one === 'assumed').length,
    contracts: columns.contracts.id.length,
    unknown: graph.unrecorded.length,
    unknownServices: graph.unrecorded.filter((node) => graph.kind[node] === SERVICE).length,
  };
  kept.set(snapshot, counts);
  return counts;
}

function tally(codes: Uint8Array, names: readonly string[]): Record<string, number> {
  const counts = new Uint32Array(names.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return Object.fromEntries(names.map((name, i) => [name, counts[i] as number]));
}
