/**
 * Levels over time as lists: `[hour, level]`, right-continuous, the first at hour 0, up to the
 * horizon of the simulation.
 */
import type { Steps } from '@msp-impact/contract';
import type { Simulation } from '@msp-impact/engine';

export function stepsOf(simulation: Simulation, node: number): Steps {
  const { stepStart, stepHour, stepLevel } = simulation;
  const steps: Steps = [];
  for (let i = stepStart[node] as number; i < (stepStart[node + 1] as number); i++) {
    steps.push([stepHour[i] as number, stepLevel[i] as number]);
  }
  return steps;
}

/** Whether the node is ever under 1. */
export function isHit({ stepStart, stepLevel }: Simulation, node: number): boolean {
  const end = stepStart[node + 1] as number;
  for (let i = stepStart[node] as number; i < end; i++) {
    if ((stepLevel[i] as number) < 1) return true;
  }
  return false;
}

/** The least level, and the first hour at which it is reached. */
export function lowest(simulation: Simulation, node: number): { hour: number; level: number } {
  const { stepStart, stepHour, stepLevel } = simulation;
  let at = stepStart[node] as number;
  for (let i = at + 1; i < (stepStart[node + 1] as number); i++) {
    if ((stepLevel[i] as number) < (stepLevel[at] as number)) at = i;
  }
  return { hour: stepHour[at] as number, level: stepLevel[at] as number };
}

/** ∫ (1 − level) dt over the horizon, in hours. */
export function lostHours({ hours, stepStart, stepHour, stepLevel }: Simulation, node: number) {
  let lost = 0;
  const end = stepStart[node + 1] as number;
  for (let i = stepStart[node] as number; i < end; i++) {
    const until = i + 1 < end ? (stepHour[i + 1] as number) : hours;
    lost += (1 - (stepLevel[i] as number)) * (until - (stepHour[i] as number));
  }
  return lost;
}

/** From when on it is at 1 for good; undefined: it never fell, or is not back within the horizon. */
export function recoveredAt(simulation: Simulation, node: number): number | undefined {
  const { stepStart, stepHour, stepLevel } = simulation;
  const last = (stepStart[node + 1] as number) - 1;
  if (last === stepStart[node] || stepLevel[last] !== 1) return undefined;
  return stepHour[last];
}

/** The least level within [from, to); 1 for an empty span. */
export function lowestWithin(simulation: Simulation, node: number, from: number, to: number) {
  const { stepStart, stepHour, stepLevel } = simulation;
  let least = 1;
  const end = stepStart[node + 1] as number;
  for (let i = stepStart[node] as number; i < end && (stepHour[i] as number) < to; i++) {
    const until = i + 1 < end ? (stepHour[i + 1] as number) : Number.POSITIVE_INFINITY;
    if (until > from) least = Math.min(least, stepLevel[i] as number);
  }
  return least;
}

/** Level of a list of steps at an hour. */
export function valueAt(steps: Steps, hour: number): number {
  let value = steps[0]?.[1] ?? 1;
  for (const [from, next] of steps) {
    if (from > hour) break;
    value = next;
  }
  return value;
}

/** Σ weight × (1 − level) over the nodes, at each hour at which it changes. */
export function weightedLoss(
  simulation: Simulation,
  nodes: Iterable<number>,
  weight: (node: number) => number,
): Steps {
  const { stepStart, stepHour, stepLevel } = simulation;
  const change = new Map<number, number>([[0, 0]]);
  for (const node of nodes) {
    let before = 1;
    for (let i = stepStart[node] as number; i < (stepStart[node + 1] as number); i++) {
      const level = stepLevel[i] as number;
      const hour = stepHour[i] as number;
      change.set(hour, (change.get(hour) ?? 0) + weight(node) * (before - level));
      before = level;
    }
  }
  const hours = [...change.keys()].sort((a, b) => a - b);
  let [sum, shown] = [0, Number.NaN];
  const steps: Steps = [];
  for (const hour of hours) {
    sum += change.get(hour) as number;
    // What is left over of sums that cancel out is rounding.
    const value = Math.abs(sum) < 1e-6 ? 0 : sum;
    if (value !== shown) steps.push([hour, value]);
    shown = value;
  }
  return steps;
}
