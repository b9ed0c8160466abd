/** Does a check still count? And what is said of it. */
import type { Check, Incident } from '@msp-impact/contract';
import { lengthWords } from '../../ui/hour-words.ts';
import { leftShort } from '../../ui/words.ts';

const HOUR_MS = 3.6e6;

export type Standing = 'counts' | 'stale' | 'replaced';

/** `checks`: newest first, as the API gives them. Replaced: somebody has checked the same thing since. */
export function standingOf(check: Check, checks: readonly Check[], now: string): Standing {
  const later = checks.find(({ node }) => node === check.node);
  if (later !== undefined && later.id !== check.id) return 'replaced';
  return hoursLeft(check, now) > 0 ? 'counts' : 'stale';
}

const hoursLeft = (check: Check, now: string) =>
  check.staleAfterHours - (Date.parse(now) - Date.parse(check.at)) / HOUR_MS;

/** "counts for 2 hours more", "stale for 30 minutes: check again", "checked again since". */
export function standingWords(check: Check, standing: Standing, now: string): string {
  if (standing === 'replaced') return 'checked again since';
  const left = hoursLeft(check, now);
  if (standing === 'stale') return `stale for ${lengthWords(-left)}: check again`;
  return `counts for ${lengthWords(left)} more`;
}

/** What was seen, in the words of the cards. */
export function seenWords(level: number): string {
  return level === 0 ? leftShort('down', 0) : leftShort(level < 1 ? 'degraded' : 'up', level);
}

/** Checks that counted once and do not any more: to be made again. */
export const staleChecks = ({ checks, now }: Incident): Check[] =>
  checks.filter((check) => standingOf(check, checks, now) === 'stale');

/** "missed in 6 hours; at worst missed in 2 hours"; undefined where no limit can be missed. */
export function dueWords(
  { hour, earliest }: { readonly hour?: number; readonly earliest?: number },
  now: number,
): string | undefined {
  const worst = earliest === hour ? undefined : missedWords(earliest, now);
  const parts = [missedWords(hour, now), worst && `at worst ${worst}`].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

/** "missed in 2 hours", "missed 30 minutes ago"; undefined where no limit is missed. */
export function missedWords(hour: number | undefined, now: number): string | undefined {
  if (hour === undefined) return undefined;
  const away = hour - now;
  if (Math.abs(away) < 1 / 60) return 'missed now';
  return away > 0 ? `missed in ${lengthWords(away)}` : `missed ${lengthWords(-away)} ago`;
}
