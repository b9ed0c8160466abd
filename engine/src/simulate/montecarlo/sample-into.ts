import type { Ends } from '../../graph.ts';
import { SHAPES, sample } from './distributions.ts';

/**
 * Draws every number of `ends` that is a range into `out`, in order; the others are copied and use
 * no random number. `shapes`: codes, one for each number, or one for all. `most`: what no draw
 * may pass (1 for levels and shares), since a lognormal one passes its high end.
 */
export function sampleInto(
  out: Float64Array,
  ends: Ends,
  shapes: Uint8Array | number,
  next: () => number,
  most = Number.POSITIVE_INFINITY,
): void {
  const { low, likely, high } = ends;
  for (let i = 0; i < out.length; i++) {
    if (low[i] === high[i]) {
      out[i] = likely[i];
      continue;
    }
    const shape = SHAPES[typeof shapes === 'number' ? shapes : shapes[i]];
    const range = { low: low[i], likely: likely[i], high: high[i] };
    out[i] = Math.min(most, sample(shape, range, next));
  }
}
