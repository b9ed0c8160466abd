/**
 * The one table of words on screen. Code and API keep the glossary's terms; people read these.
 * Nothing else in web/ may put a state, a cause or a number of the model into words.
 */
import type { Bounds, Kind } from '@msp-impact/contract';
import type { Cause, Confidence, State, Substitutability } from '@msp-impact/contract/codes';

/** A thin, unbreakable gap between a number and its sign: "15 %". */
const GAP = '\u00a0';

export const STATE_WORDS: Readonly<Record<State, string>> = {
  down: 'stopped',
  degraded: 'reduced',
  'at-risk': 'on last option',
  unknown: 'not known',
  up: 'working',
};

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  failed: 'stopped working',
  compromised: 'broken into',
  isolated: 'switched off by its supplier',
  severed: 'cut off by its user',
};

export const KIND_WORDS: Readonly<Record<Kind, { one: string; many: string }>> = {
  supplier: { one: 'supplier', many: 'suppliers' },
  product: { one: 'product', many: 'products' },
  service: { one: 'service', many: 'services' },
  region: { one: 'area', many: 'areas' },
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  stated: 'stated by those concerned',
  reported: 'reported by others',
  assumed: 'assumed',
};

export const SUBSTITUTABILITY_WORDS: Readonly<Record<Substitutability, string>> = {
  easy: 'easy to replace',
  medium: 'can be replaced with work',
  complex: 'hard to replace',
  none: 'cannot be replaced',
};

export const stateWord = (state: State): string => STATE_WORDS[state];
export const causeWord = (cause: Cause): string => CAUSE_WORDS[cause];

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 service", "12 services". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** Sums leave shares a hair beside a half, and parts of one level would round apart. */
const inPercent = (share: number): number => Number((share * 100).toFixed(9));

/**
 * Whole percent of a share 0..1; never "0 %" for something nor "100 %" for less than all, so that
 * rounding hides neither a loss nor a rest.
 */
export function wholePercent(share: number): number {
  const rounded = Math.round(inPercent(share));
  if (rounded === 0 && share > 0) return 1;
  if (rounded === 100 && share < 1) return 99;
  return rounded;
}

export const percent = (share: number): string => `${wholePercent(share)}${GAP}%`;

/** What is not left, so that the two shown numbers make 100. */
export const percentLost = (level: number): string => `${100 - wholePercent(level)}${GAP}%`;

/** A part of a whole: small ones are told apart as on the command line ("<0.1 %", "0.3 %"). */
export function sharePercent(share: number): string {
  if (share <= 0 || share >= 0.01) return percent(share);
  return share < 0.001 ? `<0.1${GAP}%` : `${Number((share * 100).toFixed(1))}${GAP}%`;
}

/** "10–25 %"; one number where both ends round to the same. */
export function percentRange(range: Bounds): string {
  const [low, high] = [wholePercent(range.low), wholePercent(range.high)];
  return low === high ? `${low}${GAP}%` : `${low}–${high}${GAP}%`;
}

/** The range of what is lost, from that of what is left. */
export function rangeLost(left: Bounds): string {
  const [low, high] = [100 - wholePercent(left.high), 100 - wholePercent(left.low)];
  return low === high ? `${low}${GAP}%` : `${low}–${high}${GAP}%`;
}

/** "15 % left", "stopped": the short form for a card, a row, a step. */
export function leftShort(state: State, level: number): string {
  if (state === 'down') return 'Stopped';
  if (state === 'at-risk') return 'Last option';
  if (state === 'unknown') return 'Not known';
  return level < 1 ? `${percent(level)} left` : 'Working';
}

/** "Reduced: about 15 % left": state and level in one line, for the badge of the inspector. */
export function leftLong(state: State, level: number): string {
  const word = capital(stateWord(state));
  if (state === 'degraded') return `${word}: about ${percent(level)} left`;
  if (state === 'down' && level > 0) return `${word}: about ${percent(level)} left`;
  return word;
}

/** Three significant digits: "66.8 M", "314,000", "812". */
export function people(n: number): string {
  if (n >= 999_500) return `${trim(n / 1_000_000)}${GAP}M`;
  return Number(n.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

/** "31 M (26–38)", "12,000 (9,000–15,000)". */
export function peopleRange(likely: number, range: Bounds | undefined): string {
  if (!range || people(range.low) === people(range.high)) return people(likely);
  const unit = `${GAP}M`;
  const [low, high] = [people(range.low), people(range.high)];
  const short = [people(likely), low, high].every((text) => text.endsWith(unit));
  return short
    ? `${people(likely)} (${low.slice(0, -unit.length)}–${high.slice(0, -unit.length)})`
    : `${people(likely)} (${low}–${high})`;
}

function trim(millions: number): string {
  return millions >= 100 ? String(Math.round(millions)) : String(Number(millions.toPrecision(3)));
}

/** "4 hours", "14 days", "6 weeks". */
export function hours(n: number): string {
  if (n < 48) return count(Number(n.toFixed(1)), 'hour');
  if (n < 24 * 21) return count(Math.round(n / 24), 'day');
  return count(Math.round(n / (24 * 7)), 'week');
}

/** How a link counts, without the word the code uses: "relies on it for 85 %". */
export const reliesFor = (share: number): string => `relies on it for ${percent(share)}`;

/** "needs 2 of these 3", "any one of these 3 is enough". */
export function groupWords(rule: string, k: number | undefined, members: number): string {
  if (rule === 'any') return members > 1 ? `any one of these ${members} is enough` : 'needs this';
  if (rule === 'atLeast') return `needs ${k ?? 1} of these ${members}`;
  if (rule === 'share') return `each of these ${members} carries its part`;
  return members > 1 ? `needs all of these ${members}` : 'needs this';
}

/** 5 steps of what is lost; 0 = nothing lost. */
export function lostStep(level: number): 0 | 1 | 2 | 3 | 4 | 5 {
  const lost = 1 - level;
  if (lost <= 0) return 0;
  return Math.min(5, Math.max(1, Math.ceil(lost * 5 - 1e-9))) as 1 | 2 | 3 | 4 | 5;
}
export const LOST_STEPS = ['1–20 %', '20–40 %', '40–60 %', '60–80 %', 'over 80 %'] as const;

/** "24 November 2026". */
export function day(text: string): string {
  const date = new Date(`${text.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** "ends 31 March 2027", "ended 14 March 2026", "no end on record": beside a contract's title. */
export function contractEnd({ end }: { readonly end?: string | undefined }): string {
  if (end === undefined) return 'no end on record';
  return end < new Date().toISOString().slice(0, 10) ? `ended ${day(end)}` : `ends ${day(end)}`;
}

/** "24 Nov 2026, 18:31", in the reader's own time zone. */
export function moment(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
