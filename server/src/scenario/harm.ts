/** Person-hours that are lost: ∫ people × (1 − level) dt, with bounds. */
import type { Harm, HarmSummary } from '@msp-impact/contract';
import { KINDS, type Simulation } from '@msp-impact/engine';
import { atOnce } from '../snapshot/phases.ts';
import { nodeId, nodeName } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { lostHours, weightedLoss } from './series.ts';
import { isRanged, type Simulated } from './simulated.ts';

const SERVICE = KINDS.indexOf('service');

/** People of leaf regions alone are counted: the regions above hold the same people. */
export function harmOf(simulated: Simulated): HarmSummary {
  return atOnce(harmInParts(simulated));
}

/** The same, yielding between parts of some milliseconds. */
export function* harmInParts(simulated: Simulated): Generator<void, HarmSummary> {
  const { snapshot, likely } = simulated;
  const { graph } = snapshot;
  const leaves = knownLeaves(snapshot);
  const people = (node: number) => graph.population[node] as number;
  const lost = weightedLoss(likely, leaves, people);
  yield;
  const regions = yield* harmBy(simulated, regionHarm);
  const services = yield* harmBy(simulated, serviceHarm);
  const bounds = isRanged(simulated) ? yield* boundsOf(simulated, leaves) : undefined;
  return {
    known: graph.peopleKnown,
    unknownRegions: graph.leafRegions.length - leaves.length,
    personHours: totalHarm(snapshot, likely),
    ...(bounds ? { range: bounds.range } : {}),
    lost,
    ...bounds?.lost,
    regions,
    services,
  };
}

function* boundsOf({ snapshot, low, high }: Simulated, leaves: readonly number[]) {
  const people = (node: number) => snapshot.graph.population[node] as number;
  const range = { low: totalHarm(snapshot, high), high: totalHarm(snapshot, low) };
  yield;
  const lostLow = weightedLoss(high, leaves, people);
  yield;
  const lostHigh = weightedLoss(low, leaves, people);
  return { range, lost: { lostLow, lostHigh } };
}

/** Person-hours by node, of one run. */
type HarmByNode = (snapshot: Snapshot, simulation: Simulation) => Float64Array;

function* harmBy(simulated: Simulated, by: HarmByNode): Generator<void, Harm[]> {
  const { snapshot, likely, low, high } = simulated;
  const point = by(snapshot, likely);
  yield;
  if (!isRanged(simulated)) return listed(snapshot, point, point, point);
  const worst = by(snapshot, low);
  yield;
  const best = by(snapshot, high);
  yield;
  return listed(snapshot, point, worst, best);
}

export function knownLeaves({ graph }: Snapshot): number[] {
  return [...graph.leafRegions].filter((node) => !Number.isNaN(graph.population[node]));
}

/** Over the leaf regions whose population is on record. */
export function totalHarm(snapshot: Snapshot, simulation: Simulation): number {
  let total = 0;
  for (const node of knownLeaves(snapshot)) {
    total += (snapshot.graph.population[node] as number) * lostHours(simulation, node);
  }
  return total;
}

/** A region has what its leaf regions have. */
function regionHarm(snapshot: Snapshot, simulation: Simulation): Float64Array {
  const { graph, input } = snapshot;
  const harm = new Float64Array(graph.nodeCount);
  for (const leaf of knownLeaves(snapshot)) {
    const own = (graph.population[leaf] as number) * lostHours(simulation, leaf);
    if (own === 0) continue;
    let row = graph.order[leaf] as number;
    for (; row >= 0; row = input.parent[row] as number) {
      const node = graph.indexOf[row] as number;
      harm[node] = (harm[node] as number) + own;
    }
  }
  return harm;
}

function serviceHarm({ graph, people }: Snapshot, simulation: Simulation): Float64Array {
  const harm = new Float64Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kind[node] !== SERVICE || Number.isNaN(people[node])) continue;
    harm[node] = (people[node] as number) * lostHours(simulation, node);
  }
  return harm;
}

/** Who is harmed by the point answer or may be, largest first; then by id. */
function listed(
  snapshot: Snapshot,
  harm: Float64Array,
  worst: Float64Array,
  best: Float64Array,
): Harm[] {
  const { indexOf } = snapshot.graph;
  const rows: Harm[] = [];
  // Rows are in id order, and the sort keeps the order of equals.
  for (const node of indexOf) {
    const personHours = harm[node] as number;
    const range = { low: best[node] as number, high: worst[node] as number };
    if (personHours === 0 && range.high === 0) continue;
    const spread = range.low === range.high ? {} : { range };
    rows.push({
      id: nodeId(snapshot, node),
      name: nodeName(snapshot, node),
      personHours,
      ...spread,
    });
  }
  return rows.sort((a, b) => b.personHours - a.personHours);
}
