/** A picture's boxes and edges as Cytoscape elements: it draws the links and finds what the pointer is on. */
import type { Core, ElementDefinition, StylesheetJson } from 'cytoscape';
import { arrowSize } from '../picture/curve.ts';
import type { PictureDiff } from '../picture/diff.ts';
import { tokens } from '../picture/tokens.ts';
import type { Box, Edge, Picture, Point } from '../picture/types.ts';

/** Nodes and links share one name space in Cytoscape, but not in the graph. */
export const nodeKey = (id: string) => `n:${id}`;
export const edgeKey = (id: string) => `e:${id}`;

/** At scale 1 Cytoscape's head is 29 × 0.3 px for lines up to 3.2 px. */
const HEAD_AT_SCALE_1 = 8.7;

const data = (name: string) => `data(${name})`;

/** Node bodies are only for the pointer; the cards themselves are painted in the layer above. */
export const STYLES = [
  {
    selector: 'node',
    style: {
      shape: 'round-rectangle',
      width: data('w'),
      height: data('h'),
      'background-opacity': 0,
      'border-width': 0,
      'overlay-opacity': 0,
    },
  },
  {
    selector: 'edge',
    style: {
      width: data('width'),
      'line-color': data('colour'),
      'target-arrow-color': data('colour'),
      'target-arrow-shape': 'triangle',
      'arrow-scale': data('arrow'),
      'curve-style': 'unbundled-bezier',
      'edge-distances': 'endpoints',
      'control-point-weights': data('weights'),
      'control-point-distances': data('distances'),
      'source-endpoint': data('start'),
      'target-endpoint': data('end'),
      'z-index': data('z'),
      'overlay-opacity': 0,
    },
  },
  { selector: 'edge[?dash]', style: { 'line-style': 'dashed', 'line-dash-pattern': data('dash') } },
  {
    selector: 'edge[?halo]',
    style: {
      'underlay-opacity': 1,
      'underlay-color': data('ground'),
      'underlay-padding': data('halo'),
    },
  },
  { selector: 'core', style: { 'active-bg-opacity': 0, 'selection-box-opacity': 0 } },
] as unknown as StylesheetJson;

/** One batch: what is gone, what is new, what has changed. */
export function applyToCore(cy: Core, diff: PictureDiff, next: Picture, recolour: boolean): void {
  const boxes = new Map(next.boxes.map((box) => [box.id, box]));
  const edges = recolour ? next.edges : edgesToSet(diff, next);
  cy.batch(() => {
    for (const id of diff.edges.removed) cy.getElementById(edgeKey(id)).remove();
    for (const id of diff.boxes.removed) cy.getElementById(nodeKey(id)).remove();
    const fresh: ElementDefinition[] = [];
    for (const box of diff.boxes.set) setBox(cy, box, fresh);
    for (const edge of edges) setEdge(cy, edge, boxes, next, fresh);
    if (fresh.length) cy.add(fresh);
  });
}

/** An edge's ends are kept relative to its boxes: when a box moves or grows, its edges are set again. */
function edgesToSet(diff: PictureDiff, next: Picture): readonly Edge[] {
  const moved = new Set(diff.boxes.set.map((box) => box.id));
  const set = new Set(diff.edges.set.map((edge) => edge.id));
  return next.edges.filter(({ id, from, to }) => set.has(id) || moved.has(from) || moved.has(to));
}

const middle = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

function setBox(cy: Core, box: Box, fresh: ElementDefinition[]): void {
  const old = cy.getElementById(nodeKey(box.id));
  const position = middle(box);
  if (old.empty()) {
    fresh.push({
      group: 'nodes',
      data: { id: nodeKey(box.id), w: box.w, h: box.h },
      position,
    });
    return;
  }
  if (old.data('w') !== box.w || old.data('h') !== box.h) old.data({ w: box.w, h: box.h });
  const at = old.position();
  if (at.x !== position.x || at.y !== position.y) old.position(position);
}

function setEdge(
  cy: Core,
  edge: Edge,
  boxes: ReadonlyMap<string, Box>,
  picture: Picture,
  fresh: ElementDefinition[],
): void {
  const from = boxes.get(edge.from);
  const to = boxes.get(edge.to);
  if (!from || !to) return;
  const made = edgeData(edge, from, to, picture);
  const old = cy.getElementById(edgeKey(edge.id));
  if (old.nonempty()) {
    old.data(made);
    return;
  }
  const ends = { source: nodeKey(edge.from), target: nodeKey(edge.to) };
  fresh.push({ group: 'edges', data: { id: edgeKey(edge.id), ...ends, ...made } });
}

function edgeData(edge: Edge, from: Box, to: Box, picture: Picture) {
  const inks = tokens[picture.theme];
  return {
    width: edge.width,
    colour: inks[edge.ink],
    ground: inks.surface,
    arrow:
      arrowSize(edge.width) / (HEAD_AT_SCALE_1 * Math.max(1, (edge.width * 13.37) ** 0.9 / 29)),
    dash: edge.dash.length ? [...edge.dash] : null,
    halo: edge.halo ? edge.halo + edge.width / 2 : null,
    z: edge.z,
    start: offset(edge.points[0]!, middle(from)),
    end: offset(edge.points.at(-1)!, middle(to)),
    ...controls(edge.points),
  };
}

/** Cytoscape reads numbers as text and refuses exponents: 5.7e-14 would undo the whole property. */
const plain = (value: number) => Math.round(value * 1e6) / 1e6;

const offset = (point: Point, from: Point): [number, number] => [
  plain(point.x - from.x),
  plain(point.y - from.y),
];

/** Cytoscape wants control points as a share along the straight line, and a distance from it. */
export function controls(points: readonly Point[]): { weights: number[]; distances: number[] } {
  const start = points[0]!;
  const end = points.at(-1)!;
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  const inner = points.slice(1, -1);
  const weights = inner.map(({ x, y }) =>
    plain(((x - start.x) * dx + (y - start.y) * dy) / length ** 2),
  );
  const distances = inner.map(({ x, y }) =>
    plain(((y - start.y) * dx - (x - start.x) * dy) / length),
  );
  return { weights, distances };
}
