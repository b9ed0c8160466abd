/** Steps as the outlines of a small chart: 1000 units wide, 100 high, stretched to its place. */
import type { Steps } from '@msp-impact/contract';
import { area, curveStepAfter, line } from 'd3-shape';
import { levelAt, waitingAt } from './series.ts';

export const WIDE = 1000;
export const HIGH = 100;
type At = readonly [number, number];

const y = (level: number) => round((1 - level) * HIGH);
const round = (n: number) => Math.round(n * 10) / 10;

/** Up to `hours`, where the last level ends. */
function upTo(steps: Steps, hours: number): At[] {
  const inside = steps.filter(([hour]) => hour <= hours);
  const first: At[] = inside[0]?.[0] === 0 ? [] : [[0, 1]];
  return [...first, ...inside, [hours, inside.at(-1)?.[1] ?? 1]];
}

export function linePath(steps: Steps, x: (hour: number) => number, hours: number): string {
  const make = line<At>()
    .x(([hour]) => round(x(hour) * WIDE))
    .y(([, level]) => y(level))
    .curve(curveStepAfter);
  return make(upTo(steps, hours)) ?? '';
}

/** The band between both bounds. */
export function bandPath(
  low: Steps,
  high: Steps,
  x: (hour: number) => number,
  hours: number,
): string {
  const all = [...new Set([0, ...low.map(([h]) => h), ...high.map(([h]) => h), hours])];
  const points = all
    .filter((hour) => hour <= hours)
    .sort((a, b) => a - b)
    .map((hour) => ({ hour, low: levelAt(low, hour), high: levelAt(high, hour) }));
  const make = area<(typeof points)[number]>()
    .x(({ hour }) => round(x(hour) * WIDE))
    .y0((one) => y(one.low))
    .y1((one) => y(one.high))
    .curve(curveStepAfter);
  return make(points) ?? '';
}

type Course = readonly At[];

interface WaitPlace {
  readonly x: (hour: number) => number;
  /** Cases at the top of the chart. */
  readonly most: number;
  readonly hours: number;
}

/** Straight in hours is bent on a clock whose first hours are wide: so many points to the width. */
const BENDS = 80;

/** Hours at which a course is drawn: its corners, and places spread over the width. */
function hoursOf(courses: readonly Course[], { hours }: WaitPlace): number[] {
  const spread = Array.from({ length: BENDS + 1 }, (_, i) => hours * (i / BENDS) ** 3);
  const corners = courses.flat().map(([hour]) => hour);
  return [...new Set([...spread, ...corners])]
    .filter((hour) => hour <= hours)
    .sort((a, b) => a - b);
}

const waitPoint = (course: Course, hour: number, { x, most }: WaitPlace) =>
  `${round(x(hour) * WIDE)} ${round((1 - waitingAt(course, hour) / most) * HIGH)}`;

/** Cases that wait, as a line. */
export const waitLine = (course: Course, place: WaitPlace): string =>
  `M${hoursOf([course], place)
    .map((hour) => waitPoint(course, hour, place))
    .join('L')}`;

/** The band between both bounds. */
export function waitBand(low: Course, high: Course, place: WaitPlace): string {
  const hours = hoursOf([low, high], place);
  const up = hours.map((hour) => waitPoint(high, hour, place));
  const back = hours.map((hour) => waitPoint(low, hour, place)).reverse();
  return `M${[...up, ...back].join('L')}Z`;
}
