/** Hours of an incident in words. Hours count from its start; times are shown with their zone. */
import { reasonWords } from './reason-words.ts';
import { count } from './words.ts';

/** "at once", "hour 4", "day 14". */
export function whenWords(hour: number): string {
  if (hour <= 0) return 'at once';
  if (hour <= 72) return `hour ${Number(hour.toFixed(1))}`;
  return `day ${Math.floor(hour / 24) + 1}`;
}

/** "30 minutes", "4 hours", "12 days", "3 months". */
export function lengthWords(hours: number): string {
  if (hours > 0 && hours < 1) return count(Math.max(1, Math.round(hours * 60)), 'minute');
  if (hours <= 72) return count(Number(hours.toFixed(1)), 'hour');
  if (hours < 24 * 90) return count(Number((hours / 24).toFixed(1)), 'day');
  return count(Number((hours / 24 / 30.4375).toFixed(1)), 'month');
}

/** "hour 96 · day 5": both ways of counting, for the hour that is looked at. */
export function hourAndDay(hour: number): string {
  if (hour <= 0) return 'At once';
  const shown = Number(hour.toFixed(1)).toLocaleString('en-GB');
  return hour < 24 ? `Hour ${shown}` : `Hour ${shown} · day ${Math.floor(hour / 24) + 1}`;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** "Mon, 8 Aug 2022, 07:00 BST", in the reader's own zone; undefined without a start. */
export function clockWords(start: string | undefined, hour: number): string | undefined {
  const at = start === undefined ? Number.NaN : Date.parse(start);
  return Number.isFinite(at) ? CLOCK.format(new Date(at + hour * 3_600_000)) : undefined;
}

/** The reader's own time zone, as Europe/London; undefined where the browser knows none. */
export function ownZone(): string | undefined {
  const { timeZone } = CLOCK.resolvedOptions();
  return timeZone === 'Etc/Unknown' ? undefined : timeZone || undefined;
}

/** "4", "4 (2–9)": an hour with what it may be. */
export function hourRange(
  hour: number | undefined,
  earliest: number | undefined,
  latest: number | undefined,
): string {
  const one = (n: number) => Number(n.toFixed(1)).toLocaleString('en-GB');
  const ends = [earliest, latest].map((n) => (n === undefined ? '' : one(n)));
  if (hour === undefined) return earliest === undefined ? '' : `${ends[0]} at the earliest`;
  if (ends[0] === ends[1]) return one(hour);
  if (!ends[1])
    return ends[0] === one(hour) ? one(hour) : `${one(hour)} (${ends[0]} at the earliest)`;
  return `${one(hour)} (${ends[0]}–${ends[1]})`;
}

/** "29.4 billion", "812,000": hours of many people, three digits. */
export function manyWords(n: number): string {
  if (n < 999_500) return Number(n.toPrecision(3)).toLocaleString('en-GB');
  const [by, word] = n < 999.5e6 ? [1e6, 'million'] : [1e9, 'billion'];
  return `${Number((n / by).toPrecision(3)).toLocaleString('en-GB')} ${word}`;
}

/** "29.4 billion (23.4–33.6)". */
export function manyRange(n: number, range: { low: number; high: number } | undefined): string {
  if (!range || manyWords(range.low) === manyWords(range.high)) return manyWords(n);
  const unit = manyWords(n).split(' ')[1] ?? '';
  const ends = [manyWords(range.low), manyWords(range.high)];
  const same = unit !== '' && ends.every((end) => end.endsWith(` ${unit}`));
  const shown = same ? ends.map((end) => end.slice(0, -unit.length - 1)) : ends;
  return `${manyWords(n)} (${shown.join('–')})`;
}

const MORE: readonly (readonly [RegExp, string])[] = [
  [/\bzones\b/g, 'sets'],
  [/\bzone\b/g, 'set'],
  [/\btolerances\b/g, 'limits'],
  [/\btolerance\b/g, 'limit'],
  [/\bisolated\b/g, 'switched off'],
  [/\bisolation\b/g, 'switching off'],
  [/\bbuffers\b/g, 'what is in store'],
  [/\bbuffer\b/g, 'what is in store'],
  [/\bLevel (?=\d)/g, ''],
  [/\bscenario\b/g, 'plan'],
  [/\bset declaredHour\b/g, 'set the hour at which it is declared'],
];

/** The server's sentences and notes in the words of the screen. */
export function planText(text: string): string {
  const plain = MORE.reduce((so, [word, shown]) => so.replace(word, shown), text);
  return reasonWords(plain);
}
