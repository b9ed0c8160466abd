/** Widths and places of the columns: at zoom 1 they fill the panel, or more when it is too small. */
import type { Column } from '@msp-impact/contract';

/** One physical column of cards: a logical column has several when it is long. */
export interface Lane {
  readonly column: Column;
  readonly x: number;
  readonly w: number;
}

/** Shares of the width as drawn at 1,440 px, and the least at which names stay readable. */
interface ColumnShape {
  readonly w: number;
  readonly least: number;
  /** Least width of one lane of several. */
  readonly lane: number;
  readonly gutter: number;
}

const SHAPE: Readonly<Record<Column, ColumnShape>> = {
  'fourth-party': { w: 133, least: 112, lane: 150, gutter: 22 },
  supplier: { w: 148, least: 122, lane: 150, gutter: 32 },
  product: { w: 164, least: 150, lane: 160, gutter: 42 },
  service: { w: 274, least: 236, lane: 200, gutter: 42 },
  region: { w: 204, least: 182, lane: 186, gutter: 42 },
};
const MARGIN = 20;
/** In narrower panels the gutters give way first, names last. */
const ROOMY = 1050;
const BETWEEN_LANES = 38;
/** Of width to spare this much goes to the cards, the rest to the gutters. */
const TO_CARDS = 0.62;
const TO_LANES = 0.85;

export interface LaneCount {
  readonly column: Column;
  readonly lanes: number;
}

/** Lanes from left to right, and the width of the whole (≥ the least it can be, else the panel's). */
export function placeLanes(
  counts: readonly LaneCount[],
  panel: number,
): { lanes: Lane[]; width: number } {
  const used = counts.filter((one) => one.lanes > 0);
  const tight = panel < ROOMY ? 0.85 : 1;
  const gutters = used.slice(0, -1).map(({ column }) => SHAPE[column].gutter * tight);
  const inner = used.map(({ lanes }) => (lanes - 1) * BETWEEN_LANES);
  const natural = used.map(({ column, lanes }) => widthOf(column, lanes, 'w'));
  const least = used.map(({ column, lanes }) => widthOf(column, lanes, 'least'));
  const fixed = 2 * MARGIN + sum(gutters) + sum(inner);
  const room = panel - fixed;
  const eased = ease(used, natural, room - sum(natural));
  const spare = room - sum(eased);
  const widths = spare >= 0 ? stretch(eased, spare * TO_CARDS) : shrink(eased, least, -spare);
  const wider = spare > 0 ? (spare * (1 - TO_CARDS)) / Math.max(1, gutters.length) : 0;
  const lanes: Lane[] = [];
  let x = MARGIN;
  used.forEach(({ column, lanes: n }, i) => {
    const w = widths[i]! / n;
    for (let lane = 0; lane < n; lane++) {
      lanes.push({ column, x: round(x), w: round(w) });
      x += w + (lane < n - 1 ? BETWEEN_LANES : 0);
    }
    x += (gutters[i] ?? 0) + wider;
  });
  const end = lanes.at(-1);
  return { lanes, width: Math.max(end ? end.x + end.w + MARGIN : 0, panel) };
}

/** Several lanes are narrower than one column: of width to spare they get their share back first. */
function ease(used: readonly LaneCount[], natural: readonly number[], spare: number): number[] {
  const wants = used.map(({ column, lanes }, i) =>
    lanes > 1 ? Math.max(0, lanes * SHAPE[column].w - natural[i]!) : 0,
  );
  const share = spare > 0 ? Math.min(1, (spare * TO_LANES) / Math.max(1, sum(wants))) : 0;
  return natural.map((w, i) => w + wants[i]! * share);
}

function widthOf(column: Column, lanes: number, one: 'w' | 'least'): number {
  return lanes > 1 ? lanes * SHAPE[column].lane : SHAPE[column][one];
}

/** The width at which nothing has to give way. */
export function naturalWidth(counts: readonly LaneCount[]): number {
  const used = counts.filter((one) => one.lanes > 0);
  const cards = sum(used.map(({ column, lanes }) => widthOf(column, lanes, 'w')));
  const inner = sum(used.map(({ lanes }) => (lanes - 1) * BETWEEN_LANES));
  return 2 * MARGIN + cards + inner + sum(used.slice(0, -1).map((one) => SHAPE[one.column].gutter));
}

function stretch(widths: readonly number[], by: number): number[] {
  const total = sum(widths);
  return widths.map((w) => w + (by * w) / Math.max(1, total));
}

/** Takes from each what it can spare, in proportion; never under the least. */
function shrink(widths: readonly number[], least: readonly number[], by: number): number[] {
  const room = sum(widths) - sum(least);
  const share = room > 0 ? Math.min(1, by / room) : 0;
  return widths.map((w, i) => w - (w - least[i]!) * share);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const round = (value: number) => Math.round(value * 10) / 10;
