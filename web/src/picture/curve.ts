/** The curve of a link: quadratics that meet half way between consecutive control points. */
import type { Point } from './types.ts';

export interface Quadratic {
  readonly control: Point;
  readonly end: Point;
}

/** The pieces after `points[0]`. Two points make a straight one, whose control is its end. */
export function quadratics(points: readonly Point[]): Quadratic[] {
  const end = points.at(-1);
  if (!end || points.length < 2) return [];
  if (points.length === 2) return [{ control: end, end }];
  return points.slice(1, -1).map((control, i, controls) => {
    const next = controls[i + 1];
    return { control, end: next ? half(control, next) : end };
  });
}

/** SVG path data of start, control points, end. */
export function curvePath(points: readonly Point[]): string {
  const [start] = points;
  const pieces = quadratics(points);
  if (!start || pieces.length === 0) return '';
  if (points.length === 2) return `M${at(start)}L${at(points[1]!)}`;
  return `M${at(start)}${pieces.map(({ control, end }) => `Q${at(control)} ${at(end)}`).join('')}`;
}

const half = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const at = ({ x, y }: Point) => `${tidy(x)} ${tidy(y)}`;
const tidy = (value: number) => Math.round(value * 100) / 100;

/** Length and width of an arrow head on a line of that width. */
export const arrowSize = (width: number) => (width > 3 ? 9 : 7);

/** The corners of an arrow head whose tip, the first, is the end of the curve. */
export function arrowHead(points: readonly Point[], size: number): [Point, Point, Point] {
  const tip = points.at(-1)!;
  const from = points.at(-2)!;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - size * ux, y: tip.y - size * uy };
  const left = { x: back.x - (size / 2) * uy, y: back.y + (size / 2) * ux };
  const right = { x: back.x + (size / 2) * uy, y: back.y - (size / 2) * ux };
  return [tip, left, right];
}

export function arrowPath(points: readonly Point[], size: number): string {
  const [tip, left, right] = arrowHead(points, size);
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
