/**
 * Concentration of amounts: the Herfindahl–Hirschman index, its reciprocal, and the four largest.
 * HHI: A. O. Hirschman, The paternity of an index, American Economic Review 54 (1964).
 */
import { falling } from './falling.ts';

export interface Figures {
  /** Σ s² × 10⁴ over shares s of the total: 10⁴ / n for n equal holders, 10⁴ for one. NaN when total is 0. */
  readonly hhi: number;
  /** 1 / Σ s². NaN when total is 0. */
  readonly effective: number;
  /** The four largest shares together, percent. NaN when total is 0. */
  readonly cr4: number;
  readonly total: number;
  /** Holders with an amount above 0. */
  readonly holders: number;
}

export const HHI_SCALE = 10_000;
const EXTREME = 1e100;

/** @param amount ≥ 0, by holder. O(n), without sorting. */
export function figures(amount: Float64Array): Figures {
  const top = new Float64Array(4); // falling
  let [total, squares, holders] = [0, 0, 0];
  for (let i = 0; i < amount.length; i++) {
    const value = amount[i];
    if (value === 0) continue;
    holders++;
    total += value;
    squares += value * value;
    if (value > top[3]) insert(top, value);
  }
  // Squares of very large or small amounts leave the range of doubles; their shares do not.
  const concentration =
    top[0] > EXTREME || top[0] < 1 / EXTREME ? ofShares(amount, total) : squares / (total * total);
  const four = top[0] + top[1] + top[2] + top[3];
  return {
    hhi: concentration * HHI_SCALE,
    effective: 1 / concentration,
    // At most four holders are all of it, whatever the rounding of the sums.
    cr4: holders > 0 && holders <= 4 ? 100 : (four / total) * 100,
    total,
    holders,
  };
}

function ofShares(amount: Float64Array, total: number): number {
  return amount.reduce((sum, value) => sum + (value / total) ** 2, 0);
}

function insert(top: Float64Array, value: number): void {
  let at = 3;
  while (at > 0 && top[at - 1] < value) {
    top[at] = top[at - 1];
    at--;
  }
  top[at] = value;
}

/** Holders with an amount above 0, largest first, ties by index. O(n). */
export function largestFirst(amount: Float64Array): Uint32Array {
  let held = 0;
  for (let i = 0; i < amount.length; i++) if (amount[i] > 0) held++;
  return falling(amount).subarray(0, held);
}
