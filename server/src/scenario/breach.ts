/** Tolerances that are missed, by the point answer and by both bounds. */
import type { Breach } from '@msp-impact/contract';
import { breaches, type Simulation } from '@msp-impact/engine';
import { nameOf } from '../answers/impact.ts';
import { nodeModel } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { isRanged, type Simulated } from './simulated.ts';

export interface Tolerances {
  readonly node: Uint32Array;
  readonly minimum: Float64Array;
  readonly maxHours: Float64Array;
}

export function tolerancesOf({ models, graph }: Snapshot): Tolerances {
  const rows = [...models.keys()].filter((row) => models[row]?.tolerance);
  return {
    node: Uint32Array.from(rows, (row) => graph.indexOf[row] as number),
    minimum: Float64Array.from(rows, (row) => models[row]?.tolerance?.minimumLevel ?? 0),
    maxHours: Float64Array.from(rows, (row) => models[row]?.tolerance?.maxHours ?? 0),
  };
}

/** Node → the hour of its first breach. */
export function firstBreaches(simulation: Simulation, tolerances: Tolerances): Map<number, number> {
  const first = new Map<number, number>();
  for (const { node, hour } of breaches(simulation, tolerances)) {
    first.set(node, Math.min(hour, first.get(node) ?? hour));
  }
  return first;
}

/** Earliest first; those that only the pessimistic run has come last. */
export function breachesOf(simulated: Simulated): Breach[] {
  const { snapshot, likely, low, high } = simulated;
  const tolerances = tolerancesOf(snapshot);
  const point = firstBreaches(likely, tolerances);
  const bounds = isRanged(simulated)
    ? { earliest: firstBreaches(low, tolerances), latest: firstBreaches(high, tolerances) }
    : { earliest: point, latest: point };
  const nodes = new Set([...point.keys(), ...bounds.earliest.keys()]);
  const found = [...nodes].map((node): Breach => {
    const [hour, earliest, latest] = [
      point.get(node),
      bounds.earliest.get(node),
      bounds.latest.get(node),
    ];
    const { minimumLevel = 0, maxHours = 0 } = nodeModel(snapshot, node)?.tolerance ?? {};
    return {
      ...nameOf(snapshot, node),
      minimumLevel,
      maxHours,
      certainty: latest !== undefined ? 'certain' : hour !== undefined ? 'likely' : 'possible',
      ...(hour === undefined ? {} : { hour }),
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
    };
  });
  return found.sort(earliestFirst);
}

function earliestFirst(a: Breach, b: Breach): number {
  const hour = (one: Breach) => one.hour ?? Number.MAX_VALUE;
  return hour(a) - hour(b) || (a.earliest ?? 0) - (b.earliest ?? 0) || (a.id < b.id ? -1 : 1);
}
