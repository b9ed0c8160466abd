/**
 * Columns → snapshot. `buildSnapshot` does it at once. `buildSnapshotInPhases` lets the event loop
 * breathe: the work on columns is cut into phases, and a large graph is numbered in a worker thread.
 */
import { setImmediate } from 'node:timers/promises';
import { buildGraph, type Graph, type GraphInput, KINDS } from '@msp-impact/engine';
import type { GraphColumns } from '../store/port.ts';
import { f64, i32, u8 } from './arrays.ts';
import { EndsBuilder } from './ends.ts';
import { graphInWorker } from './graph-worker-client.ts';
import { GroupCollector } from './groups.ts';
import { linkInput } from './links.ts';
import { readNodes } from './nodes.ts';
import { areasOf, columnsOnScreen, peopleOf, zonesOf } from './places.ts';
import type { NodeModel, Snapshot } from './snapshot.ts';
import { sortedColumns } from './sorted.ts';
import { workaroundInput } from './workarounds.ts';

/** Rows handled between two breaths: a few milliseconds of work. */
const PHASE = 10_000;
/** Nodes and links up to which a worker thread would take longer than it saves. */
const IN_PLACE = 20_000;

type Prepared = Omit<Snapshot, 'graph' | 'zones' | 'area' | 'column' | 'people'>;

/** The snapshot of these columns, which may come in any order. O(n log n + m log m). */
export function buildSnapshot(columns: GraphColumns): Snapshot {
  const prepared = atOnce(prepare(columns));
  return atOnce(finish(prepared, buildGraph(prepared.input)));
}

/**
 * The same, giving the event loop a turn between phases.
 *
 * @param previous a snapshot from which most of the columns come: what did not change is not read again
 */
export async function buildSnapshotInPhases(
  columns: GraphColumns,
  previous?: Snapshot,
): Promise<Snapshot> {
  const prepared = await inPhases(prepare(columns, previous));
  const { input } = prepared;
  const small = input.nodeCount + input.links.from.length <= IN_PLACE;
  const graph = small ? buildGraph(input) : await graphInWorker(input);
  return inPhases(finish(prepared, graph));
}

function atOnce<T>(phases: Generator<void, T>): T {
  for (;;) {
    const step = phases.next();
    if (step.done) return step.value;
  }
}

async function inPhases<T>(phases: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = phases.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

function* prepare(given: GraphColumns, previous?: Snapshot): Generator<void, Prepared> {
  const columns = yield* sortedColumns(given, previous?.columns);
  const { rows, models } = yield* readNodes(columns.nodes, PHASE, previous);
  const nodes = nodeInput(columns, rows, models);
  yield;
  const collector = new GroupCollector(nodes.kind, models);
  const known = previous?.rows === rows ? previous : undefined;
  const links = yield* linkInput(columns.dependencies, rows, collector, PHASE, known);
  const aids = workaroundInput(models, rows, collector);
  const groups = collector.table();
  const input: GraphInput = {
    ...nodes,
    links,
    groups: { node: groups.row, rule: groups.rule, k: groups.k },
    workarounds: aids.input,
  };
  yield;
  const { revision, name } = columns;
  return { revision, name, columns, models, rows, input, groups, workarounds: aids.table };
}

function* finish(prepared: Prepared, graph: Graph): Generator<void, Snapshot> {
  const { models, input } = prepared;
  yield;
  const zones = zonesOf(models, graph);
  const people = peopleOf(models, graph);
  yield;
  const area = areasOf(input, graph);
  const column = columnsOnScreen(graph);
  return { ...prepared, graph, zones, area, column, people };
}

type NodeInput = Omit<GraphInput, 'links' | 'groups' | 'workarounds'>;

function nodeInput(
  { nodes }: GraphColumns,
  rows: ReadonlyMap<string, number>,
  models: readonly (NodeModel | undefined)[],
): NodeInput {
  const nodeCount = nodes.id.length;
  const kind = u8(nodeCount);
  const downAt = f64(nodeCount).fill(0.1);
  const parent = i32(nodeCount).fill(-1);
  const population = f64(nodeCount).fill(Number.NaN);
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
