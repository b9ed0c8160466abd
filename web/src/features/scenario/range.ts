/** Numbers that may be ranges. */
import type { Uncertain } from '@msp-impact/contract';
import { lengthWords } from '../../ui/hour-words.ts';
import { percent, percentRange } from '../../ui/words.ts';

export type Ends = { readonly low: number; readonly likely: number; readonly high: number };

/** A range without a likely value takes its middle, as the server does. */
export function endsOf(value: Uncertain): Ends {
  if (typeof value === 'number') return { low: value, likely: value, high: value };
  return { ...value, likely: value.likely ?? (value.low + value.high) / 2 };
}
export const point = (value: Uncertain): number => endsOf(value).likely;
export const isRange = (value: Uncertain): boolean => {
  const { low, high } = endsOf(value);
  return low < high;
};

/** Another likely value; both ends keep their proportion to it, so that the doubt stays as large. */
export function withLikely(value: Uncertain | undefined, likely: number): Uncertain {
  if (value === undefined || typeof value === 'number') return likely;
  const was = point(value);
  if (was === 0) return likely;
  const by = likely / was;
  const { low, high, distribution } = value;
  const scaled = { low: whole(low * by), likely, high: Math.max(likely, whole(high * by)) };
  return { ...scaled, low: Math.min(likely, scaled.low), ...(distribution && { distribution }) };
}

/** Hours to a tenth: nobody drags a thousandth of an hour. */
const whole = (n: number) => Math.round(n * 10) / 10;

/** "10–21 days": both ends alone, where there is room for little. */
export function shortLength(value: Uncertain): string {
  const { low, likely, high } = endsOf(value);
  return low === high ? lengthWords(likely) : shared(lengthWords(low), lengthWords(high));
}

/** "10 days", "21 days" → "10–21 days" without the unit twice. */
function shared(low: string, high: string): string {
  const [n, unit] = low.split(' ');
  return high.endsWith(` ${unit}`) || high.endsWith(` ${unit}s`)
    ? `${n}–${high}`
    : `${low} to ${high}`;
}

/** "20 % left", "20 % left (10–30 %)". */
export function leftText(value: Uncertain): string {
  const { low, likely, high } = endsOf(value);
  return low === high
    ? `${percent(likely)} left`
    : `${percent(likely)} left (${percentRange({ low, high })})`;
}
