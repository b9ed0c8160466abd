/** Paints the shapes of a picture on a 2D canvas; svg.ts writes the same shapes as text. */
import { arrowHead, arrowSize, quadratics, trimmed } from '../picture/curve.ts';
import { headerShapes, scissorsShapes } from '../picture/furniture.ts';
import { FONT_FAMILY, type Ink, tokens } from '../picture/tokens.ts';
import type {
  Edge,
  PathShape,
  Picture,
  Point,
  RectShape,
  Shape,
  TextShape,
} from '../picture/types.ts';

import { boundsOf, inSight, type Sight } from './sight.ts';

type Context = CanvasRenderingContext2D;
type Paint = (ink: Ink) => string;

/** Path data is shared by hundreds of signs: each is read once. */
const paths = new Map<string, Path2D>();
const MOST_PATHS = 4000;

function pathOf(d: string): Path2D {
  let path = paths.get(d);
  if (path) return path;
  if (paths.size >= MOST_PATHS) paths.clear();
  path = new Path2D(d);
  paths.set(d, path);
  return path;
}

export const inkOf =
  (picture: Picture): Paint =>
  (ink) =>
    tokens[picture.theme][ink];

/** What lies behind the links. */
export function paintBack(cxt: Context, picture: Picture): void {
  const paint = inkOf(picture);
  for (const bracket of picture.brackets) {
    paintShapes(cxt, bracket.shapes, bracket.x, bracket.y, paint);
  }
}

/** What lies before the links; boxes out of sight are left out. */
export function paintFront(cxt: Context, picture: Picture, sight?: Sight): void {
  const paint = inkOf(picture);
  for (const box of picture.boxes) {
    if (sight && !inSight(box, sight)) continue;
    paintShapes(cxt, box.shapes, box.x, box.y, paint);
  }
  for (const edge of picture.edges) {
    if (edge.cut) paintShapes(cxt, scissorsShapes(), edge.cut.x, edge.cut.y, paint);
  }
  paintShapes(cxt, picture.legend.shapes, picture.legend.x, picture.legend.y, paint);
}

export function paintHeaders(cxt: Context, picture: Picture): void {
  const paint = inkOf(picture);
  for (const header of picture.headers) paintShapes(cxt, headerShapes(header), 0, 0, paint);
}

/** So much length of dotted links, in world pixels, takes about 20 ms to paint: more than a frame may. */
const MOST_DOTTED = 250_000;

/** Whether the links should first be painted quickly, and finely once the picture stands still. */
export function isCrowded(picture: Picture, sight: Sight): boolean {
  let dotted = 0;
  for (const edge of picture.edges) {
    const { points } = edge;
    if (!isFaint(edge) || !inSight(boundsOf(points), sight)) continue;
    dotted += lengthOf(points);
    if (dotted > MOST_DOTTED) return true;
  }
  return false;
}

/** Of the straight lines between the control points: a little more than the curve's. */
const lengthOf = (points: readonly Point[]) =>
  points.reduce((sum, { x, y }, i) => {
    const before = points[i - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : 0;
  }, 0);

/** Dotted, and not on the way that is shown. */
const isFaint = (edge: Edge) => edge.dash.length > 0 && edge.halo === 0;

/**
 * The links, those that matter last; links out of sight are left out. `quickAt`: device pixels to a world
 * pixel, where dotted links are to be drawn as hairlines of the same tone: twenty times as fast.
 */
export function paintEdges(cxt: Context, picture: Picture, sight?: Sight, quickAt?: number): void {
  const paint = inkOf(picture);
  const seen = sight
    ? picture.edges.filter((edge) => inSight(boundsOf(edge.points), sight))
    : [...picture.edges];
  for (const edge of seen.sort((a, b) => a.z - b.z)) {
    if (quickAt !== undefined && isFaint(edge)) paintQuickly(cxt, edge, paint, quickAt);
    else paintEdge(cxt, edge, paint);
  }
}

function paintQuickly(cxt: Context, edge: Edge, paint: Paint, scale: number): void {
  const [on = 1, off = 0] = edge.dash;
  traceCurve(cxt, edge.points);
  cxt.strokeStyle = paint(edge.ink);
  cxt.lineWidth = 1 / scale;
  cxt.globalAlpha = Math.min(1, (on / (on + off)) * edge.width * scale);
  cxt.stroke();
  cxt.globalAlpha = 1;
  if (edge.arrow) paintArrow(cxt, arrowHead(edge.points, arrowSize(edge.width)), paint(edge.ink));
}

function paintEdge(cxt: Context, edge: Edge, paint: Paint): void {
  const size = arrowSize(edge.width);
  traceCurve(cxt, trimmed(edge.points, edge.arrow ? size - 2 : 0));
  if (edge.halo) {
    cxt.strokeStyle = paint('surface');
    cxt.lineWidth = edge.width + 2 * edge.halo;
    cxt.stroke();
  }
  cxt.strokeStyle = paint(edge.ink);
  cxt.lineWidth = edge.width;
  if (edge.dash.length) cxt.setLineDash([...edge.dash]);
  cxt.stroke();
  if (edge.dash.length) cxt.setLineDash([]);
  if (edge.arrow) paintArrow(cxt, arrowHead(edge.points, size), paint(edge.ink));
}

function traceCurve(cxt: Context, points: readonly Point[]): void {
  const [start] = points;
  if (!start) return;
  cxt.beginPath();
  cxt.moveTo(start.x, start.y);
  for (const { control, end } of quadratics(points)) {
    cxt.quadraticCurveTo(control.x, control.y, end.x, end.y);
  }
}

function paintArrow(cxt: Context, [tip, left, right]: [Point, Point, Point], ink: string): void {
  cxt.beginPath();
  cxt.moveTo(tip.x, tip.y);
  cxt.lineTo(left.x, left.y);
  cxt.lineTo(right.x, right.y);
  cxt.fillStyle = ink;
  cxt.fill();
}

function paintShapes(
  cxt: Context,
  shapes: readonly Shape[],
  x: number,
  y: number,
  paint: Paint,
): void {
  for (const shape of shapes) {
    if (shape.t === 'text') paintText(cxt, shape, x, y, paint);
    else if (shape.t === 'rect') paintRect(cxt, shape, x, y, paint);
    else paintPath(cxt, shape, x, y, paint);
  }
}

/** The font that a context was given last: to set it, even to the same, costs as much as to write. */
const fonts = new WeakMap<Context, string>();

function setFont(cxt: Context, weight: number, size: number): void {
  const font = `${weight} ${size}px ${FONT_FAMILY}`;
  if (fonts.get(cxt) === font) return;
  cxt.font = font;
  fonts.set(cxt, font);
}

/** A new size, or a restored state, gives a canvas its first font back. */
export const forgetFont = (cxt: Context): void => void fonts.delete(cxt);

function paintText(cxt: Context, shape: TextShape, x: number, y: number, paint: Paint): void {
  setFont(cxt, shape.weight, shape.size);
  cxt.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
  cxt.textBaseline = 'alphabetic';
  cxt.fillStyle = paint(shape.fill);
  cxt.fillText(shape.text, x + shape.x, y + shape.y);
}

function paintRect(cxt: Context, shape: RectShape, x: number, y: number, paint: Paint): void {
  cxt.beginPath();
  cxt.roundRect(x + shape.x, y + shape.y, shape.w, shape.h, shape.r);
  if (shape.fill) {
    cxt.fillStyle = paint(shape.fill);
    cxt.fill();
  }
  if (shape.hatch) paintHatch(cxt, shape, x, y, paint(shape.hatch));
  strokeWith(cxt, shape, paint, () => cxt.stroke());
}

function paintPath(cxt: Context, shape: PathShape, x: number, y: number, paint: Paint): void {
  const path = pathOf(shape.d);
  cxt.translate(x + shape.x, y + shape.y);
  if (shape.fill) {
    cxt.fillStyle = paint(shape.fill);
    cxt.fill(path);
  }
  cxt.lineCap = 'round';
  cxt.lineJoin = 'round';
  strokeWith(cxt, shape, paint, () => cxt.stroke(path));
  cxt.lineCap = 'butt';
  cxt.translate(-x - shape.x, -y - shape.y);
}

function strokeWith(
  cxt: Context,
  shape: RectShape | PathShape,
  paint: Paint,
  stroke: () => void,
): void {
  if (!shape.stroke) return;
  cxt.strokeStyle = paint(shape.stroke);
  cxt.lineWidth = shape.sw ?? 1;
  if (shape.dash?.length) cxt.setLineDash([...shape.dash]);
  stroke();
  if (shape.dash?.length) cxt.setLineDash([]);
}

/** Lines at 45°, 7 px apart, inside the current path. */
function paintHatch(cxt: Context, shape: RectShape, x: number, y: number, colour: string): void {
  const [left, top] = [x + shape.x, y + shape.y];
  cxt.save();
  cxt.clip();
  cxt.beginPath();
  for (let d = -shape.h; d < shape.w; d += 9.9) {
    cxt.moveTo(left + d, top + shape.h);
    cxt.lineTo(left + d + shape.h, top);
  }
  cxt.strokeStyle = colour;
  cxt.lineWidth = 2;
  cxt.stroke();
  cxt.restore();
  // The clip used the path up: the border is drawn on it again.
  cxt.beginPath();
  cxt.roundRect(left, top, shape.w, shape.h, shape.r);
}
