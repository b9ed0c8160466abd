/** What the outcomes are compared by: one row each, in words, with its change against doing nothing. */
import type { WhatIfOutcome } from '@msp-impact/contract';
import { index, likeEqual, likeRange, lossWords, topFour } from '../../ui/reliance-words.ts';

export interface OutcomeRow {
  readonly title: string;
  /** Undefined: not known. */
  readonly words: (outcome: WhatIfOutcome) => string | undefined;
  /** What is compared, rounded as it is shown: the change is what anyone works out from the two. */
  readonly value?: (outcome: WhatIfOutcome) => number | undefined;
  /** Which direction leaves less resting on few. */
  readonly better?: 'more' | 'less';
  readonly change?: (by: number) => string;
}

const signed = (text: (size: number) => string) => (by: number) =>
  `${by > 0 ? '+' : '−'}${text(Math.abs(by))}`;
const whole = (n: number) => Math.round(n).toLocaleString('en-GB');
const rounded = (n: number | undefined) => (n === undefined ? undefined : Math.round(n));
/** As `likeEqual` writes it. */
const tenths = (n: number | undefined) =>
  n === undefined || n >= 100 ? rounded(n) : Math.max(1, Number(n.toFixed(1)));
const oneDigit = (n: number) => `${Number(n.toFixed(1))}`;

function like(figures: WhatIfOutcome['bySupplier']): string | undefined {
  if (figures?.effective === undefined) return undefined;
  const range = figures.range && likeRange(figures.range);
  return `${likeEqual(figures.effective)}${range ? ` (${range})` : ''}`;
}

export const OUTCOME_ROWS: readonly OutcomeRow[] = [
  {
    title: 'Like so many equal suppliers',
    words: (one) => like(one.bySupplier),
    value: (one) => tenths(one.bySupplier?.effective),
    better: 'more',
    change: signed(oneDigit),
  },
  {
    title: 'How concentrated, of 10,000',
    words: (one) => (one.bySupplier?.hhi === undefined ? undefined : index(one.bySupplier.hhi)),
    value: (one) => rounded(one.bySupplier?.hhi),
    better: 'less',
    change: signed(whole),
  },
  {
    title: 'The largest four',
    words: (one) => (one.bySupplier?.cr4 === undefined ? undefined : topFour(one.bySupplier)),
  },
  {
    title: 'Like so many equal owner groups',
    words: (one) => like(one.byParent),
    value: (one) => tenths(one.byParent?.effective),
    better: 'more',
    change: signed(oneDigit),
  },
  {
    title: 'Worst if one supplier stops',
    words: (one) => one.worst && `${one.worst.name}: ${lossWords(one.worst.loss)}`,
    value: (one) => one.worst?.loss.services,
    better: 'less',
    change: (by) => `${signed(oneDigit)(by)} ${Math.abs(by) === 1 ? 'service' : 'services'}`,
  },
  {
    title: 'If those concerned stop',
    words: (one) =>
      one.named
        ?.map(({ name, loss }) => `${name}: ${loss ? lossWords(loss) : 'not known'}`)
        .join('\n'),
  },
  {
    title: 'Services that one supplier alone stops',
    words: (one) => atLeast(one, one.exposedServices),
    value: (one) => one.exposedServices,
    better: 'less',
    change: signed(whole),
  },
  {
    title: 'Pairs of a service and one who alone stops it',
    words: (one) => atLeast(one, one.singlePoints),
    value: (one) => one.singlePoints,
    better: 'less',
    change: signed(whole),
  },
];

function atLeast({ complete }: WhatIfOutcome, n: number | undefined): string | undefined {
  if (n === undefined) return undefined;
  return complete === false ? `at least ${whole(n)}` : whole(n);
}

/** Too small a difference to be told apart from rounding. */
const SAME = 1e-9;

/** Change of a row against doing nothing; undefined: none, or not known. */
export function changeOf(
  row: OutcomeRow,
  nothing: WhatIfOutcome,
  outcome: WhatIfOutcome,
): { readonly words: string; readonly better: boolean } | undefined {
  const [before, after] = [row.value?.(nothing), row.value?.(outcome)];
  if (before === undefined || after === undefined || !row.change) return undefined;
  const by = after - before;
  if (Math.abs(by) <= SAME * Math.max(1, Math.abs(before))) return undefined;
  const words = row.change(by);
  // Rounded away: nobody could see it.
  if (/^.0\b(?!\.)/.test(words)) return undefined;
  return { words, better: row.better === 'more' ? by > 0 : by < 0 };
}

export function awardSentence(outcomes: readonly WhatIfOutcome[]): string {
  const [nothing, ...others] = outcomes;
  const counted = others.filter((one) => one.bySupplier?.effective !== undefined);
  const now = nothing?.bySupplier?.effective;
  if (counted.length === 0 || now === undefined) {
    return 'How concentrated it would be is not known; who would be hit stands below.';
  }
  const best = counted.reduce((a, b) =>
    (b.bySupplier?.effective ?? 0) > (a.bySupplier?.effective ?? 0) ? b : a,
  );
  const then = best.bySupplier?.effective ?? 0;
  if (then <= now * (1 + SAME)) {
    return `None spreads it better than doing nothing: like ${likeEqual(now)} equal suppliers.`;
  }
  return `“${best.name}” spreads it best: like ${likeEqual(then)} equal suppliers, instead of ${likeEqual(now)}.`;
}
