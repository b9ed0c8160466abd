/**
 * Reads what was typed back into values. An empty field is "not recorded" (undefined); what cannot
 * be read, or lies outside its limits, becomes a fault with its place, and the value is left out.
 */
import type { Fault, NumberOrRange } from '@msp-impact/contract';
import type { AmountDraft, PairDraft } from './draft-parts.ts';
import { parseNumber, parsePercent } from './percent.ts';
import { pointer } from './pointer.ts';

/** The contract's own patterns (scalars.ts), written out: the form does not load the schemas. */
const NODE_ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
const LINK_ID = /^[A-Za-z0-9._:@/+~>-]{1,500}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const ID_HINT = 'Letters, digits and . _ : @ / + ~ - only, without spaces';

export type Report = (place: string, value: unknown, reason: string) => void;

/** A list of faults, and the function that adds to it. */
export function faultList(): { readonly faults: Fault[]; readonly report: Report } {
  const faults: Fault[] = [];
  return { faults, report: (path, value, reason) => faults.push({ path, value, reason }) };
}

/** Leaves out what is undefined: an absent field and an undefined one are not the same in a document. */
export function compact<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

export const textOf = (text: string): string | undefined => (text === '' ? undefined : text);
export const listOf = <T>(list: readonly T[]): T[] | undefined =>
  list.length ? [...list] : undefined;

export function requiredText(text: string, place: string, reason: string, report: Report): string {
  if (text.trim() === '') report(place, text, reason);
  return text;
}

export function requiredId(
  text: string,
  kind: 'node' | 'link',
  place: string,
  report: Report,
): string {
  if (text === '') report(place, text, 'Needed');
  else if (!(kind === 'node' ? NODE_ID : LINK_ID).test(text)) report(place, text, ID_HINT);
  return text;
}

export function idOf(text: string, place: string, report: Report): string | undefined {
  return text === '' ? undefined : requiredId(text, 'node', place, report);
}

export function idsOf(
  list: readonly string[],
  kind: 'node' | 'link',
  place: string,
  report: Report,
) {
  for (const one of list) {
    if (!(kind === 'node' ? NODE_ID : LINK_ID).test(one))
      report(place, one, `“${one}”: ${ID_HINT}`);
  }
  return listOf(list);
}

export function dayOf(text: string, place: string, report: Report): string | undefined {
  if (text !== '' && !DAY.test(text))
    report(place, text, 'A day as year-month-day, such as 2026-11-24');
  return textOf(text);
}

interface Limits {
  readonly percent?: boolean;
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Percentages are given in the unit of the model, 0..1. */
export const SHARE: Limits = { percent: true, min: 0, max: 1 };
export const HOURS: Limits = { min: 0 };

function limitsInWords({ percent, whole, min = 0, max }: Limits): string {
  const unit = percent ? 100 : 1;
  const what = whole ? 'A whole number' : 'A number';
  return max === undefined
    ? `${what}, ${min} or more`
    : `${what} from ${min * unit} to ${max * unit}`;
}

export function numberOf(
  text: string,
  limits: Limits,
  place: string,
  report: Report,
): number | undefined {
  if (text.trim() === '') return undefined;
  const value = limits.percent ? parsePercent(text) : parseNumber(text);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole } = limits;
  const fits = Number.isFinite(value) && value >= min && value <= max;
  if (fits && (!whole || Number.isInteger(value))) return value;
  report(place, text, limitsInWords(limits));
  return undefined;
}

function rangeOf(draft: AmountDraft, limits: Limits, place: string, report: Report) {
  const read = (end: 'low' | 'likely' | 'high') =>
    numberOf(draft[end], limits, `${place}/${end}`, report);
  const [low, likely, high] = [read('low'), read('likely'), read('high')];
  if (draft.low.trim() === '') report(`${place}/low`, '', 'The lower end is missing');
  if (draft.high.trim() === '') report(`${place}/high`, '', 'The upper end is missing');
  if (low === undefined || high === undefined) return undefined;
  if (low > high) report(`${place}/high`, draft.high, 'Must not be under the lower end');
  if (likely !== undefined && (likely < low || likely > high)) {
    report(`${place}/likely`, draft.likely, 'Must lie between the two ends');
  }
  return likely === undefined ? { low, high } : { low, likely, high };
}

export function amountOf(
  draft: AmountDraft,
  limits: Limits,
  place: string,
  report: Report,
): NumberOrRange | undefined {
  if (!draft.ranged) return numberOf(draft.point, limits, place, report);
  const empty = [draft.low, draft.likely, draft.high].every((end) => end.trim() === '');
  return empty ? undefined : rangeOf(draft, limits, place, report);
}

export function pairsOf(
  rows: readonly PairDraft[],
  place: string,
  report: Report,
): Record<string, string> | undefined {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    if (row.name === '')
      report(`${place}${pointer(index)}`, '', 'Give it a name, or remove the row');
    else if (seen.has(row.name))
      report(`${place}${pointer(index)}`, row.name, 'This name is there twice');
    seen.add(row.name);
  });
  return rows.length ? Object.fromEntries(rows.map((row) => [row.name, row.value])) : undefined;
}
