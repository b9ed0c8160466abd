/**
 * How the links run: out at the right, in at the left, upright only in the gutters between the columns.
 * A link that skips a column crosses it in a gap between two cards, never behind one.
 */
import type { Placed, Routed } from '../layout.ts';
import type { Point } from '../types.ts';
import type { Lane } from './columns.ts';
import type { FoldedEdge } from './fold.ts';

/** Room for the arrow before its target. */
const ARROW_ROOM = 15;
const START_ROOM = 7;
/** Cards in a frame stand in by less than this. */
const INSET = 20;

interface Ports {
  readonly out: ReadonlyMap<string, Port>;
  readonly into: ReadonlyMap<string, Port>;
}
interface Port {
  readonly y: number;
  /** 0..1: how soon the link turns. */
  readonly turn: number;
}

interface LaneGaps extends Lane {
  /** Middles of the gaps between cards, ascending, one above the first and one under the last. */
  readonly gaps: readonly number[];
}

export function routeAll(
  edges: readonly FoldedEdge[],
  placed: readonly Placed[],
  lanes: readonly Lane[],
): Routed[] {
  const boxes = new Map(placed.map((box) => [box.id, box]));
  const drawn = edges.filter((edge) => boxes.has(edge.from) && boxes.has(edge.to));
  const ports = { out: portsOf(drawn, boxes, 'from'), into: portsOf(drawn, boxes, 'to') };
  const gaps = lanes.map((lane) => ({ ...lane, gaps: gapsOf(lane, placed) }));
  return drawn.map((edge) => ({ ...edge, points: route(edge, boxes, ports, gaps) }));
}

/** Links of one side of a box, spread over it in the order of their other ends, so that they do not cross. */
function portsOf(
  edges: readonly FoldedEdge[],
  boxes: Boxes,
  side: 'from' | 'to',
): Map<string, Port> {
  const bySide = new Map<string, FoldedEdge[]>();
  for (const edge of edges) {
    const list = bySide.get(edge[side]);
    if (list) list.push(edge);
    else bySide.set(edge[side], [edge]);
  }
  const ports = new Map<string, Port>();
  for (const [id, list] of bySide) {
    const box = boxes.get(id)!;
    const places =
      list.length > MANY && side === 'to' ? trunks(list, boxes) : singly(list, boxes, side);
    const step = stepOf(box, places.length);
    const half = (step * (places.length - 1)) / 2;
    const centre = portCentre(box, half);
    places.forEach((together, i) => {
      const y = centre - half + i * step;
      const share = places.length > 1 ? i / (places.length - 1) : 0.5;
      for (const edge of together) ports.set(edge.id, portAt(y, share, edge, boxes, side));
    });
  }
  return ports;
}

type Boxes = ReadonlyMap<string, Placed>;
const middle = (box: Placed) => box.y + box.h / 2;

/** More links than this into one card come together by what they say. */
const MANY = 8;

const stepOf = (box: Placed, n: number) =>
  Math.min(box.type === 'nation' ? 9 : 3.5, (box.h - 12) / Math.max(1, n));

function portCentre(box: Placed, half: number): number {
  if (box.type !== 'nation') return middle(box);
  return Math.max(box.y + Math.min(box.h / 2, 44), box.y + 8 + half);
}

/** Every link for itself, in the order of the other ends. */
function singly(edges: FoldedEdge[], boxes: Boxes, side: 'from' | 'to'): FoldedEdge[][] {
  const other = side === 'from' ? 'to' : 'from';
  const y = (edge: FoldedEdge) => middle(boxes.get(edge[other])!);
  return edges.sort((a, b) => y(a) - y(b) || (a.id < b.id ? -1 : 1)).map((edge) => [edge]);
}

/** Links that look alike share one port and one arrow: a trunk instead of a row of arrow heads. */
function trunks(edges: readonly FoldedEdge[], boxes: Boxes): FoldedEdge[][] {
  const kinds = new Map<string, FoldedEdge[]>();
  for (const edge of edges) {
    const from = boxes.get(edge.from)!;
    const kind = `${edge.hit ? from.node?.state : 'quiet'} ${edge.assumed}`;
    const list = kinds.get(kind);
    if (list) list.push(edge);
    else kinds.set(kind, [edge]);
  }
  const mean = (list: readonly FoldedEdge[]) =>
    list.reduce((sum, edge) => sum + middle(boxes.get(edge.from)!), 0) / list.length;
  return [...kinds]
    .sort(([a, x], [b, y]) => mean(x) - mean(y) || (a < b ? -1 : 1))
    .map(([, list]) => list);
}

/** Going down, the lower of two turns first; going up, the upper: so they never cross. */
function portAt(
  y: number,
  share: number,
  edge: FoldedEdge,
  boxes: Boxes,
  side: 'from' | 'to',
): Port {
  const down = middle(boxes.get(edge[side === 'from' ? 'to' : 'from'])!) > y;
  return { y, turn: (side === 'from') === down ? 1 - share : share };
}

function gapsOf(lane: Lane, placed: readonly Placed[]): number[] {
  const inLane = placed
    .filter((box) => box.x < lane.x + lane.w && box.x + box.w > lane.x)
    .sort((a, b) => a.y - b.y);
  const gaps: number[] = [];
  let foot = Number.NEGATIVE_INFINITY;
  for (const box of inLane) {
    if (box.y - foot > 3) gaps.push(Number.isFinite(foot) ? middleOf(foot, box.y) : box.y - 8);
    foot = Math.max(foot, box.y + box.h);
  }
  if (Number.isFinite(foot)) gaps.push(foot + 8);
  return gaps;
}

/** Near the lower card of a wide gap: links hug what is there instead of floating. */
const middleOf = (foot: number, next: number) => (next - foot < 20 ? (foot + next) / 2 : next - 6);

function route(edge: FoldedEdge, boxes: Boxes, ports: Ports, lanes: readonly LaneGaps[]): Point[] {
  const from = boxes.get(edge.from)!;
  const to = boxes.get(edge.to)!;
  const start = ports.out.get(edge.id)!;
  const end = ports.into.get(edge.id)!;
  if (from.x + from.w <= to.x) return forward(from, to, start, end, lanes);
  if (to.x + to.w <= from.x) return backward(from, to, start, end, lanes);
  return sideways(from, to, start, end);
}

/** Left to right, around the cards of every lane between. */
function forward(
  from: Placed,
  to: Placed,
  start: Port,
  end: Port,
  lanes: readonly LaneGaps[],
): Point[] {
  const x0 = from.x + from.w;
  const between = lanes.filter((lane) => lane.x >= x0 && lane.x + lane.w <= to.x);
  const points: Point[] = [{ x: x0, y: start.y }];
  let y = start.y;
  // Of two groups in one row the left one ends inside its lane: links turn in the gutter all the same.
  let left = Math.max(x0, ...lanes.filter((lane) => holds(lane, from)).map((l) => l.x + l.w));
  if (left > x0 + 1) points.push({ x: left, y });
  const right = Math.min(to.x, ...lanes.filter((lane) => holds(lane, to)).map((l) => l.x));
  between.forEach((lane, i) => {
    const share = (i + 1) / (between.length + 1);
    const wish = start.y + (end.y - start.y) * share;
    const next = nearest(lane.gaps, wish) + (start.turn - 0.5) * 3;
    const x = turnAt(left, lane.x, start.turn);
    points.push({ x, y }, { x, y: next });
    y = next;
    left = lane.x + lane.w;
  });
  const turn = between.length ? end.turn : (start.turn * 2 + end.turn) / 3;
  const x = turnAt(left, right, turn);
  points.push({ x, y }, { x, y: end.y });
  if (right < to.x - 1) points.push({ x: right, y: end.y });
  points.push({ x: to.x, y: end.y });
  return points;
}

const holds = (lane: Lane, box: Placed) =>
  box.x >= lane.x - 1 && box.x + box.w <= lane.x + lane.w + 1;

function turnAt(left: number, right: number, turn: number): number {
  const low = left + START_ROOM;
  const high = Math.max(low, right - ARROW_ROOM);
  return low + (high - low) * Math.min(1, Math.max(0, turn));
}

/** Against the flow: out at the left, in at the right. */
function backward(
  from: Placed,
  to: Placed,
  start: Port,
  end: Port,
  lanes: readonly Lane[],
): Point[] {
  const right = Math.max(to.x + to.w, ...lanes.filter((l) => holds(l, to)).map((l) => l.x + l.w));
  const x = (right + from.x) / 2;
  return [
    { x: from.x, y: start.y },
    { x, y: start.y },
    { x, y: end.y },
    ...(right > to.x + to.w + 1 ? [{ x: right, y: end.y }] : []),
    { x: to.x + to.w, y: end.y },
  ];
}

/** Inside one lane: a bow at the left; at the right where one end is the right group of a row. */
function sideways(from: Placed, to: Placed, start: Port, end: Port): Point[] {
  const bow = 12 + Math.min(10, Math.abs(end.y - start.y) / 40);
  const atRight = Math.abs(from.x - to.x) > INSET;
  const edge = (box: Placed) => (atRight ? box.x + box.w : box.x);
  const x = atRight ? Math.max(edge(from), edge(to)) + bow : Math.min(edge(from), edge(to)) - bow;
  return [
    { x: edge(from), y: start.y },
    { x, y: start.y },
    { x, y: end.y },
    { x: edge(to), y: end.y },
  ];
}

function nearest(sorted: readonly number[], wish: number): number {
  let best = wish;
  let least = Number.POSITIVE_INFINITY;
  for (const value of sorted) {
    const away = Math.abs(value - wish);
    if (away >= least) continue;
    best = value;
    least = away;
  }
  return best;
}
