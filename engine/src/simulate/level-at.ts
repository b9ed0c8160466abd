import type { Simulation } from './simulate.ts';

/** A node's level at an hour from 0 on; after the horizon its last one. O(log of its steps). */
export function levelAt(simulation: Simulation, node: number, hour: number): number {
  const { stepStart, stepHour, stepLevel } = simulation;
  let low = stepStart[node];
  let high = stepStart[node + 1] - 1;
  // Invariant: the step in force lies in low .. high.
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (stepHour[middle] <= hour) low = middle;
    else high = middle - 1;
  }
  return stepLevel[low];
}
