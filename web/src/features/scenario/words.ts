import { lengthWords, whenWords } from '../../ui/hour-words.ts';
import { causeWord, count, percent } from '../../ui/words.ts';
import type { PlanEvent } from './events.ts';
import { leftText, point, shortLength } from './range.ts';

/** "broken into, at once, for 10–21 days". */
export function eventWords(event: PlanEvent): string {
  const parts = [howWords(event), whenWords(event.from), endWords(event)];
  return parts.filter(Boolean).join(', ');
}

/** "broken into", "broken into, 20 % left", "switched off together". */
function howWords({ list, cause, level }: PlanEvent): string {
  if (list === 'observations') {
    return point(level) >= 1 ? 'works: we checked' : `keeps ${percent(point(level))}: we checked`;
  }
  if (list === 'isolations') return 'switched off together';
  if (list === 'cuts') return 'cut off by its user';
  const left = point(level) > 0 ? `, ${leftText(level)}` : '';
  return `${causeWord(cause ?? 'failed')}${left}`;
}

function endWords({ open, from, until, ends, steps }: PlanEvent): string {
  if (open)
    return steps.length > 0 ? `${count(steps.length, 'stage')} back` : 'with no end in sight';
  const range = ends && { low: ends.low - from, likely: until - from, high: ends.high - from };
  const first = steps.length > 1 ? ` in ${steps.length} stages` : '';
  return `for ${range ? shortLength(range) : lengthWords(until - from)}${first}`;
}

/** "Advanced", "Adastra → GP out-of-hours". */
export function eventName(
  event: PlanEvent,
  nameOf: (id: string) => string,
  zoneName: (zone: string) => string,
): string {
  if (event.list === 'isolations') return zoneName(event.ids[0] ?? '');
  return event.ids.map(nameOf).join(' → ');
}

/** "50 % back on day 3". */
export const stepWords = (step: { hour: number; level: number }): string =>
  step.level >= 1
    ? `all back ${onWords(step.hour)}`
    : `${percent(step.level)} back ${onWords(step.hour)}`;
const onWords = (hour: number) => (hour <= 72 ? `at ${whenWords(hour)}` : `on ${whenWords(hour)}`);

/** Lengths that a plan can have by one choice. */
export const LENGTHS = [24, 72, 168, 336, 720, 2160, 4320, 8760] as const;
