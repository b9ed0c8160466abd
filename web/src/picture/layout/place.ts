/** Tops of the units in every lane. What was there before stays; only what is new looks for room. */
import type { Column } from '@msp-impact/contract';
import type { Neighbours } from './order.ts';
import { nearestFree, type Span, settle } from './settle.ts';
import { GAP, rowTops, specsOf, type Unit } from './units.ts';

export const TOP = 54;

/** Units of a lane with their tops, from top to foot. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly y: number;
}

export interface LaneUnits {
  readonly column: Column;
  readonly units: readonly Unit[];
  /** Groups: below everything else. */
  readonly feet: readonly Unit[];
}

/** id → top before, where it was drawn in the same lane. */
export type Before = ReadonlyMap<string, number>;

export function placeAll(
  lanes: readonly LaneUnits[],
  neighbours: Neighbours,
  before: Before | undefined,
): PlacedUnit[][] {
  const centres = new Map<string, number>();
  const result: PlacedUnit[][] = lanes.map(() => []);
  for (const i of outwards(lanes)) {
    const desired = desires(lanes[i]!, neighbours, centres);
    const placed = before
      ? placeKeeping(lanes[i]!, desired, before)
      : placeFresh(lanes[i]!, desired, height(lanes));
    result[i] = placed;
    for (const one of placed) noteCentres(centres, one);
  }
  return result;
}

/** The lane of most cards first, then its neighbours outwards: each has something to line up with. */
function outwards(lanes: readonly LaneUnits[]): number[] {
  const counts = lanes.map((lane) => lane.units.reduce((sum, unit) => sum + unit.rows.length, 0));
  let anchor = 0;
  counts.forEach((count, i) => {
    if (count > counts[anchor]!) anchor = i;
  });
  const left = Array.from({ length: anchor }, (_, i) => anchor - 1 - i);
  const right = Array.from(
    { length: Math.max(0, lanes.length - anchor - 1) },
    (_, i) => anchor + 1 + i,
  );
  return lanes.length ? [anchor, ...left, ...right] : [];
}

function laneHeight(lane: LaneUnits): number {
  return [...lane.units, ...lane.feet].reduce((sum, unit) => sum + unit.h + GAP, -GAP);
}

const height = (lanes: readonly LaneUnits[]) => Math.max(0, ...lanes.map(laneHeight));

function noteCentres(centres: Map<string, number>, { unit, y }: PlacedUnit): void {
  const tops = rowTops(unit);
  unit.rows.forEach((row, i) => {
    for (const spec of row) centres.set(spec.id, y + tops[i]! + spec.h / 2);
  });
}

/** Where each unit would like its top: level with what it is linked to, else where the order has it. */
function desires(
  lane: LaneUnits,
  neighbours: Neighbours,
  centres: ReadonlyMap<string, number>,
): Map<Unit, number> {
  const all = [...lane.units, ...lane.feet];
  const desired = new Map<Unit, number>();
  let stacked = 0;
  for (const unit of all) {
    const wish = wishOf(unit, neighbours, centres);
    desired.set(unit, wish ?? TOP + stacked);
    stacked += unit.h + GAP;
  }
  return desired;
}

function wishOf(
  unit: Unit,
  neighbours: Neighbours,
  centres: ReadonlyMap<string, number>,
): number | undefined {
  const tops = rowTops(unit);
  let sum = 0;
  let n = 0;
  unit.rows.forEach((row, i) => {
    for (const spec of row) {
      const near = (neighbours.get(spec.id) ?? []).flatMap((id) => centres.get(id) ?? []);
      if (near.length === 0) continue;
      sum += near.reduce((a, b) => a + b, 0) / near.length - (tops[i]! + spec.h / 2);
      n++;
    }
  });
  return n ? sum / n : undefined;
}

function placeFresh(
  lane: LaneUnits,
  desired: ReadonlyMap<Unit, number>,
  total: number,
): PlacedUnit[] {
  const units = [...lane.units, ...lane.feet];
  const wishes = units.map((unit) => desired.get(unit)!);
  const heights = units.map((unit) => unit.h);
  const tops = settle(wishes, heights, GAP, TOP, TOP + total);
  return units.map((unit, i) => ({ unit, y: tops[i]! }));
}

/** Invariant: a unit that was drawn before moves only if what stands beside it has grown into it. */
function placeKeeping(
  lane: LaneUnits,
  desired: ReadonlyMap<Unit, number>,
  before: Before,
): PlacedUnit[] {
  const old: PlacedUnit[] = [];
  const fresh: Unit[] = [];
  for (const unit of lane.units) {
    const y = topBefore(unit, before);
    if (y === undefined) fresh.push(unit);
    else old.push({ unit, y });
  }
  const placed = untangle(old);
  fresh.sort((a, b) => desired.get(a)! - desired.get(b)!);
  for (const unit of fresh) {
    const taken: Span[] = placed.map((one) => ({ y: one.y, h: one.unit.h }));
    placed.push({ unit, y: nearestFree(taken, desired.get(unit)!, unit.h, GAP, TOP) });
  }
  placed.sort((a, b) => a.y - b.y);
  return [...placed, ...placeFeet(lane.feet, placed, before)];
}

function topBefore(unit: Unit, before: Before): number | undefined {
  const tops = rowTops(unit);
  for (let i = 0; i < unit.rows.length; i++) {
    const y = before.get(unit.rows[i]![0]!.id);
    if (y !== undefined) return y - tops[i]!;
  }
  return undefined;
}

function untangle(old: PlacedUnit[]): PlacedUnit[] {
  old.sort((a, b) => a.y - b.y || (a.unit.key < b.unit.key ? -1 : 1));
  const tops = settle(
    old.map((one) => one.y),
    old.map((one) => one.unit.h),
    GAP,
    TOP,
  );
  return old.map(({ unit }, i) => ({ unit, y: tops[i]! }));
}

function placeFeet(
  feet: readonly Unit[],
  above: readonly PlacedUnit[],
  before: Before,
): PlacedUnit[] {
  let y = above.reduce((most, one) => Math.max(most, one.y + one.unit.h + GAP), TOP);
  return feet.map((unit) => {
    const was = before.get(specsOf(unit)[0]!.id);
    y = Math.max(y, was ?? y);
    const placed = { unit, y };
    y += unit.h + GAP;
    return placed;
  });
}
