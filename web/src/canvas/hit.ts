/** What of a picture lies under a point, in the picture's own coordinates. */
import { quadratics } from '../picture/curve.ts';
import type { Box, Edge, Picture, Point, Spot } from '../picture/types.ts';

export interface Target {
  readonly box: Box;
  readonly spot: Spot | undefined;
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The card there, and the part of it that answers by itself. */
export function targetAt(picture: Picture, at: Point): Target | undefined {
  const box = picture.boxes.find((one) => holds(one, at));
  if (!box) return undefined;
  const inside = { x: at.x - box.x, y: at.y - box.y };
  return { box, spot: box.spots.find((spot) => holds(spot, inside)) };
}

const holds = ({ x, y, w, h }: Rect, at: Point) =>
  at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h;

/** The link nearest to the point, of those whose line is within `reach` of it; of equals the one on top. */
export function edgeAt(picture: Picture, at: Point, reach: number): Edge | undefined {
  let best: Edge | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const edge of picture.edges) {
    const most = reach + edge.width / 2;
    if (!near(edge.points, at, most)) continue;
    const away = distanceTo(edge.points, at);
    if (away > most || away > least || (away === least && best && edge.z < best.z)) continue;
    best = edge;
    least = away;
  }
  return best;
}

/** A curve stays within the box of its control points. */
function near(points: readonly Point[], at: Point, most: number): boolean {
  const beside = (of: (point: Point) => number) =>
    points.every((point) => of(point) < of(at) - most) ||
    points.every((point) => of(point) > of(at) + most);
  return !beside(({ x }) => x) && !beside(({ y }) => y);
}

/** Each quadratic is measured as so many straight pieces. */
const PIECES = 12;

function distanceTo(points: readonly Point[], at: Point): number {
  let least = Number.POSITIVE_INFINITY;
  let start = points[0]!;
  for (const { control, end } of quadratics(points)) {
    let from = start;
    for (let i = 1; i <= PIECES; i++) {
      const to = along(start, control, end, i / PIECES);
      least = Math.min(least, toSegment(from, to, at));
      from = to;
    }
    start = end;
  }
  return least;
}

function along(a: Point, b: Point, c: Point, t: number): Point {
  const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: u * a.x + v * b.x + w * c.x, y: u * a.y + v * b.y + w * c.y };
}

function toSegment(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(at.x - a.x - t * dx, at.y - a.y - t * dy);
}
