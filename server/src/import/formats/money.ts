/** Amounts as people write them in tables. What can be read in two ways is refused, never guessed. */
import { currencyCode } from './currency.ts';

export interface Money {
  readonly value: number;
  /** Where the cell names it. */
  readonly currency?: string;
}

const SIGNS: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', '¥': 'JPY' };
const NO_AMOUNT = 'is no amount that can be read in one way; write it as 1200.50';
/** Characters; the patterns below are for short texts. */
const MOST = 60;
const PLAIN = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const COMMAS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/; // 1,200,000.50
const DOTS = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/; // 1.200.000,50
const MANY_DOTS = /^[+-]?\d{1,3}(\.\d{3}){2,}$/; // 1.200.000
const SPACES = /^[+-]?\d{1,3}([ \u00a0\u202f']\d{3})+(\.\d+)?$/;

/** `1200`, `£1,200.50`, `1.200.000,50 EUR`, `GBP 5`, `(500)` for what is below 0, `£48.5k`. */
export function readMoney(cell: string): Money | { readonly reason: string } {
  const text = cell.trim();
  if (text.length > MOST) return { reason: NO_AMOUNT };
  const negative = /^\(.*\)$/.test(text);
  const bare = negative ? text.slice(1, -1).trim() : text;
  const [, before = '', number = '', after = ''] =
    /^([^\d+\-.,]*)([\s\S]*?\d[\d.,]*(?:e[+-]?\d+)?)([^\d]*)$/i.exec(bare) ?? [];
  const minus = before.trim().endsWith('-');
  const { size, rest } = sizeOf(after);
  const currencies = [before, rest]
    .map((one) => one.replace(/[\s-]+/g, ''))
    .filter((one) => one !== '');
  const plain = numberOf(number.trim());
  if (plain === undefined) return { reason: NO_AMOUNT };
  // Rounded to a hundredth: 48.3 × 1,000 is 48,299.999… in binary.
  const value = size === 1 ? plain : Math.round(plain * size * 100) / 100;
  const signed = negative || minus ? -value : value;
  if (currencies.length === 0) return { value: signed };
  const named = currencies.length === 1 ? nameOf(currencies[0] as string) : undefined;
  if (named === undefined)
    return { reason: `names no currency of ISO 4217: ${currencies.join(' ')}` };
  return { value: signed, currency: named };
}

const SIZES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** `k`, `m`, `bn` after the number: £48.5k, 1.2 million GBP. */
function sizeOf(after: string): { readonly size: number; readonly rest: string } {
  const [, word = '', rest = ''] = /^\s*([a-z]+)\b\.?(.*)$/i.exec(after) ?? [];
  const size = Object.hasOwn(SIZES, word.toLowerCase()) ? SIZES[word.toLowerCase()] : undefined;
  return size === undefined ? { size: 1, rest: after } : { size, rest };
}

/** A dollar or a crown may be that of several countries. */
function nameOf(text: string): string | undefined {
  return Object.hasOwn(SIGNS, text) ? SIGNS[text] : currencyCode(text);
}

function numberOf(text: string): number | undefined {
  let plain: string | undefined;
  if (PLAIN.test(text)) plain = text;
  else if (COMMAS.test(text)) plain = text.replaceAll(',', '');
  else if (DOTS.test(text)) plain = text.replaceAll('.', '').replace(',', '.');
  else if (MANY_DOTS.test(text)) plain = text.replaceAll('.', '');
  else if (SPACES.test(text)) plain = text.replace(/[ \u00a0\u202f']/g, '');
  const value = Number(plain ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
