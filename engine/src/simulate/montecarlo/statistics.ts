/** Reading many runs. */

/**
 * The level under which a share of the values lies, between neighbours by proportion (Hyndman and
 * Fan's type 7). `sorted`: ascending, at least one; `share` in 0..1. Throws RangeError otherwise.
 */
export function percentile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) throw new RangeError('sorted.length is 0: it must be at least 1');
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share is ${share}: it must lie in 0..1`);
  const at = share * (sorted.length - 1);
  const under = Math.floor(at);
  const rest = at - under;
  return rest === 0 ? sorted[under] : sorted[under] + rest * (sorted[under + 1] - sorted[under]);
}

/** A point of the exceedance curve: the share of runs with more than `value`. */
export interface Exceedance {
  value: number;
  share: number;
}

/**
 * How likely more than a value is, at each value that occurs; of more than `points` of them as many,
 * evenly thinned, the greatest (with share 0) always among them. `sorted`: ascending.
 */
export function exceedanceCurve(sorted: Float64Array, points = 200): Exceedance[] {
  const n = sorted.length;
  const all: Exceedance[] = [];
  for (let i = 0; i < n; i++) {
    if (i + 1 < n && sorted[i + 1] === sorted[i]) continue;
    all.push({ value: sorted[i], share: (n - 1 - i) / n });
  }
  const stride = Math.ceil(all.length / Math.max(1, points));
  return all.filter((_, i) => (all.length - 1 - i) % stride === 0);
}

/**
 * Spearman's rank correlation, -1..1, equal values at the mean of their ranks; 0 when one of the two
 * does not vary. O(n log n). Throws RangeError when the lengths differ.
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    throw new RangeError(`b.length is ${b.length}: it must be ${a.length}`);
  }
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i] - mean, y[i] - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** Ranks from 1, ties averaged. */
export function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i] - values[j]);
  const rank = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let end = i + 1;
    while (end < order.length && values[order[end]] === values[order[i]]) end++;
    for (let k = i; k < end; k++) rank[order[k]] = (i + end + 1) / 2;
    i = end;
  }
  return rank;
}
