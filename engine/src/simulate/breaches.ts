import { SAME } from '../codes.ts';
import type { Simulation } from './simulate.ts';

/** Impact tolerances; the arrays run along each other. */
export interface Tolerances {
  node: Uint32Array;
  /** Lowest level tolerated. */
  minimum: Float64Array;
  /** Hours for which less is tolerated. */
  maxHours: Float64Array;
}

export interface Breach {
  node: number;
  hour: number;
}

/**
 * The first breach of each tolerance that is broken: the hour at which a level has been under the
 * minimum for as long as is tolerated and stays under it. A level that is back at that very hour is
 * no breach. By hour, then by node. O(steps of the nodes).
 */
export function breaches(simulation: Simulation, tolerances: Tolerances): Breach[] {
  const found: Breach[] = [];
  for (let i = 0; i < tolerances.node.length; i++) {
    const node = tolerances.node[i];
    const hour = firstBreach(simulation, node, tolerances.minimum[i], tolerances.maxHours[i]);
    if (hour !== undefined) found.push({ node, hour });
  }
  return found.sort((a, b) => a.hour - b.hour || a.node - b.node);
}

function firstBreach(
  { stepStart, stepHour, stepLevel, hours }: Simulation,
  node: number,
  minimum: number,
  maxHours: number,
): number | undefined {
  let since = Number.POSITIVE_INFINITY;
  for (let i = stepStart[node]; i < stepStart[node + 1]; i++) {
    // Rounding is no breach.
    if (stepLevel[i] >= minimum - SAME) {
      since = Number.POSITIVE_INFINITY;
      continue;
    }
    since = Math.min(since, stepHour[i]);
    const until = i + 1 < stepStart[node + 1] ? stepHour[i + 1] : hours;
    if (until > since + maxHours) return since + maxHours;
  }
  return undefined;
}
