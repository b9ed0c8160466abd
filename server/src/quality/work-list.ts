/**
 * What nobody knows, as a list of work: products, services and regions of which nobody recorded what
 * they rely on, those first on which most relies.
 */
import type { Asked, GraphNode, WorkListAnswer, WorkListRow } from '@msp-impact/contract';
import { reach } from '@msp-impact/engine';
import { nodeId, nodeKind, nodeName } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { GraphReader } from '../store/port.ts';

/** Nodes whose whole reach is counted; beyond it only what relies on them directly. */
const REACHED = 2_000;

/** Rejects as the reader does. */
export async function workListAnswer(
  snapshot: Snapshot,
  reader: Pick<GraphReader, 'items'>,
  asked: ReadonlyMap<string, Asked>,
  limit: number,
): Promise<WorkListAnswer> {
  const ranked = rankedByUse(snapshot);
  const first = ranked.slice(0, limit);
  const ids = first.map(({ node }) => nodeId(snapshot, node));
  const items = new Map<string, GraphNode>();
  for (const { item } of await reader.items<GraphNode>('node', ids)) items.set(item.id, item);
  return {
    revision: snapshot.revision,
    total: ranked.length,
    asked: ranked.filter(({ node }) => asked.has(nodeId(snapshot, node))).length,
    rows: first.map((one) => rowOf(snapshot, one, items, asked)),
  };
}

interface Ranked {
  readonly node: number;
  readonly reliedOnBy: number;
}

function rankedByUse(snapshot: Snapshot): Ranked[] {
  const { people } = snapshot;
  const peopleOf = ({ node }: Ranked) => people[node] || 0;
  const id = ({ node }: Ranked) => nodeId(snapshot, node);
  return [...snapshot.graph.unrecorded]
    .map((node) => ({ node, reliedOnBy: dependants(snapshot, node) }))
    .sort(
      (a, b) =>
        b.reliedOnBy - a.reliedOnBy || peopleOf(b) - peopleOf(a) || (id(a) < id(b) ? -1 : 1),
    );
}

function dependants({ graph }: Snapshot, node: number): number {
  if (graph.unrecorded.length > REACHED) {
    return (graph.outStart[node + 1] as number) - (graph.outStart[node] as number);
  }
  return reach(graph, node, 'downstream').nodes.length - 1;
}

function rowOf(
  snapshot: Snapshot,
  { node, reliedOnBy }: Ranked,
  items: ReadonlyMap<string, GraphNode>,
  asked: ReadonlyMap<string, Asked>,
): WorkListRow {
  const id = nodeId(snapshot, node);
  const { owner, priority } = items.get(id) ?? {};
  const people = snapshot.people[node] as number;
  const about = asked.get(id);
  return {
    id,
    kind: nodeKind(snapshot, node),
    name: nodeName(snapshot, node),
    ...(owner && Object.keys(owner).length > 0 ? { owner } : {}),
    ...(priority === undefined ? {} : { priority }),
    ...(Number.isNaN(people) ? {} : { people }),
    reliedOnBy,
    ...(about ? { asked: about } : {}),
  };
}
