/**
 * Parts of a form: what is typed, as strings, so that a half-typed number is no error yet.
 * Lists carry a `rowKey` that React alone uses.
 */
import type { NumberOrRange } from '@msp-impact/contract';
import { showPercent } from './percent.ts';

/** A number, or a range of it, as typed. */
export interface AmountDraft {
  readonly ranged: boolean;
  readonly point: string;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
}

export interface PairDraft {
  readonly rowKey: string;
  readonly name: string;
  readonly value: string;
}

let keys = 0;
export function newRowKey(): string {
  keys += 1;
  return `row-${keys}`;
}

export const EMPTY_AMOUNT: AmountDraft = {
  ranged: false,
  point: '',
  low: '',
  likely: '',
  high: '',
};

const showNumber = (value: number | undefined) => (value === undefined ? '' : String(value));

function showAmount(
  value: NumberOrRange | undefined,
  show: (value: number | undefined) => string,
): AmountDraft {
  if (typeof value !== 'object') return { ...EMPTY_AMOUNT, point: show(value) };
  return {
    ranged: true,
    point: '',
    low: show(value.low),
    likely: show(value.likely),
    high: show(value.high),
  };
}

/** Shares 0..1 are typed in percent. */
export const showShare = (value: NumberOrRange | undefined) => showAmount(value, showPercent);
export const showHours = (value: NumberOrRange | undefined) => showAmount(value, showNumber);
export { showNumber, showPercent };

export function showPairs(map: Readonly<Record<string, string>> | undefined): PairDraft[] {
  return Object.entries(map ?? {}).map(([name, value]) => ({ rowKey: newRowKey(), name, value }));
}

/** What is typed, apart from React's keys: two drafts with the same text are the same draft. */
export function draftText(draft: unknown): string {
  return JSON.stringify(draft, (key, value: unknown) => (key === 'rowKey' ? undefined : value));
}
