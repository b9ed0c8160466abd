/**
 * Positions in one column: as near to where each thing would like to be as order and room allow.
 * Least squares under y[i + 1] ≥ y[i] + height[i] + gap is isotonic regression (pool adjacent
 * violators; Best & Chakravarti 1990), which is linear in the number of things.
 */

/** Tops of things of these heights, in this order, at least `gap` apart, none above `top`. */
export function settle(
  desired: readonly number[],
  heights: readonly number[],
  gap: number,
  top: number,
  bottom = Number.POSITIVE_INFINITY,
): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const height of heights) {
    offsets.push(offset);
    offset += height + gap;
  }
  const room = Math.max(top, bottom - (offset - gap));
  const values = isotonic(desired.map((y, i) => y - offsets[i]!));
  return values.map((value, i) => Math.min(Math.max(value, top), room) + offsets[i]!);
}

/** The nondecreasing sequence nearest to `values`. */
function isotonic(values: readonly number[]): number[] {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const value of values) {
    sums.push(value);
    counts.push(1);
    // Invariant: the means of all blocks but the last are nondecreasing.
    while (sums.length > 1 && mean(sums, counts, -2) > mean(sums, counts, -1)) {
      sums.push(sums.pop()! + sums.pop()!);
      counts.push(counts.pop()! + counts.pop()!);
    }
  }
  return sums.flatMap((sum, i) => new Array<number>(counts[i]!).fill(sum / counts[i]!));
}

function mean(sums: readonly number[], counts: readonly number[], at: number): number {
  return sums.at(at)! / counts.at(at)!;
}

export interface Span {
  readonly y: number;
  readonly h: number;
}

/** The top nearest to `desired` at which a thing of height `h` keeps `gap` from all that is taken. */
export function nearestFree(
  taken: readonly Span[],
  desired: number,
  h: number,
  gap: number,
  top: number,
): number {
  const candidates = [Math.max(top, desired), top];
  for (const span of taken) candidates.push(span.y + span.h + gap, span.y - gap - h);
  const free = (y: number) =>
    y >= top && taken.every((s) => y >= s.y + s.h + gap - 1e-6 || y + h + gap <= s.y + 1e-6);
  let best = Number.POSITIVE_INFINITY;
  for (const y of candidates) {
    if (Math.abs(y - desired) >= Math.abs(best - desired)) continue;
    if (free(y)) best = y;
  }
  return best;
}
