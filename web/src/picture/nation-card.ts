/** A nation's card: what it has left, its worst services, and a tile for each region or board. */
import type { ViewNode } from '@msp-impact/contract';
import { levelBar } from './card.ts';
import type { Nation } from './layout/fold.ts';
import { fitName, fitText, type Measure } from './measure.ts';
import { line, rect, text } from './shapes.ts';
import { CHEVRON_DOWN, CHEVRON_RIGHT, STATE_INKS, stateSign } from './signs.ts';
import { CARD, lostInk } from './tokens.ts';
import type { Shape, Spot } from './types.ts';
import {
  countWords,
  partsWord,
  peopleWords,
  shorterName,
  stateSentence,
  valueWords,
  withoutArea,
} from './words.ts';

const PAD = 13;
const ROW = 18.6;
const HEAD = 24;
const BAR = 8;
const TILES = 25;
const FOOT = 22;
const SHOWN_SERVICES = 2;
const LEAST_TILE = 8;
const MOST_TILE = 17;

interface Parts {
  readonly hit: boolean;
  readonly rows: readonly ViewNode[];
  readonly more: string;
}

function partsOf({ node, services }: Nation): Parts {
  const hit = node.level < 1 && node.state !== 'unknown';
  const shown = services.slice(0, SHOWN_SERVICES);
  const rest = services.slice(shown.length);
  const counted = countWords(rest.map((one) => one.state));
  const more = rest.length === 0 ? '' : moreWords(rest.length, counted);
  return { hit, rows: shown, more };
}

/** Height in pixels; the same for the same nation in the same state, whatever the width. */
export function nationHeight(nation: Nation): number {
  const { hit, rows, more } = partsOf(nation);
  const tiles = nation.open ? 0 : TILES;
  const lines = rows.length + (more ? 1 : 0);
  return 6 + HEAD + (hit ? BAR : 0) + lines * ROW + tiles + FOOT;
}

export interface NationCard {
  readonly shapes: Shape[];
  readonly spots: Spot[];
}

export function nationCard(
  nation: Nation,
  size: { readonly w: number; readonly h: number },
  measure: Measure,
  selection: string | null | undefined,
): NationCard {
  const { node } = nation;
  const parts = partsOf(nation);
  const shapes: Shape[] = [frame(node, size)];
  shapes.push(...head(node, size.w, parts, measure));
  let y = 6 + HEAD;
  if (parts.hit) {
    shapes.push(...levelBar(node, PAD, y + 4.5, size.w - 2 * PAD));
    y += BAR;
  }
  for (const service of parts.rows) {
    shapes.push(...serviceRow(service, node.name, y, size.w, measure));
    y += ROW;
  }
  if (parts.more) {
    const words = fitText(parts.more, size.w - 2 * PAD, 12, 400, measure);
    shapes.push(text(PAD, y + 14, words, { size: 12, weight: 400, fill: 'secondary' }));
    y += ROW;
  }
  const tiles = nation.open ? { shapes: [], spots: [] } : tilesOf(nation, y + 5, size.w, selection);
  const foot = footOf(nation, size);
  return {
    shapes: [...shapes, ...tiles.shapes, ...foot.shapes],
    spots: [...tiles.spots, ...foot.spots],
  };
}

function frame(node: ViewNode, { w, h }: { readonly w: number; readonly h: number }): Shape {
  const stopped = node.state === 'down';
  const stroke = stopped ? 'stoppedLine' : 'border';
  return rect([0, 0, w, h], CARD.radius + 1, { fill: 'surface', stroke, sw: stopped ? 1.4 : 1.1 });
}

/** "England 56.3 M people … 38 % left"; the people are left out first where it gets narrow. */
function head(node: ViewNode, w: number, parts: Parts, measure: Measure): Shape[] {
  const told = parts.hit || node.state === 'unknown';
  const value = told ? valueWords(node) : '';
  const room = w - 2 * PAD - (value ? measure(value, 12.5, 650) + 8 : 0);
  const name = fitName([node.name, shorterName(node.name)], room, 14, 650, measure);
  const left = room - measure(name, 14, 650) - 7;
  const people = node.population === undefined ? '' : peopleFitting(node.population, left, measure);
  const small = { size: 12, weight: 400, fill: 'secondary' } as const;
  const big = { size: 12.5, weight: 650, fill: STATE_INKS[node.state].text } as const;
  const peopleX = told ? PAD + measure(name, 14, 650) + 7 : w - PAD;
  return [
    text(PAD, 23, name, { size: 14, weight: 650, fill: 'text' }),
    ...(people ? [text(peopleX, 23, people, small, told ? 'start' : 'end')] : []),
    ...(value ? [text(w - PAD, 23, value, big, 'end')] : []),
  ];
}

function peopleFitting(population: number, room: number, measure: Measure): string {
  const long = peopleWords(population);
  const short = long.replace(/ people$/, '');
  return [long, short].find((words) => measure(words, 12, 400) <= room) ?? '';
}

/** Counted by state; the rest by number alone, so that none is passed over. */
function moreWords(n: number, counted: string): string {
  return `+ ${counted || `${n} ${n === 1 ? 'service' : 'services'}`}`;
}

function serviceRow(
  service: ViewNode,
  nation: string,
  y: number,
  w: number,
  measure: Measure,
): Shape[] {
  const value = valueWords(service);
  const room = w - 2 * PAD - 18 - (value ? measure(value, 12, 600) + 7 : 0);
  const name = fitName([withoutArea(service.name, nation)], room, 12.5, 600, measure);
  const inks = STATE_INKS[service.state];
  return [
    ...stateSign(service.state, service.level, PAD, y + 3.5),
    text(PAD + 18, y + 14, name, { size: 12.5, weight: 600, fill: 'text' }),
    ...(value
      ? [text(w - PAD, y + 14, value, { size: 12, weight: 600, fill: inks.text }, 'end')]
      : []),
  ];
}

function tilesOf(
  nation: Nation,
  y: number,
  w: number,
  selection: string | null | undefined,
): NationCard {
  const n = nation.parts.length;
  const gap = n > 10 ? 2.5 : 3.5;
  const room = (w - 2 * PAD + gap) / n - gap;
  const tile = Math.min(MOST_TILE, Math.max(LEAST_TILE, room));
  const fits = Math.max(1, Math.floor((w - 2 * PAD + gap) / (tile + gap)));
  const shown = nation.parts.slice(0, fits);
  const shapes: Shape[] = [];
  const spots: Spot[] = [];
  shown.forEach((part, i) => {
    const x = PAD + i * (tile + gap);
    shapes.push(...tileOf(part, x, y, tile, part.id === selection));
    const label = `${part.name}: ${stateSentence(part)}`;
    spots.push({ x, y, w: tile, h: MOST_TILE, action: 'select', id: part.id, label });
  });
  return { shapes, spots };
}

/** The fill tells the share lost; a dot says stopped, a dashed edge not known, a double edge selected. */
function tileOf(part: ViewNode, x: number, y: number, w: number, selected: boolean): Shape[] {
  const unknown = part.state === 'unknown';
  const fill = unknown ? 'unknownFill' : (lostInk(1 - part.level) ?? 'surface');
  const edge = unknown ? { dash: [2, 2], hatch: 'hatch' as const } : {};
  const shapes: Shape[] = [
    rect([x, y, w, MOST_TILE], 3, { fill, stroke: 'border', sw: 1, ...edge }),
  ];
  if (part.state === 'down') {
    shapes.push(rect([x + w / 2 - 2.5, y + 6, 5, 5], 1, { fill: 'surface' }));
  }
  if (selected) {
    shapes.push(rect([x - 2.5, y - 2.5, w + 5, MOST_TILE + 5], 5, { stroke: 'accent', sw: 2 }));
  }
  return shapes;
}

function footOf(nation: Nation, size: { readonly w: number; readonly h: number }): NationCard {
  const { node, parts, open } = nation;
  const word = partsWord(parts.map((part) => part.name));
  const words = `${parts.length} ${word} · ${open ? 'close' : 'open'}`;
  const y = size.h - 10;
  const small = { size: 11.5, weight: 400, fill: 'secondary' } as const;
  const arrow = open
    ? line(size.w - PAD - 8, y - 6, CHEVRON_DOWN, 'text', 1.5)
    : line(size.w - PAD - 4, y - 8, CHEVRON_RIGHT, 'text', 1.5);
  const label = `${open ? 'Close' : 'Open'} ${node.name}: ${parts.length} ${word}`;
  const spot: Spot = {
    x: 0,
    y: size.h - FOOT,
    w: size.w,
    h: FOOT,
    action: 'open',
    id: node.id,
    label,
  };
  return { shapes: [text(PAD, y, words, small), arrow], spots: [spot] };
}
