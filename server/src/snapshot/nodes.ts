/** Rows and models of nodes; what a previous snapshot has read already is taken over. */
import type { NodeColumns } from '../store/port.ts';
import type { NodeModel, Snapshot } from './snapshot.ts';

interface NodesRead {
  /** Id → row; the previous snapshot's own map when the ids are the same. */
  readonly rows: ReadonlyMap<string, number>;
  readonly models: readonly (NodeModel | undefined)[];
}

/** Yields every `phase` rows. */
export function* readNodes(
  nodes: NodeColumns,
  phase: number,
  previous?: Snapshot,
): Generator<void, NodesRead> {
  if (previous && nodes === previous.columns.nodes) return previous;
  const same = previous !== undefined && sameIds(nodes.id, previous.columns.nodes.id);
  const rows = same ? previous.rows : yield* rowsOf(nodes.id, phase);
  const models: (NodeModel | undefined)[] = [];
  const before = same ? previous : undefined;
  for (let row = 0; row < nodes.id.length; row++) {
    if (row % phase === phase - 1) yield;
    const text = nodes.model[row];
    if (before && text === before.columns.nodes.model[row]) models.push(before.models[row]);
    else models.push(text ? (JSON.parse(text) as NodeModel) : undefined);
  }
  return { rows, models };
}

function* rowsOf(ids: readonly string[], phase: number): Generator<void, Map<string, number>> {
  const rows = new Map<string, number>();
  for (let row = 0; row < ids.length; row++) {
    if (row % phase === phase - 1) yield;
    rows.set(ids[row] as string, row);
  }
  return rows;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
