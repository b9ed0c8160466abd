/** The curve of a link: quadratics that meet half way between consecutive control points. */
import type { Point } from './types.ts';

/** SVG path data of start, control points, end. Two points make a straight line. */
export function curvePath(points: readonly Point[]): string {
  const [start, ...rest] = points;
  const end = rest.pop();
  if (!start || !end) return '';
  if (rest.length === 0) return `M${at(start)}L${at(end)}`;
  const parts = rest.map((control, i) => {
    const next = rest[i + 1];
    return `Q${at(control)} ${at(next ? half(control, next) : end)}`;
  });
  return `M${at(start)}${parts.join('')}`;
}

const half = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const at = ({ x, y }: Point) => `${tidy(x)} ${tidy(y)}`;
const tidy = (value: number) => Math.round(value * 100) / 100;

/** Length and width of an arrow head on a line of that width. */
export const arrowSize = (width: number) => (width > 3 ? 9 : 7);

/** A filled arrow head whose tip is the end of the curve. */
export function arrowPath(points: readonly Point[], size: number): string {
  const tip = points.at(-1)!;
  const from = points.at(-2)!;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - size * ux, y: tip.y - size * uy };
  const left = { x: back.x - (size / 2) * uy, y: back.y + (size / 2) * ux };
  const right = { x: back.x + (size / 2) * uy, y: back.y - (size / 2) * ux };
  return `M${at(tip)}L${at(left)}L${at(right)}z`;
}

/** The line ends inside the arrow head, so that a thick one does not stick out at the tip. */
export function trimmed(points: readonly Point[], by: number): Point[] {
  const tip = points.at(-1)!;
  const from = points.at(-2)!;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const share = Math.min(1, by / length);
  const end = { x: tip.x + (from.x - tip.x) * share, y: tip.y + (from.y - tip.y) * share };
  return [...points.slice(0, -1), end];
}
