/** Other ways of working, as the engine reads them. */
import type { Workaround } from '@msp-impact/contract';
import type { GraphInput } from '@msp-impact/engine';
import { EndsBuilder } from './ends.ts';
import type { GroupCollector } from './groups.ts';
import type { NodeModel, WorkaroundTable } from './snapshot.ts';

interface Placed {
  readonly row: number;
  /** Input group; -1: any group of the node. */
  readonly group: number;
  readonly recorded: Workaround;
}

/** A workaround for a group that no link is in stands in for nothing, and is left out. */
export function workaroundsOf(
  models: readonly (NodeModel | undefined)[],
  rows: ReadonlyMap<string, number>,
  groups: GroupCollector,
): { input: GraphInput['workarounds']; table: WorkaroundTable } {
  const placed: Placed[] = [];
  models.forEach((model, row) => {
    for (const recorded of model?.workarounds ?? []) {
      const group = recorded.group === undefined ? -1 : groups.find(row, recorded.group);
      if (group !== undefined) placed.push({ row, group, recorded });
    }
  });
  const table = {
    row: Uint32Array.from(placed, ({ row }) => row),
    recorded: placed.map(({ recorded }) => recorded),
  };
  return { input: columnsOf(placed, table.row, rows), table };
}

function columnsOf(
  placed: readonly Placed[],
  node: Uint32Array,
  rows: ReadonlyMap<string, number>,
): GraphInput['workarounds'] {
  const capacity = new EndsBuilder(placed.length, 0);
  const after = new EndsBuilder(placed.length, 0);
  const lasts = new EndsBuilder(placed.length, Number.POSITIVE_INFINITY);
  const via = new Int32Array(placed.length).fill(-1);
  placed.forEach(({ recorded }, i) => {
    capacity.set(i, recorded.capacity);
    if (recorded.afterHours !== undefined) after.set(i, recorded.afterHours);
    if (recorded.lastsHours !== undefined) lasts.set(i, recorded.lastsHours);
    if (recorded.via !== undefined) via[i] = rows.get(recorded.via) ?? -1;
  });
  const group = Int32Array.from(placed, (one) => one.group);
  return { node, group, capacity: capacity.ends(), via, after: after.ends(), lasts: lasts.ends() };
}
