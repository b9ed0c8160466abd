/** A set made one by one: the way without a solver, and the one to beat. */
import { isAffordable } from './choose.ts';
import type { Sets } from './prove.ts';

/** Share of the harm under which nothing is gained. */
const NOTHING = 1e-9;

/**
 * Adds what removes most for its cost, simulated on top of what is chosen already. When the time is up
 * the set stays as it is.
 */
export function greedy(sets: Sets, harm: number, until: number): number[] {
  const set: number[] = [];
  for (;;) {
    const next = mostForItsCost(sets, set, NOTHING * harm, until);
    if (next === undefined) return set;
    set.push(next);
  }
}

function mostForItsCost(
  sets: Sets,
  set: readonly number[],
  least: number,
  until: number,
): number | undefined {
  const { costs } = sets;
  const before = sets.removed(set);
  let [best, worth]: [number | undefined, number] = [undefined, 0];
  for (let i = 0; i < costs.length; i++) {
    if (set.includes(i) || !isAffordable(sets, [...set, i])) continue;
    if (performance.now() > until) return undefined;
    const gained = sets.removed([...set, i]) - before;
    if (gained <= least) continue;
    const perCost = gained / Math.max(costs[i] as number, Number.MIN_VALUE);
    if (perCost > worth) [best, worth] = [i, perCost];
  }
  return best;
}
