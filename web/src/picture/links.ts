/** How a link looks: what is hit is marked, all else stays quiet; the selected path stands out. */
import type { State } from '@msp-impact/contract';
import type { Layout, Placed, Routed } from './layout.ts';
import { STATE_INKS } from './signs.ts';
import type { Ink } from './tokens.ts';
import type { Edge, Point } from './types.ts';

const PATH_WIDTH = 3.6;
const HALO = 3;
const DOTTED = [2.5, 2.5] as const;

/** `path` holds the drawn ids of the way to show, in order; from its `end` it goes on to who is hit. */
export function edgesOf(layout: Layout, path: readonly string[], end: string | undefined): Edge[] {
  const boxes = new Map(layout.placed.map((box) => [box.id, box]));
  const onPath = pathEdges(layout, path);
  const goesOn = ({ from, to, hit }: Routed) =>
    hit && from === end && boxes.get(to)!.column === 'region';
  return layout.edges.map((edge) => {
    const marked = onPath.has(edge.id) || goesOn(edge);
    return edgeOf(edge, boxes.get(edge.from)!, boxes.get(edge.to)!, marked);
  });
}

/** Of several links between two steps the strongest hit one; a link to a board may end at its nation. */
function pathEdges({ edges, folded }: Layout, path: readonly string[]): Set<string> {
  const next = new Map(path.slice(1).map((id, i) => [path[i]!, id]));
  const nationOf = new Map(
    folded.nations.flatMap(({ node, parts }) => parts.map((part) => [part.id, node.id] as const)),
  );
  const best = new Map<string, Routed>();
  for (const edge of edges) {
    const to = next.get(edge.from);
    if (to === undefined || (to !== edge.to && nationOf.get(to) !== edge.to)) continue;
    const old = best.get(edge.from);
    if (!old || better(edge, old)) best.set(edge.from, edge);
  }
  return new Set([...best.values()].map((edge) => edge.id));
}

const better = (a: Routed, b: Routed) =>
  a.hit === b.hit ? a.strength > b.strength : a.hit && !b.hit;

function edgeOf(edge: Routed, from: Placed, to: Placed, onPath: boolean): Edge {
  const cut = edge.severed ? { cut: cutPoint(edge.points) } : {};
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    points: edge.points,
    width: onPath ? PATH_WIDTH : widthOf(edge, to),
    ink: inkOf(edge, from, to, onPath),
    dash: edge.assumed ? (onPath ? [5, 3.5] : DOTTED) : [],
    halo: onPath ? HALO : 0,
    arrow: true,
    z: onPath ? 3 : edge.hit ? 2 : 1,
    hit: edge.hit,
    ...cut,
    ...(edge.link === undefined ? {} : { link: edge.link }),
    label: `${nameOf(from)} to ${nameOf(to)}`,
  };
}

function widthOf(edge: Routed, to: Placed): number {
  if (!edge.hit) return 1;
  if (to.column === 'region') return 1.2;
  return Math.round((1 + 0.7 * edge.strength) * 10) / 10;
}

/** A link takes the colour of what it does: its target's, and in front of regions its service's. */
function inkOf(edge: Routed, from: Placed, to: Placed, onPath: boolean): Ink {
  if (onPath) return edge.hit ? 'stoppedLine' : 'accent';
  if (!edge.hit) return 'quiet';
  const own = to.column === 'region' ? stateOf(from) : stateOf(to);
  const state = own === 'up' || own === 'unknown' ? stateOf(from) : own;
  return state === 'up' || state === 'unknown' ? 'quiet' : STATE_INKS[state].line;
}

const stateOf = (box: Placed): State => box.node?.state ?? 'up';
const nameOf = (box: Placed) => box.node?.name ?? box.group?.label ?? box.id;

/** A little before the arrow, on the last straight. */
function cutPoint(points: readonly Point[]): Point {
  const end = points.at(-1)!;
  const control = points.at(-2)!;
  const away = Math.sign(control.x - end.x) * 17 || -17;
  return { x: Math.round((end.x + away) * 10) / 10, y: Math.round(end.y * 10) / 10 };
}
