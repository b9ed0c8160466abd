/** View + state → picture. Pure: the same input makes the same picture, byte for byte. */
import type { GraphView } from '@msp-impact/contract';
import { nodeCard } from './card.ts';
import { bracketOf, legendOf } from './decor.ts';
import { groupCard } from './group-card.ts';
import { type Layout, layoutView, type Placed } from './layout.ts';
import { edgesOf } from './links.ts';
import { type Measure, measureInter } from './measure.ts';
import { nationCard } from './nation-card.ts';
import { heaviestPath } from './path.ts';
import { rect } from './shapes.ts';
import { CARD, RING } from './tokens.ts';
import type { Box, Header, Legend, Look, Picture, PictureState, Shape, Spot } from './types.ts';
import { COLUMN_ORDER, COLUMN_TITLES, groupWords, kindWord, stateSentence } from './words.ts';

export function pictureOf(view: GraphView, state: PictureState): Picture {
  return drawPicture(layoutView(view, state), state);
}

/** Looks on a layout: for hover, selection and theme the layout stays and only this runs again. */
export function drawPicture(layout: Layout, look: Look): Picture {
  const measure = layout.options.measure ?? measureInter;
  const legend = placeLegend(layout, measure);
  const path = pathToShow(layout, look);
  return {
    theme: look.theme,
    width: layout.width,
    height: Math.ceil(Math.max(layout.bottom, legend.y + legend.h) + 12),
    title: layout.view.graph,
    boxes: layout.placed.map((placed) => boxOf(placed, layout, look, measure)),
    brackets: layout.frames.map((frame) => bracketOf(frame, measure)),
    edges: edgesOf(layout, path, onwardFrom(path, look)),
    headers: headersOf(layout),
    lanes: [...new Set(layout.lanes.map((lane) => lane.x))],
    legend,
  };
}

/**
 * What the pointer is on comes before what is pinned. A path that the caller gives is shown as it is
 * (an explanation, or a way that was looked for); else, once something is stopped, the heaviest.
 */
function pathToShow(layout: Layout, look: Look): string[] {
  const path = pathOf(layout, look).map((id) => drawnId(layout, id));
  return path.filter((id, i) => id !== path[i - 1]);
}

function pathOf(layout: Layout, look: Look): readonly string[] {
  const { hovered, selection, path } = look;
  const preview = hovered && hovered !== selection && !layout.folded.idle;
  if (preview) return heaviestPath(layout.view, hovered);
  if (path?.length) return path;
  return selection && !layout.folded.idle ? heaviestPath(layout.view, selection) : [];
}

/** From what is selected or under the pointer the way goes on to the areas; a way looked for ends. */
function onwardFrom(path: readonly string[], { hovered, selection }: Look): string | undefined {
  const end = path.at(-1);
  return end === hovered || end === selection ? end : undefined;
}

/** A board inside a closed nation is shown by its nation. */
export function drawnId(layout: Layout, id: string): string {
  if (layout.placed.some((box) => box.id === id)) return id;
  const holder = layout.folded.nations.find(({ parts }) => parts.some((part) => part.id === id));
  return holder?.node.id ?? id;
}

function boxOf(placed: Placed, layout: Layout, look: Look, measure: Measure): Box {
  const { id, column, x, y, w, h } = placed;
  const { shapes, spots } = contentOf(placed, layout, look, measure);
  const { label, name } = wordsOf(placed, layout.folded.idle);
  const ring = ringOf(placed, look);
  return {
    id,
    type: placed.type,
    column,
    x,
    y,
    w,
    h,
    label,
    name,
    shapes: [...shapes, ...ring],
    spots,
  };
}

function contentOf(
  placed: Placed,
  layout: Layout,
  look: Look,
  measure: Measure,
): { shapes: Shape[]; spots: Spot[] } {
  if (placed.nation) return nationCard(placed.nation, placed, measure, look.selection);
  if (placed.group) {
    const label = `Open ${placed.group.count}`;
    const whole = { x: 0, y: 0, w: placed.w, h: placed.h };
    const spot: Spot = { ...whole, action: 'open', id: placed.id, label };
    return { shapes: groupCard(placed.group, placed, layout.folded.idle, measure), spots: [spot] };
  }
  return { shapes: nodeCard(placed.node!, placed, measure), spots: [] };
}

function wordsOf(placed: Placed, idle: boolean): { label: string; name: string } {
  const { node, group } = placed;
  if (group) {
    const { title, detail } = groupWords(group, idle);
    return { name: title, label: `${title}, ${detail}` };
  }
  const marked = node!.marked === 'observed' ? ', checked' : '';
  return {
    name: node!.name,
    label: `${node!.name}, ${kindWord(node!.kind)}. ${stateSentence(node!)}${marked}`,
  };
}

/** Selected: a ring of 2.5 px at 2 px; under the pointer: a thin one. */
function ringOf({ id, w, h }: Placed, look: Look): Shape[] {
  const selected = id === look.selection;
  if (!selected && id !== look.hovered) return [];
  const sw = selected ? RING.width : 1.5;
  const out = RING.gap + sw / 2 + 0.6;
  return [
    rect([-out, -out, w + 2 * out, h + 2 * out], CARD.radius + out, { stroke: 'accent', sw }),
  ];
}

function headersOf(layout: Layout): Header[] {
  return COLUMN_ORDER.flatMap((column) => {
    const lanes = layout.lanes.filter((lane) => lane.column === column);
    const first = lanes[0];
    const last = lanes.at(-1);
    if (!first || !last) return [];
    const w = last.x + last.w - first.x;
    const count = countOf(layout, column);
    return [{ column, x: first.x, w, title: COLUMN_TITLES[column], count }];
  });
}

/** Everything on record in that column, shown or not; for regions "4 + 33": nations and their parts. */
function countOf({ view, folded }: Layout, column: Header['column']): string {
  const all = view.counts.byColumn[column] ?? 0;
  const tops = folded.nations.length;
  if (column !== 'region' || tops === 0 || all <= tops) return String(all);
  return `${tops} + ${all - tops}`;
}

/** Bottom left, under the short columns where there is room, else under everything. */
function placeLegend(layout: Layout, measure: Measure): Legend {
  const x = layout.lanes[0]?.x ?? 20;
  const half = layout.lanes.findLast((lane) => lane.column === 'product') ?? layout.lanes[0];
  const narrow = legendOf(layout.folded.idle, x, (half ? half.x + half.w : 500) - x, measure);
  const under = [...layout.placed, ...layout.frames].filter((b) => b.x < x + narrow.w + 12);
  const foot = Math.max(40, ...under.map((b) => b.y + b.h)) + 20;
  if (foot + narrow.h <= layout.bottom + 4) {
    return { ...narrow, y: Math.max(foot, layout.bottom - narrow.h) };
  }
  const wide = legendOf(layout.folded.idle, x, layout.width - 2 * x, measure);
  return { ...wide, y: layout.bottom + 20 };
}
