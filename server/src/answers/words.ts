/** The words that people read: design decisions are in docs/glossary.md, "Words on screen". */
import type { Bounds, Cause, State } from '@msp-impact/contract';

const STATE_WORDS: Readonly<Record<State, string>> = {
  up: 'working',
  'at-risk': 'on last option',
  degraded: 'reduced',
  down: 'stopped',
  unknown: 'not known',
};
const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  failed: 'stopped working',
  compromised: 'broken into',
  isolated: 'switched off by its supplier',
  severed: 'cut off by its user',
};

export function stateWord(state: State): string {
  return STATE_WORDS[state];
}

export function causeWord(cause: Cause): string {
  return CAUSE_WORDS[cause];
}

/** Sums leave levels a hair beside a half, and parts of one level would round apart. */
const wholePercent = (level: number): number => Math.round(Number((level * 100).toFixed(9)));

/** Whole percent; under 1 % and over 99 % are never rounded to nothing or to all. */
export function percent(level: number): string {
  if (level > 0 && level < 0.01) return 'under 1 %';
  if (level < 1 && level > 0.99) return 'over 99 %';
  return `${wholePercent(level)} %`;
}

/** `about 15 % (10–25 %)`. */
export function about(level: number, range?: Bounds): string {
  const point = percent(level);
  const text = /^\d/.test(point) ? `about ${point}` : point;
  if (!range) return text;
  return `${text} (${wholePercent(range.low)}–${wholePercent(range.high)} %)`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const UNITS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Small numbers in words, as in running text. */
export function inWords(count: number): string {
  return UNITS[count] ?? count.toLocaleString('en-GB');
}
