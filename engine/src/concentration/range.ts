/**
 * What unknown amounts leave of an HHI: its exact bounds while each of them is free in [0, M].
 *
 * A holder with the known amount l and u unknown ones has y ∈ [l, h], h = l + u·M, and all such y
 * are possible, each holder apart. HHI = Q / S² with Q = Σ y², S = Σ y, on this box.
 *
 * Least: √Q / S is a convex function over a positive linear one, so it is pseudoconvex and one
 * stationary point is the minimum. ∂/∂y_i has the sign of y_i − Q/S: each y_i is m = Q/S where its
 * interval allows it, else the end nearer to m. m solves g(m) = 0 for
 * g(m) = Σ over the holders at an end of y·(m − y), which is continuous and never falls.
 *
 * Greatest: see greatest.ts.
 */
import { HHI_SCALE } from './figures.ts';
import { greatestRatio } from './greatest.ts';
import type { Tally } from './tally.ts';

export interface HhiRange {
  readonly low: number;
  readonly high: number;
  /** False: `high` is safe but may not be reached; the search for the exact one was too long. */
  readonly exact: boolean;
}

const MAX_STEPS = 200;
/** HHI is flat at its least: an error of m counts with its square. */
const TOLERANCE = 1e-10;

/**
 * @returns undefined when no amount above 0 is known: then nothing says how large the others are
 * O(n log n), n holders.
 */
export function hhiRange({ amount, unknown, largest }: Tally): HhiRange | undefined {
  if (!(largest > 0)) return undefined;
  // Shares do not depend on the unit: in units of the largest amount no square leaves its range.
  const low = amount.map((known) => known / largest);
  const high = low.map((known, i) => known + unknown[i]);
  const most = greatestRatio(low, unknown, 1);
  return {
    low: leastRatio(low, high) * HHI_SCALE,
    high: most.ratio * HHI_SCALE,
    exact: most.exact,
  };
}

/** Least Q / S² over the box [low, high], low not all 0. */
function leastRatio(low: Float64Array, high: Float64Array): number {
  const m = levelOf(low, high);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < low.length; i++) {
    const y = Math.min(Math.max(m, low[i]), high[i]);
    sum += y;
    squares += y * y;
  }
  return squares / (sum * sum);
}

/** The root m of g: Newton's steps, exact on g's straight pieces, kept between two bounds. */
function levelOf(low: Float64Array, high: Float64Array): number {
  let [under, over] = [0, 0];
  for (let i = 0; i < high.length; i++) if (high[i] > over) over = high[i];
  let m = over / 2;
  // g(under) < 0 ≤ g(over)
  for (let step = 0; step < MAX_STEPS && over - under > TOLERANCE * over; step++) {
    const { sum, squares } = ends(low, high, m);
    const g = m * sum - squares;
    if (g < 0) under = m;
    else over = m;
    const root = sum > 0 ? squares / sum : m;
    if (root === m) return m;
    m = root > under && root < over ? root : (under + over) / 2;
  }
  return over;
}

/** Σ and Σ² of the holders that m leaves at an end; those that can be m add nothing to g. */
function ends(low: Float64Array, high: Float64Array, m: number): { sum: number; squares: number } {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < low.length; i++) {
    const y = low[i] > m ? low[i] : high[i] < m ? high[i] : 0;
    sum += y;
    squares += y * y;
  }
  return { sum, squares };
}
