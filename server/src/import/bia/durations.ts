/** Periods as continuity plans write them, in hours. What can be read in two ways is refused. */

export type ReadHours = { readonly hours: number } | { readonly reason: string };
export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

const HOURS: Record<Unit, number> = {
  minutes: 1 / 60,
  hours: 1,
  days: 24,
  weeks: 168,
  months: 720,
};
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^min(?:ute)?s?$/, 'minutes'],
  [/^(?:h|hr|hour)s?$/, 'hours'],
  [/^(?:d|day)s?$/, 'days'],
  [/^(?:w|wk|week)s?$/, 'weeks'],
  [/^(?:mo|mth|month)s?$/, 'months'],
];
const HOW = 'write it as 4 hours, 2 days or 1 week';

/** `days`, `hrs` … undefined: none of ours (`m` may be minutes or months). */
export function unitOf(word: string): Unit | undefined {
  return UNITS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1];
}

/**
 * `4 hours`, `2d`, `< 1 week`, `immediate` (0). A month has 30 days.
 * @param unit of a plain number; default hours
 */
export function readHours(cell: string, unit: Unit = 'hours'): ReadHours {
  const text = cell.trim().toLowerCase();
  if (/^(?:immediate(?:ly)?|at once|zero)$/.test(text)) return { hours: 0 };
  const [, digits, word = ''] =
    /^(?:<|≤|<=|within|up to|under)?\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([a-z]*)\.?$/.exec(text) ?? [];
  if (digits === undefined) return { reason: `is no period that can be read in one way; ${HOW}` };
  const named = word === '' ? unit : unitOf(word);
  if (named === undefined) return { reason: `"${word}" is no unit of time; ${HOW}` };
  const hours = Number(digits.replace(',', '.')) * HOURS[named];
  return { hours: Number(hours.toPrecision(12)) };
}

/** The period that a heading names: `1 h`, `Impact after 4 hours`, `1 month`. */
export function periodOfHeading(header: string): number | undefined {
  const bare = header
    .toLowerCase()
    .replace(/\b(?:impact|score|rating|level|at|after|in|within|of|outage|disruption)\b/g, ' ')
    .replace(/[()[\]:,_-]+/g, ' ')
    .trim();
  if (!/[a-z]/.test(bare)) return undefined;
  const read = readHours(bare.replace(/^[>≥]\s*/, ''));
  return 'hours' in read ? read.hours : undefined;
}
