/** Days as people write them. What can be read in two ways is refused, never guessed. */
import { isDay } from '../rules/values.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const KINDS = 'write it as 2027-03-31 or 31 Mar 2027';

export type ReadDay = { readonly day: string } | { readonly reason: string };

/**
 * 2027-03-31 (a time of day is left out), 2027/3/31, 31/03/2027, 31.3.2027, 31 March 2027,
 * Mar 31, 2027. Slashes and dashes with both numbers up to 12 are refused as ambiguous.
 */
export function readDay(cell: string): ReadDay {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T ].*)?$/.exec(text);
  if (numbers) return readNumbers(numbers as unknown as string[]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})$/i.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (monthFirst) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return { reason: `is no day that can be read; ${KINDS}` };
}

function readNumbers([, first, mark, second, year]: string[]): ReadDay {
  const [a, b] = [Number(first), Number(second)];
  // With dots the day comes first wherever they are in use.
  if (mark === '.' || a > 12 || a === b) return dayOf(year, second, first);
  if (b > 12) return dayOf(year, first, second);
  return { reason: `may be day/month or month/day; ${KINDS}` };
}

function monthOf(word: string | undefined): string {
  return String(MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year = '', month = '', day = ''): ReadDay {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? { day: text } : { reason: `no calendar has this day; ${KINDS}` };
}
