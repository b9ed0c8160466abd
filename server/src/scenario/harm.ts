/** Person-hours that are lost: ∫ people × (1 − level) dt, with bounds. */
import type { Harm, HarmSummary } from '@msp-impact/contract';
import { KINDS, type Simulation } from '@msp-impact/engine';
import { nodeId, nodeName, nodeOf, nodeParent } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { lostHours, weightedLoss } from './series.ts';
import { isRanged, type Simulated } from './simulated.ts';

const SERVICE = KINDS.indexOf('service');

/** People of leaf regions alone are counted: the regions above hold the same people. */
export function harmOf(simulated: Simulated): HarmSummary {
  const { snapshot, likely, low, high } = simulated;
  const leaves = knownLeaves(snapshot);
  const people = (node: number) => snapshot.graph.population[node] as number;
  const ranged = isRanged(simulated);
  const regions = regionHarm(snapshot, likely);
  const bounds = ranged
    ? ([regionHarm(snapshot, low), regionHarm(snapshot, high)] as const)
    : undefined;
  return {
    known: snapshot.graph.peopleKnown,
    unknownRegions: snapshot.graph.leafRegions.length - leaves.length,
    personHours: totalHarm(snapshot, likely),
    ...(ranged
      ? { range: { low: totalHarm(snapshot, high), high: totalHarm(snapshot, low) } }
      : {}),
    lost: weightedLoss(likely, leaves, people),
    ...(ranged
      ? {
          lostLow: weightedLoss(high, leaves, people),
          lostHigh: weightedLoss(low, leaves, people),
        }
      : {}),
    regions: listed(snapshot, regions, bounds),
    services: listed(
      snapshot,
      serviceHarm(snapshot, likely),
      ranged ? [serviceHarm(snapshot, low), serviceHarm(snapshot, high)] : undefined,
    ),
  };
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
function regionHarm(snapshot: Snapshot, simulation: Simulation): Map<number, number> {
  const harm = new Map<number, number>();
  for (const leaf of knownLeaves(snapshot)) {
    const own = (snapshot.graph.population[leaf] as number) * lostHours(simulation, leaf);
    for (let node = leaf; node >= 0; node = above(snapshot, node)) {
      harm.set(node, (harm.get(node) ?? 0) + own);
    }
  }
  return harm;
}

function above(snapshot: Snapshot, node: number): number {
  const parent = nodeParent(snapshot, node);
  return parent === undefined ? -1 : nodeOf(snapshot, parent);
}

function serviceHarm({ graph, people }: Snapshot, simulation: Simulation): Map<number, number> {
  const harm = new Map<number, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kind[node] !== SERVICE || Number.isNaN(people[node])) continue;
    harm.set(node, (people[node] as number) * lostHours(simulation, node));
  }
  return harm;
}

/** Largest first; `bounds` are the pessimistic and the optimistic harm. */
function listed(
  snapshot: Snapshot,
  harm: ReadonlyMap<number, number>,
  bounds?: readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>],
): Harm[] {
  const rows = [...harm].map(([node, personHours]) => {
    const [worst, best] = bounds ?? [];
    const range = { low: best?.get(node) ?? personHours, high: worst?.get(node) ?? personHours };
    return {
      id: nodeId(snapshot, node),
      name: nodeName(snapshot, node),
      personHours,
      ...(range.low === range.high ? {} : { range }),
    };
  });
  return rows
    .filter(({ personHours, range }) => personHours > 0 || (range?.high ?? 0) > 0)
    .sort((a, b) => b.personHours - a.personHours || (a.id < b.id ? -1 : 1));
}
