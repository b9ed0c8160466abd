/** How many lanes each column gets, and what stands in which. */
import type { Column } from '@msp-impact/contract';
import { CARD } from '../tokens.ts';
import { COLUMN_ORDER } from '../words.ts';
import { type LaneCount, naturalWidth } from './columns.ts';
import { type LaneUnits, TOP } from './place.ts';
import { GAP, specsOf, type Unit } from './units.ts';

/** Under this share of its size a picture is scrolled rather than shrunk to be seen whole. */
export const LEAST_WHOLE = 0.84;
/** What stands under the lowest card: the key and the margins. */
export const BELOW = 56;
/** More than this and a column gets a second lane, whatever the panel. */
const MOST_IN_LANE = 40 * CARD.pitch;

export interface ColumnUnits {
  readonly units: readonly Unit[];
  readonly feet: readonly Unit[];
}

/** Where things stood: x of the column's lanes, ascending, and each box's lane and top. */
export interface ColumnBefore {
  readonly xs: readonly number[];
  readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

const heightOf = (units: readonly Unit[]) => units.reduce((sum, unit) => sum + unit.h + GAP, 0);

/** Long columns are split while the panel is wide enough: rather two lanes in sight than one to scroll. */
export function laneCounts(
  columns: ReadonlyMap<Column, ColumnUnits>,
  panel: { readonly width: number; readonly height: number },
): LaneCount[] {
  const room = panel.height / LEAST_WHOLE - TOP - BELOW;
  const heights = new Map(
    [...columns].map(([column, { units, feet }]) => [column, heightOf(units) + heightOf(feet)]),
  );
  let counts: LaneCount[] = COLUMN_ORDER.map((column) => ({
    column,
    lanes: Math.ceil(heights.get(column)! / MOST_IN_LANE),
  }));
  for (;;) {
    const longest = counts
      .filter(canSplit)
      .reduce((a, b) => (perLane(b, heights) > perLane(a, heights) ? b : a));
    const more = counts.map((one) => (one === longest ? { ...one, lanes: one.lanes + 1 } : one));
    const fits = perLane(longest, heights) <= room;
    if (fits || naturalWidth(more) > panel.width / LEAST_WHOLE) return counts;
    counts = more;
  }
}

/** Areas stay in one lane: their cards are few and tall, and an opened nation is meant to be scrolled. */
const canSplit = ({ column }: LaneCount) => column !== 'region';

function perLane({ column, lanes }: LaneCount, heights: ReadonlyMap<Column, number>): number {
  return lanes === 0 ? 0 : heights.get(column)! / lanes;
}

/** Each lane is a run of the order; a bracket is never cut. What was drawn before keeps its lane. */
export function intoLanes(
  { column, lanes: n }: LaneCount,
  units: readonly Unit[],
  feet: readonly Unit[],
  before: ColumnBefore | undefined,
): LaneUnits[] {
  const lanes: Unit[][] = Array.from({ length: n }, () => []);
  const kept = before && before.xs.length === n ? before : undefined;
  // The groups at the foot stand in the first lane: it takes so much less of the rest.
  const total = heightOf(units) + heightOf(feet);
  let y = heightOf(feet);
  for (const unit of units) {
    const x = kept?.boxes.get(specsOf(unit)[0]!.id)?.x;
    const run = Math.min(n - 1, Math.floor(((y + unit.h / 2) * n) / Math.max(1, total)));
    lanes[kept && x !== undefined ? Math.max(0, kept.xs.indexOf(x)) : run]!.push(unit);
    y += unit.h + GAP;
  }
  return lanes.map((list, i) => ({ column, units: list, feet: i === 0 ? feet : [] }));
}
