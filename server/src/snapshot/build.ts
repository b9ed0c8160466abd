/**
 * Columns → snapshot. `buildSnapshot` does it at once. `buildSnapshotInPhases` lets the event loop
 * breathe: the work on columns is cut into phases, and a large graph is numbered in a worker thread.
 */
import { buildGraph, type Graph, type GraphInput, KINDS } from '@msp-impact/engine';
import type { GraphColumns } from '../store/port.ts';
import { f64, i32, u8 } from './arrays.ts';
import { EndsBuilder } from './ends.ts';
import { graphInWorker } from './graph-worker-client.ts';
import { GroupCollector } from './groups.ts';
import { type LinkEnds, type LinkNumbers, linkEnds, linkNumbers } from './links.ts';
import { readNodes } from './nodes.ts';
import { atOnce, inPhases } from './phases.ts';
import { areasOf, columnsOnScreen, peopleOf, zonesOf } from './places.ts';
import { silentOf } from './silent.ts';
import type { NodeModel, Snapshot } from './snapshot.ts';
import { sortedColumns } from './sorted.ts';
import { workaroundsOf } from './workarounds.ts';

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
 * @param previous a snapshot from which most of the columns come: what did not change is taken over,
 *   the graph too when all that the model computes with is the same
 */
export async function buildSnapshotInPhases(
  columns: GraphColumns,
  previous?: Snapshot,
): Promise<Snapshot> {
  const prepared = await inPhases(prepare(columns, previous));
  const { input } = prepared;
  if (previous && input === previous.input) return { ...previous, ...prepared };
  const small = input.nodeCount + input.links.from.length <= IN_PLACE;
  const graph = small ? buildGraph(input) : await graphInWorker(input);
  return inPhases(finish(prepared, graph));
}

/** Lists of the columns from which each part of the engine's input is made. */
const NODE_LISTS = ['id', 'kind', 'parent', 'model'] as const;
const END_LISTS = ['id', 'from', 'to', 'group'] as const;
const NUMBER_LISTS = ['id', 'strength', 'weight', 'ranges'] as const;

function same<K extends string>(lists: readonly K[], a: Record<K, unknown>, b: Record<K, unknown>) {
  return lists.every((list) => a[list] === b[list]);
}

function* prepare(given: GraphColumns, previous?: Snapshot): Generator<void, Prepared> {
  const columns = yield* sortedColumns(given, previous?.columns);
  const { rows, models } = yield* readNodes(columns.nodes, previous);
  const known = previous?.rows === rows ? previous : undefined;
  const { nodes: oldNodes, dependencies: oldLinks } = known?.columns ?? {};
  const sameNodes = oldNodes !== undefined && same(NODE_LISTS, columns.nodes, oldNodes);
  const sameEnds = oldLinks !== undefined && same(END_LISTS, columns.dependencies, oldLinks);
  const sameNumbers = oldLinks !== undefined && same(NUMBER_LISTS, columns.dependencies, oldLinks);
  const { revision, name } = columns;
  const head = { revision, name, columns, models, rows };
  if (known && sameNodes && sameEnds && sameNumbers) {
    const { input, groups, workarounds } = known;
    return { ...head, input, groups, workarounds };
  }
  const nodes = known && sameNodes ? nodesOf(known.input) : nodeInput(columns, rows, models);
  yield;
  const shape =
    known && sameNodes && sameEnds ? shapeOf(known) : yield* newShape(head, nodes.kind, known);
  const numbers =
    known && sameNumbers ? numbersOf(known.input) : yield* linkNumbers(columns.dependencies);
  yield;
  const { ends, groupInput, workaroundInput, ...tables } = shape;
  const links = { ...ends, ...numbers };
  const silent = silentOf(models, nodes.kind, ends, columns.dependencies);
  const input = {
    ...nodes,
    ...(silent && { silent }),
    links,
    groups: groupInput,
    workarounds: workaroundInput,
  };
  return { ...head, input, ...tables };
}

/** How links hang on nodes, and in which groups: as the engine reads it, and as it is recorded. */
interface Shape extends Pick<Snapshot, 'groups' | 'workarounds'> {
  readonly ends: LinkEnds;
  readonly groupInput: GraphInput['groups'];
  readonly workaroundInput: GraphInput['workarounds'];
}

function* newShape(
  { columns, rows, models }: Pick<Snapshot, 'columns' | 'rows' | 'models'>,
  kind: Uint8Array,
  known?: Snapshot,
): Generator<void, Shape> {
  const collector = new GroupCollector(kind, models);
  const ends = yield* linkEnds(columns.dependencies, rows, collector, known);
  const { input, table } = workaroundsOf(models, rows, collector);
  const groups = collector.table();
  const groupInput = { node: groups.row, rule: groups.rule, k: groups.k };
  return { ends, groups, groupInput, workarounds: table, workaroundInput: input };
}

function shapeOf({ input, groups, workarounds }: Snapshot): Shape {
  const { from, to, group } = input.links;
  const { groups: groupInput, workarounds: workaroundInput } = input;
  return { ends: { from, to, group }, groups, groupInput, workarounds, workaroundInput };
}

function numbersOf({ links }: GraphInput): LinkNumbers {
  const { strength, weight, buffer } = links;
  return { strength, weight, buffer };
}

function* finish(prepared: Prepared, graph: Graph): Generator<void, Snapshot> {
  const { models, input } = prepared;
  yield;
  const zones = zonesOf(models, graph);
  yield;
  const people = peopleOf(models, input, graph);
  yield;
  const area = areasOf(input, graph);
  yield;
  const column = columnsOnScreen(graph);
  return { ...prepared, graph, zones, area, column, people };
}

type NodeInput = Omit<GraphInput, 'links' | 'groups' | 'workarounds'>;

function nodesOf(input: GraphInput): NodeInput {
  const { nodeCount, kind, downAt, parent, population, restartLag } = input;
  return { nodeCount, kind, downAt, parent, population, restartLag };
}

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
