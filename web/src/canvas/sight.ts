/** What of the picture lies in the panel. World pixels. */
import type { Point } from '../picture/types.ts';

export interface Sight {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Extent {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const AROUND = 8;
export function inSight(box: Extent, sight: Sight): boolean {
  const beside = box.x - AROUND > sight.x2 || box.x + box.w + AROUND < sight.x1;
  return !beside && box.y - AROUND <= sight.y2 && box.y + box.h + AROUND >= sight.y1;
}

/** A link keeps its points while only what it says changes: its box is worked out once. */
const extents = new WeakMap<readonly Point[], Extent>();

export function boundsOf(points: readonly Point[]): Extent {
  const known = extents.get(points);
  if (known) return known;
  const made = extentOf(points);
  extents.set(points, made);
  return made;
}

/** A curve stays within the box of its control points. */
function extentOf(points: readonly Point[]): Extent {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, foot] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    foot = Math.max(foot, y);
  }
  return { x: left, y: top, w: right - left, h: foot - top };
}
