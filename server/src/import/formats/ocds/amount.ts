/** Amounts of awards: a value with a currency, or what was there instead. */
import { currencyCode } from '../currency.ts';
import { isObject, textIn } from '../json/text.ts';

export interface Amount {
  /** Above 0, with its currency: both, or neither. */
  readonly known?: { readonly value: number; readonly currency: string };
  /** What stands in the file and counts as no value. */
  readonly kept?: string;
  /** A value that cannot be right: where in the value it stands, and why. */
  readonly fault?: { readonly column: string; readonly value: string; readonly reason: string };
}

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** @param value `awards[].value` */
export function amountOf(value: unknown): Amount {
  const amount = textIn(value, 'amount');
  if (!isObject(value) || amount === undefined) return {};
  const currency = textIn(value, 'currency');
  const kept = currency === undefined ? amount : `${amount} ${currency}`;
  const number = NUMBER.test(amount) ? Number(amount) : Number.NaN;
  if (!Number.isFinite(number)) {
    const reason = 'is no number; the contract is kept without value';
    return { kept, fault: { column: 'amount', value: amount, reason } };
  }
  if (number <= 0 || currency === undefined) return { kept };
  const code = currencyCode(currency);
  if (code !== undefined) return { known: { value: number, currency: code } };
  const reason = 'is no currency of ISO 4217; the contract is kept without value';
  return { kept, fault: { column: 'currency', value: currency, reason } };
}
