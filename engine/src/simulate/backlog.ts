import type { Simulation } from './simulate.ts';

export interface Backlog {
  /** Greatest number of cases waiting, and the first hour at which they are. */
  peak: number;
  peakHour: number;
  /** Hour from which none wait any more; 0 when none ever did; undefined: not within the horizon. */
  clearedHour: number | undefined;
  /** [hour, cases waiting], straight between two of them and level after the last; from hour 0 on. */
  course: [number, number][];
}

/**
 * Cases that wait while a service cannot keep up. At level x it lets demand x (1 - x) cases an hour
 * wait and works off catchUp x x of those waiting: both what it does and what it could do on top
 * shrink with its level. O(steps of the node).
 */
export function backlog(
  simulation: Simulation,
  node: number,
  demandPerHour: number,
  catchUpPerHour: number,
): Backlog {
  const { stepStart, stepHour, stepLevel, hours } = simulation;
  rate('demandPerHour', demandPerHour);
  rate('catchUpPerHour', catchUpPerHour);
  const found: Backlog = { peak: 0, peakHour: 0, clearedHour: 0, course: [[0, 0]] };
  let waiting = 0;
  for (let i = stepStart[node]; i < stepStart[node + 1]; i++) {
    const until = i + 1 < stepStart[node + 1] ? stepHour[i + 1] : hours;
    const growth = demandPerHour * (1 - stepLevel[i]) - catchUpPerHour * stepLevel[i];
    const after = Math.max(0, waiting + growth * (until - stepHour[i]));
    if (after > found.peak) {
      found.peak = after;
      found.peakHour = until;
    }
    if (after > 0) found.clearedHour = undefined;
    else if (waiting > 0) {
      found.clearedHour = stepHour[i] - waiting / growth;
      found.course.push([found.clearedHour, 0]);
    }
    if (after > 0) {
      // Where a wait begins, and where it bends.
      if (waiting === 0 && stepHour[i] > 0) found.course.push([stepHour[i], 0]);
      found.course.push([until, after]);
    }
    waiting = after;
  }
  return found;
}

function rate(name: string, value: number): void {
  if (value >= 0 && value < Number.POSITIVE_INFINITY) return;
  throw new RangeError(`${name} is ${value}: it must be a number of at least 0`);
}
