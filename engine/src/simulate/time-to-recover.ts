import type { Simulation } from './simulate.ts';

/**
 * The hour from which a node is at 1 for good: 0 when it never falls, undefined when it is under 1
 * at the horizon.
 */
export function timeToRecover(
  { stepStart, stepHour, stepLevel }: Simulation,
  node: number,
): number | undefined {
  const last = stepStart[node + 1] - 1;
  return stepLevel[last] === 1 ? stepHour[last] : undefined;
}
