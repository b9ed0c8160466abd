/** Rows and models of nodes; what a previous snapshot has read already is taken over. */
import type { NodeColumns } from '../store/port.ts';
import { PHASE } from './phases.ts';
import type { NodeModel, Snapshot } from './snapshot.ts';

interface NodesRead {
  /** Id → row; the previous snapshot's own map when the ids are the same. */
  readonly rows: ReadonlyMap<string, number>;
  readonly models: readonly (NodeModel | undefined)[];
}

/** Yields now and then. */
export function* readNodes(nodes: NodeColumns, previous?: Snapshot): Generator<void, NodesRead> {
  const known = previous?.columns.nodes;
  if (previous && nodes.id === known?.id && nodes.model === known.model) return previous;
  const same = previous !== undefined && sameIds(nodes.id, previous.columns.nodes.id);
  const rows = same ? previous.rows : yield* rowsOf(nodes.id);
  const models: (NodeModel | undefined)[] = [];
  const before = same ? previous : undefined;
  for (let row = 0; row < nodes.id.length; row++) {
    if (row % PHASE === PHASE - 1) yield;
    const text = nodes.model[row];
    if (before && text === before.columns.nodes.model[row]) models.push(before.models[row]);
    else models.push(text ? (JSON.parse(text) as NodeModel) : undefined);
  }
  return { rows, models };
}

function* rowsOf(ids: readonly string[]): Generator<void, Map<string, number>> {
  const rows = new Map<string, number>();
  for (let row = 0; row < ids.length; row++) {
    if (row % PHASE === PHASE - 1) yield;
    rows.set(ids[row] as string, row);
  }
  return rows;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, i) => id === b[i]));
}
