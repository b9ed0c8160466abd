/** Hours ⇄ places on the timeline, as shares 0..1 of its width. */
import { scaleLinear, scaleSymlog } from 'd3-scale';
import type { Scale } from '../../url/hours-view.ts';

export interface HourScale {
  /** Hour → share of the width. */
  readonly x: (hour: number) => number;
  /** Share → hour. */
  readonly hour: (x: number) => number;
  readonly ticks: readonly { readonly hour: number; readonly label: string }[];
}

/** The first hours decide most; the last months change little: up to here every hour is wide. */
const NEAR_HOURS = 4;
/** A plan of more than two weeks is read better with its first hours wide. */
const LONG = 336;
export const usualScale = (hours: number): Scale => (hours > LONG ? 'near' : 'even');

export function hourScale(hours: number, kind: Scale, least = 0.055): HourScale {
  const raw = kind === 'near' ? scaleSymlog().constant(NEAR_HOURS) : scaleLinear();
  const scale = raw.domain([0, hours]).range([0, 1]).clamp(true);
  const x = (hour: number) => scale(hour);
  return { x, hour: (share) => scale.invert(share), ticks: spread(ticksOf(hours, kind), x, least) };
}

const DAY = 24;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
const NEAR: readonly (readonly [number, string])[] = [
  [0, 'At once'],
  [1, '1 h'],
  [4, '4 h'],
  [12, '12 h'],
  [DAY, '1 day'],
  [3 * DAY, '3 days'],
  [WEEK, '1 week'],
  [2 * WEEK, '2 weeks'],
  [MONTH, '1 month'],
  [3 * MONTH, '3 months'],
  [6 * MONTH, '6 months'],
  [365 * DAY, '1 year'],
  [2 * 365 * DAY, '2 years'],
  [5 * 365 * DAY, '5 years'],
];
const EVEN_STEPS = [1, 2, 4, 6, 12, DAY, 2 * DAY, 4 * DAY, WEEK, 2 * WEEK, MONTH, 3 * MONTH];
const MOST_TICKS = 11;

function ticksOf(hours: number, kind: Scale): { hour: number; label: string }[] {
  if (kind === 'near') {
    return NEAR.filter(([hour]) => hour <= hours).map(([hour, label]) => ({ hour, label }));
  }
  const step = EVEN_STEPS.find((one) => hours / one <= MOST_TICKS) ?? Math.ceil(hours / MOST_TICKS);
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, i) => ({
    hour: i * step,
    label: evenLabel(i * step),
  }));
}

function evenLabel(hour: number): string {
  if (hour === 0) return 'At once';
  return hour % DAY === 0 && hour > DAY ? `${hour / DAY} days` : `${hour} h`;
}

/** Beyond this a label ends at its mark, inside the timeline. */
export const EDGE = 0.96;

/** Labels that would touch the one before are left out. */
function spread<T extends { hour: number }>(
  all: readonly T[],
  x: (h: number) => number,
  least: number,
): T[] {
  let last = Number.NEGATIVE_INFINITY;
  const kept = all.filter(({ hour }) => {
    if (x(hour) - last < least) return false;
    last = x(hour);
    return true;
  });
  // The label at the right edge stands before its mark, where the one before it needs its room.
  const [before, end] = kept.slice(-2);
  const close = before && end && x(end.hour) > EDGE && x(end.hour) - x(before.hour) < 2 * least;
  return close ? [...kept.slice(0, -2), end] : kept;
}

/** Whole hours near; coarser where a pixel is worth more. `width` in CSS pixels. */
export function snapped(scale: HourScale, share: number, width: number): number {
  const hour = scale.hour(share);
  const pixel = Math.abs(scale.hour(share + 1 / Math.max(1, width)) - hour);
  const grid = [1, 2, 4, 6, 12, DAY].find((one) => one >= pixel) ?? DAY;
  return Math.max(0, Math.round(hour / grid) * grid);
}
