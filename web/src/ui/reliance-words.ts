/** How much rests on few, in the words that people read. The code's terms stand in docs/glossary.md. */
import type {
  Bounds,
  ConcentrationFigures,
  LossIfDown,
  Measure,
  RollUp,
} from '@msp-impact/contract';
import { count, people, sharePercent } from './words.ts';

const GAP = '\u00a0';

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  value: 'value of contracts',
  count: 'number of contracts',
  people: 'people served',
};
export const ROLL_UP_WORDS: Readonly<Record<RollUp, { one: string; many: string; like: string }>> =
  {
    supplier: { one: 'supplier', many: 'direct suppliers', like: 'equal suppliers' },
    parent: { one: 'owner group', many: 'owner groups', like: 'equal owner groups' },
  };
export const BASIS_WORDS: Readonly<Record<string, string>> = {
  total: 'over the whole term',
  annual: 'a year',
  'not stated': 'as stated, term or year unsaid',
};

/** "£22.1 M", "£99,999", "CHF 1.2 bn": in full under a million, where rounding shortens nothing. */
export function money(amount: number, currency: string): string {
  if (amount < 999_500) return moneyExact(amount, currency);
  const [size, unit] = amount >= 999_500_000 ? [1e9, 'bn'] : [1e6, 'M'];
  const short = Number((amount / size).toPrecision(3));
  return `${inCurrency(short, currency)}${GAP}${unit}`;
}

/** "£3,985,063": nothing rounded off but pence. */
export const moneyExact = (amount: number, currency: string): string =>
  inCurrency(Math.round(amount), currency);

function inCurrency(amount: number, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
  return new Intl.NumberFormat('en-GB', { ...style, ...digits }).format(amount);
}

/** An amount of a measure: money, contracts or people. */
export function amountWords(amount: number, measure: Measure, currency = 'XXX'): string {
  if (measure === 'value') return money(amount, currency);
  return measure === 'count' ? count(amount, 'contract') : `${people(amount)} people`;
}
export function amountExact(amount: number, measure: Measure, currency = 'XXX'): string {
  if (measure === 'value') return moneyExact(amount, currency);
  return Math.round(amount).toLocaleString('en-GB');
}

/** "3.2", "214": as many equal ones. Never under 1. */
export const likeEqual = (effective: number): string =>
  effective >= 100
    ? Math.round(effective).toLocaleString('en-GB')
    : `${Math.max(1, Number(effective.toFixed(1)))}`;

/** The bounds of "like so many equal ones" that the bounds of the index leave. */
export function likeRange(range: Bounds): string | undefined {
  const [low, high] = [likeEqual(10_000 / range.high), likeEqual(10_000 / range.low)];
  return low === high ? undefined : `${low}–${high}`;
}

/** 0..10,000. */
export const index = (hhi: number): string => Math.round(hhi).toLocaleString('en-GB');
export function indexRange(range: Bounds): string | undefined {
  const [low, high] = [index(range.low), index(range.high)];
  return low === high ? undefined : `${low}–${high}`;
}

/** "top four hold 71 %", "all 2 hold 100 %". */
export function topFour({ cr4 = 0, suppliers }: ConcentrationFigures): string {
  return suppliers > 4
    ? `top four hold ${sharePercent(cr4 / 100)}`
    : `all ${suppliers} hold 100${GAP}%`;
}

/** "4.5 services lost, as if 41.1 M people had none". */
export function lossWords({ services, people: lost }: LossIfDown): string {
  const of = `${count(Number(services.toFixed(1)), 'service')} lost`;
  // Services that no area relies on on record are lost to nobody who is counted.
  return !lost ? of : `${of}, as if ${people(lost)} people had none`;
}
