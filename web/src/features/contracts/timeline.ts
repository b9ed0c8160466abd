/** Where the days of a contract lie on a common axis, in percent of its width. */

/** Days since 1970, so that months of any length compare. */
export const dayNumber = (day: string): number => Date.parse(day.slice(0, 10)) / 86_400_000;

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** First of January of each year that is labelled. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly at: (day: string) => number;
}
interface Days {
  readonly start?: string;
  readonly end: string;
  readonly maxEnd?: string;
  readonly decideBy: string;
}

/** Years before and after today that the axis shows at most: what lies beyond is cut at its edge. */
const BEFORE = 2;
const AFTER = 7;
const YEAR = 365.25;
const LABELS = 10;

export function axisOf(rows: readonly Days[], today: string): Axis {
  const now = dayNumber(today);
  const early = rows.map((row) =>
    Math.min(dayNumber(row.decideBy), dayNumber(row.start ?? row.end)),
  );
  const late = rows.map((row) => dayNumber(row.maxEnd ?? row.end));
  const from = Math.max(now - BEFORE * YEAR, Math.min(now - YEAR / 2, ...early));
  const to = Math.min(now + AFTER * YEAR, Math.max(now + YEAR, ...late) + 30);
  const at = (day: string) => (100 * (dayNumber(day) - from)) / (to - from);
  return { from, to, at, years: yearsBetween(from, to, at) };
}

function yearsBetween(from: number, to: number, at: (day: string) => number): Axis['years'] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const first = yearOf(from) + 1;
  const last = yearOf(to);
  const step = Math.ceil((last - first + 1) / LABELS);
  const years = [];
  for (let year = first; year <= last; year += step) years.push({ year, at: at(`${year}-01-01`) });
  return years;
}

export interface Span {
  readonly left: number;
  readonly width: number;
  /** It goes on beyond the edge of the axis. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** A stretch of days, cut to the axis; undefined: all of it lies outside. `start` absent: open. */
export function spanOf(axis: Axis, start: string | undefined, end: string): Span | undefined {
  const [a, b] = [start === undefined ? Number.NEGATIVE_INFINITY : axis.at(start), axis.at(end)];
  if (b <= 0 || a >= 100 || b < a) return undefined;
  const [left, right] = [Math.max(0, a), Math.min(100, b)];
  return { left, width: right - left, cutStart: a < 0, cutEnd: b > 100 };
}
