/** Draws from what is known of a number: a range, often with a likely value in it. */

/** The position in the list is the code inside typed arrays. */
export const SHAPES = ['uniform', 'triangular', 'pert', 'lognormal'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Range {
  low: number;
  likely: number;
  high: number;
}

type Next = () => number;

/** 95th percentile of the standard normal distribution. */
const Z95 = 1.6448536269514722;

/** Why a range cannot have a shape, as a sentence; undefined when it can. */
export function shapeFault(shape: Shape, { low, likely, high }: Range): string | undefined {
  if (!(low <= likely && likely <= high)) {
    return `low ${low}, likely ${likely}, high ${high}: they must rise`;
  }
  if (!(Number.isFinite(low) && Number.isFinite(high))) {
    return `low ${low}, high ${high}: both must be finite`;
  }
  if (shape === 'lognormal' && low <= 0 && high > low) {
    return `low is ${low}: a lognormal range must begin above 0`;
  }
  return undefined;
}

/**
 * One number. `uniform` ignores `likely`; `triangular` and `pert` peak there; `lognormal` ignores it
 * and takes low and high as its 5th and 95th percentiles, so that a tenth of its draws lie outside.
 * A range without width gives its value and uses no random number.
 * Throws RangeError where shapeFault has something to say.
 */
export function sample(shape: Shape, range: Range, next: Next): number {
  const { low, likely, high } = range;
  const fault = shapeFault(shape, range);
  if (fault) throw new RangeError(fault);
  if (low === high) return low;
  if (shape === 'uniform') return low + (high - low) * next();
  if (shape === 'triangular') return triangular(low, likely, high, next());
  if (shape === 'pert') return pert(low, likely, high, next);
  return lognormal(low, high, next);
}

/** By the inverse of the distribution function. */
function triangular(low: number, likely: number, high: number, u: number): number {
  const width = high - low;
  const rising = likely - low;
  if (u * width < rising) return low + Math.sqrt(u * width * rising);
  return high - Math.sqrt((1 - u) * width * (high - likely));
}

/** A beta distribution over the range with mean (low + 4 likely + high) / 6. */
function pert(low: number, likely: number, high: number, next: Next): number {
  const width = high - low;
  const x = gamma(1 + (4 * (likely - low)) / width, next);
  const y = gamma(1 + (4 * (high - likely)) / width, next);
  return Math.min(high, low + width * (x / (x + y)));
}

function lognormal(low: number, high: number, next: Next): number {
  const middle = (Math.log(low) + Math.log(high)) / 2;
  const spread = (Math.log(high) - Math.log(low)) / (2 * Z95);
  return Math.exp(middle + spread * normal(next));
}

/** Source: Box and Muller, A note on the generation of random normal deviates, 1958. */
export function normal(next: Next): number {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return radius * Math.cos(2 * Math.PI * next());
}

/** Shape at least 1. Source: Marsaglia and Tsang, A simple method for generating gamma variables, 2000. */
export function gamma(shape: number, next: Next): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(next);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
