/** Where a node stands: its zones, the region at the top of its tree, its column on screen. */
import { COLUMNS } from '@msp-impact/contract';
import { type Graph, type GraphInput, KINDS } from '@msp-impact/engine';
import type { NodeModel } from './snapshot.ts';

const REGION = KINDS.indexOf('region');
const SUPPLIER = KINDS.indexOf('supplier');
const FOURTH_PARTY = COLUMNS.indexOf('fourth-party');

type Models = readonly (NodeModel | undefined)[];

/** Zones by name; members by id. */
export function zonesOf(models: Models, graph: Graph): Map<string, number[]> {
  const zones = new Map<string, number[]>();
  models.forEach((model, row) => {
    for (const zone of model?.zones ?? []) {
      const members = zones.get(zone);
      if (members) members.push(graph.indexOf[row] as number);
      else zones.set(zone, [graph.indexOf[row] as number]);
    }
  });
  return zones;
}

/** Parents of regions make no circles: rules refuse them, and the walk stops after n steps anyway. */
export function areasOf(input: GraphInput, graph: Graph): Int32Array {
  const area = new Int32Array(graph.nodeCount).fill(-1);
  for (let row = 0; row < input.nodeCount; row++) {
    if (input.kind[row] !== REGION) continue;
    let top = row;
    for (let steps = 0; steps < input.nodeCount; steps++) {
      const above = input.parent[top] as number;
      if (above < 0 || input.kind[above] !== REGION) break;
      top = above;
    }
    area[graph.indexOf[row] as number] = graph.indexOf[top] as number;
  }
  return area;
}

/** A supplier that supplies only suppliers stands in the first column. */
export function columnsOnScreen(graph: Graph): Uint8Array {
  const columns = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    const kind = graph.kind[node] as number;
    columns[node] = kind === SUPPLIER && onlySuppliers(graph, node) ? FOURTH_PARTY : kind + 1;
  }
  return columns;
}

function onlySuppliers(graph: Graph, node: number): boolean {
  const start = graph.outStart[node] as number;
  const end = graph.outStart[node + 1] as number;
  for (let i = start; i < end; i++) {
    const link = graph.outLink[i] as number;
    if (graph.kind[graph.to[link] as number] !== SUPPLIER) return false;
  }
  return end > start;
}

/** As recorded; a region without a record has those of its parts, if all of them are known. */
export function peopleOf(models: Models, input: GraphInput, graph: Graph): Float64Array {
  const people = new Float64Array(graph.nodeCount).fill(Number.NaN);
  models.forEach((model, row) => {
    const node = graph.indexOf[row] as number;
    const recorded = graph.kind[node] === REGION ? model?.population : model?.people;
    if (recorded !== undefined) people[node] = recorded;
  });
  addParts(people, partsOf(input, graph));
  return people;
}

/** Regions by the region in which they lie. */
function partsOf({ nodeCount, kind, parent }: GraphInput, graph: Graph): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (let row = 0; row < nodeCount; row++) {
    const above = parent[row] as number;
    if (kind[row] !== REGION || above < 0) continue;
    const whole = graph.indexOf[above] as number;
    const part = graph.indexOf[row] as number;
    const before = parts.get(whole);
    if (before) before.push(part);
    else parts.set(whole, [part]);
  }
  return parts;
}

/** A round for each storey of the tree; ends when none fills another region. */
function addParts(people: Float64Array, parts: ReadonlyMap<number, readonly number[]>): void {
  const open = new Set([...parts.keys()].filter((whole) => Number.isNaN(people[whole])));
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const whole of open) {
      const sum = (parts.get(whole) ?? []).reduce((all, part) => all + (people[part] as number), 0);
      if (Number.isNaN(sum)) continue;
      people[whole] = sum;
      open.delete(whole);
    }
  }
}
