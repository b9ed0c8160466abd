/**
 * Columns → snapshot. The work is cut into phases, so that a server can answer in between:
 * `buildSnapshot` runs them at once, `buildSnapshotInPhases` lets the event loop breathe.
 */
import { setImmediate } from 'node:timers/promises';
import { buildGraph, type GraphInput, KINDS } from '@msp-impact/engine';
import type { GraphColumns } from '../store/port.ts';
import { EndsBuilder } from './ends.ts';
import { GroupCollector } from './groups.ts';
import { linkInput } from './links.ts';
import { areasOf, columnsOnScreen, peopleOf, zonesOf } from './places.ts';
import type { NodeModel, Snapshot } from './snapshot.ts';
import { sortedColumns } from './sorted.ts';
import { workaroundInput } from './workarounds.ts';

/** Rows handled between two breaths: a few milliseconds of work. */
const PHASE = 10_000;

/** The snapshot of these columns, which may come in any order. O(n log n + m log m). */
export function buildSnapshot(columns: GraphColumns): Snapshot {
  const phases = build(columns);
  for (;;) {
    const step = phases.next();
    if (step.done) return step.value;
  }
}

/** The same, giving the event loop a turn between phases. */
export async function buildSnapshotInPhases(columns: GraphColumns): Promise<Snapshot> {
  const phases = build(columns);
  for (;;) {
    const step = phases.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

function* build(given: GraphColumns): Generator<void, Snapshot> {
  const columns = sortedColumns(given);
  yield;
  const rows = new Map<string, number>();
  const models: (NodeModel | undefined)[] = [];
  yield* readNodes(columns, rows, models);
  const nodes = nodeInput(columns, rows, models);
  yield;
  const collector = new GroupCollector(nodes.kind, models);
  const links = yield* linkInput(columns.dependencies, rows, collector, PHASE);
  const aids = workaroundInput(models, rows, collector);
  const groups = collector.table();
  const input: GraphInput = {
    ...nodes,
    links,
    groups: { node: groups.row, rule: groups.rule, k: groups.k },
    workarounds: aids.input,
  };
  yield;
  const graph = buildGraph(input);
  yield;
  const core = {
    revision: columns.revision,
    name: columns.name,
    columns,
    models,
    rows,
    input,
    graph,
  };
  return {
    ...core,
    groups,
    workarounds: aids.table,
    zones: zonesOf(models, graph),
    area: areasOf(input, graph),
    column: columnsOnScreen(graph),
    people: peopleOf(models, graph),
  };
}

function* readNodes(
  { nodes }: GraphColumns,
  rows: Map<string, number>,
  models: (NodeModel | undefined)[],
): Generator<void, void> {
  for (let row = 0; row < nodes.id.length; row++) {
    if (row % PHASE === PHASE - 1) yield;
    rows.set(nodes.id[row] as string, row);
    const model = nodes.model[row];
    models.push(model ? (JSON.parse(model) as NodeModel) : undefined);
  }
}

type NodeInput = Omit<GraphInput, 'links' | 'groups' | 'workarounds'>;

function nodeInput(
  { nodes }: GraphColumns,
  rows: ReadonlyMap<string, number>,
  models: readonly (NodeModel | undefined)[],
): NodeInput {
  const nodeCount = nodes.id.length;
  const kind = new Uint8Array(nodeCount);
  const downAt = new Float64Array(nodeCount).fill(0.1);
  const parent = new Int32Array(nodeCount).fill(-1);
  const population = new Float64Array(nodeCount).fill(Number.NaN);
  const restartLag = new EndsBuilder(nodeCount, 0);
  for (let row = 0; row < nodeCount; row++) {
    kind[row] = KINDS.indexOf(nodes.kind[row] as (typeof KINDS)[number]);
    const above = nodes.parent[row];
    if (above) parent[row] = rows.get(above) ?? -1;
    const model = models[row];
    if (!model) continue;
    if (model.downAt !== undefined) downAt[row] = model.downAt;
    if (model.population !== undefined) population[row] = model.population;
    if (model.restartLagHours !== undefined) restartLag.set(row, model.restartLagHours);
  }
  return { nodeCount, kind, downAt, parent, population, restartLag: restartLag.ends() };
}
