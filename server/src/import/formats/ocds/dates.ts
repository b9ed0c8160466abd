/** Days of a contract, from the award and from what was signed on it. */
import { readDay } from '../../dates.ts';
import { type Json, listIn, objectIn, textIn } from '../json/text.ts';

export const DAYS = ['signed', 'start', 'end', 'maxEnd'] as const;
export type DayName = (typeof DAYS)[number];

export interface Days {
  readonly days: Partial<Record<DayName, string>>;
  readonly faults: { column: string; value: string; reason: string }[];
}

const PERIOD = { start: 'startDate', end: 'endDate', maxEnd: 'maxExtentDate' } as const;

/** Of several contracts on one award: first signed, earliest start, latest end. */
const EARLIEST: ReadonlySet<DayName> = new Set<DayName>(['signed', 'start']);

/**
 * @param contracts those on this award: `dateSigned` and `period`; what they lack is filled from
 *   the award's own `contractPeriod`
 */
export function daysOf(award: Json, contracts: readonly Json[], place: string): Days {
  const found: Days = { days: {}, faults: [] };
  for (const contract of contracts) {
    note(found, 'signed', contract, 'dateSigned', `${place}: contracts.dateSigned`);
    fromPeriod(found, objectIn(contract, 'period'), `${place}: contracts.period`);
  }
  const own: Days = { days: {}, faults: found.faults };
  fromPeriod(own, objectIn(award, 'contractPeriod'), `${place}.contractPeriod`);
  return { days: { ...own.days, ...found.days }, faults: found.faults };
}

function fromPeriod(found: Days, period: Json, place: string): void {
  for (const [day, key] of Object.entries(PERIOD)) {
    note(found, day as DayName, period, key, `${place}.${key}`);
  }
}

function note(found: Days, name: DayName, from: Json, key: string, column: string): void {
  const text = textIn(from, key);
  if (text === undefined) return;
  const read = readDay(text);
  if ('reason' in read) {
    found.faults.push({ column, value: text, reason: read.reason });
    return;
  }
  const before = found.days[name];
  const better =
    before === undefined || (EARLIEST.has(name) ? read.day < before : read.day > before);
  if (better) found.days[name] = read.day;
}

/** Contracts by the award that they name; where there is one award alone, those that name none too. */
export function contractsByAward(release: unknown): (award: string) => readonly Json[] {
  const byAward = new Map<string, Json[]>();
  const awards = listIn(release, 'awards');
  const only = awards.length === 1 ? textIn(awards[0], 'id') : undefined;
  for (const contract of listIn(release, 'contracts')) {
    const award = textIn(contract, 'awardID') ?? only;
    if (award === undefined) continue;
    const list = byAward.get(award) ?? [];
    byAward.set(award, list);
    list.push(contract as Json);
  }
  return (award) => byAward.get(award) ?? [];
}
