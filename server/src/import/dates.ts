/** Days as people write them. What can be read in two ways is refused, never guessed. */
import { isDay } from '@msp-impact/contract';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const KINDS = 'write it as 2027-03-31 or 31 Mar 2027';

/** In which order a table writes its days. */
export type DayOrder = 'day/month' | 'month/day';
export type ReadDay = { readonly day: string } | { readonly reason: string };

/**
 * 2027-03-31 (a time of day is left out), 2027/3/31, 31/03/2027, 31.3.2027, 31 March 2027,
 * Mar 31, 2027, 31/03/27 (years 1970 to 2069). Slashes and dashes with both numbers up to 12 are refused as ambiguous, unless the
 * order is known.
 */
export function readDay(cell: string, order?: DayOrder): ReadDay {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const numbers = NUMBERS.exec(text);
  if (numbers) return readNumbers(numbers as unknown as string[], order);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})$/i.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (monthFirst) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return { reason: `is no day that can be read; ${KINDS}` };
}

/** Two figures of a year with slashes or dots alone: 26-03-31 may begin with its year. */
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|(?<=[/.])\d{2})(?:[T ].*)?$/;

export interface KnownOrder {
  readonly order: DayOrder;
  /** A cell that can be read in this order alone. */
  readonly because: string;
}

/** The order that the days of one table share: some can be read in one way alone, and none in the other. */
export function orderOf(cells: Iterable<string>): KnownOrder | undefined {
  let known: KnownOrder | undefined;
  for (const cell of cells) {
    const [, first, mark, second] = NUMBERS.exec(cell.trim()) ?? [];
    const [a, b] = [Number(first), Number(second)];
    // One number is a month and the other cannot be.
    if (mark === undefined || mark === '.' || a > 12 === b > 12) continue;
    const order = a > 12 ? 'day/month' : 'month/day';
    if (known && known.order !== order) return undefined;
    known ??= { order, because: cell.trim() };
  }
  return known;
}

/** A day that only the order of its table tells. */
export const isAmbiguous = (cell: string): boolean =>
  !('day' in readDay(cell)) && 'day' in readDay(cell, 'day/month');

/** @param days how many were read in that order alone */
export function orderNote(file: string, { order, because }: KnownOrder, days: number): string {
  return `${file}: ${days} ${days === 1 ? 'day' : 'days'} that could be read in two ways: taken as ${order}, because ${because} in the same table can be nothing else.`;
}

function readNumbers([, first, mark, second, given = '']: string[], order?: DayOrder): ReadDay {
  const year = given.length === 2 ? `${Number(given) < 70 ? '20' : '19'}${given}` : given;
  const [a, b] = [Number(first), Number(second)];
  // With dots the day comes first wherever they are in use.
  if (mark === '.' || a > 12 || a === b) return dayOf(year, second, first);
  if (b > 12) return dayOf(year, first, second);
  if (order === 'day/month') return dayOf(year, second, first);
  if (order === 'month/day') return dayOf(year, first, second);
  return { reason: `may be day/month or month/day; ${KINDS}` };
}

function monthOf(word: string | undefined): string {
  return String(MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year = '', month = '', day = ''): ReadDay {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? { day: text } : { reason: `no calendar has this day; ${KINDS}` };
}
