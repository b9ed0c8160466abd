/** Keys on the drawing: up and down within a column, left and right along the links. */
import type { Box, Edge, Picture } from './types.ts';

export type Arrow = 'up' | 'down' | 'left' | 'right';

/** The id that the arrow leads to, undefined at an edge. From nothing (null) to the first box. */
export function nextInDirection(
  picture: Picture,
  id: string | null,
  arrow: Arrow,
): string | undefined {
  const from = picture.boxes.find((box) => box.id === id);
  if (!from) return inReadingOrder(picture)[0]?.id;
  if (arrow === 'up' || arrow === 'down') return inColumn(picture, from, arrow)?.id;
  return (alongLinks(picture, from, arrow) ?? across(picture, from, arrow))?.id;
}

/** Column by column, from top to foot: the order of the parallel list. */
export function inReadingOrder(picture: Picture): Box[] {
  return [...picture.boxes].sort((a, b) => a.x - b.x || a.y - b.y);
}

const middle = (box: Box) => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });
const overlaps = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w;

function inColumn(picture: Picture, from: Box, arrow: 'up' | 'down'): Box | undefined {
  const down = arrow === 'down';
  const ahead = picture.boxes.filter(
    (box) => overlaps(box, from) && (down ? box.y >= from.y + from.h : box.y + box.h <= from.y),
  );
  return best(ahead, (box) => Math.abs(box.y - from.y) + Math.abs(box.x - from.x) / 10);
}

/** Hit links first, the thickest first: the way that the trouble takes. */
function alongLinks(picture: Picture, from: Box, arrow: 'left' | 'right'): Box | undefined {
  const right = arrow === 'right';
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const candidates: { box: Box; edge: Edge }[] = [];
  for (const edge of picture.edges) {
    if ((right ? edge.from : edge.to) !== from.id) continue;
    const box = boxes.get(right ? edge.to : edge.from);
    if (box) candidates.push({ box, edge });
  }
  const cost = ({ box, edge }: { box: Box; edge: Edge }) =>
    Math.abs(middle(box).y - middle(from).y) - 1e5 * edge.z - 1e4 * edge.width;
  return best(candidates, cost)?.box;
}

function across(picture: Picture, from: Box, arrow: 'left' | 'right'): Box | undefined {
  const right = arrow === 'right';
  const ahead = picture.boxes.filter((box) =>
    right ? box.x >= from.x + from.w : box.x + box.w <= from.x,
  );
  return best(ahead, (box) => {
    const away = Math.abs(middle(box).x - middle(from).x);
    return away * 4 + Math.abs(middle(box).y - middle(from).y);
  });
}

function best<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
  let found: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const value = cost(item);
    if (value >= least) continue;
    found = item;
    least = value;
  }
  return found;
}
