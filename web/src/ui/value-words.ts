/** The value of a field as a reader sees it, in changes, differences and conflicts. */
import type { Evidence, Group, NumberOrRange, Workaround } from '@msp-impact/contract';
import type { Confidence, Kind, Substitutability } from '@msp-impact/contract/codes';
import {
  CONFIDENCE_WORDS,
  capital,
  day,
  hours,
  KIND_WORDS,
  percent,
  SUBSTITUTABILITY_WORDS,
} from './words.ts';

export const NOT_RECORDED = 'not recorded';

/** One number, or both ends and what is likely. */
function amount(value: NumberOrRange, words: (n: number) => string): string {
  if (typeof value === 'number') return words(value);
  const likely = value.likely === undefined ? '' : `, likely ${words(value.likely)}`;
  return `${words(value.low)} to ${words(value.high)}${likely}`;
}

const shares = (value: unknown) => amount(value as NumberOrRange, percent);
const times = (value: unknown) => amount(value as NumberOrRange, hours);
const days = (value: unknown) => day(String(value));

function groupLine([name, { rule, k }]: [string, Group]): string {
  if (rule === 'any') return `${name}: any one is enough`;
  if (rule === 'atLeast') return `${name}: needs ${k ?? 1} of these`;
  if (rule === 'share') return `${name}: each carries its part`;
  return `${name}: needs all of these`;
}

function otherWay(way: Workaround): string {
  const after = way.afterHours === undefined ? '' : ` after ${times(way.afterHours)}`;
  const lasts = way.lastsHours === undefined ? '' : ` for ${times(way.lastsHours)}`;
  return `${way.name}: carries ${shares(way.capacity)}${after}${lasts}`;
}

function source(one: Evidence): string {
  const from = [one.publisher, one.date && day(one.date)].filter(Boolean).join(', ');
  return `${one.claim} (${from ? `${from}; ` : ''}${CONFIDENCE_WORDS[one.confidence as Confidence]})`;
}

function limit(value: unknown): string {
  const { minimumLevel, maxHours } = value as { minimumLevel: number; maxHours: number };
  return `never under ${percent(minimumLevel)} for longer than ${hours(maxHours)}`;
}

const SPECIAL: Readonly<Record<string, (value: unknown) => string>> = {
  kind: (value) => capital(KIND_WORDS[value as Kind].one),
  substitutability: (value) => capital(SUBSTITUTABILITY_WORDS[value as Substitutability]),
  strength: shares,
  weight: shares,
  downAt: shares,
  bufferHours: times,
  restartLagHours: times,
  rtoHours: times,
  reviewed: days,
  signed: days,
  start: days,
  end: days,
  maxEnd: days,
  tolerance: limit,
  groups: (value) =>
    Object.entries(value as Record<string, Group>)
      .map(groupLine)
      .join('\n'),
  workarounds: (value) => (value as Workaround[]).map(otherWay).join('\n'),
  evidence: (value) => (value as Evidence[]).map(source).join('\n'),
};

function plain(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${plain(one)}`)
      .join('\n');
  }
  return String(value);
}

/** Lines are separated by "\n". A value of another shape than expected is shown as it is. */
export function valueWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return NOT_RECORDED;
  const words = Object.hasOwn(SPECIAL, field) ? SPECIAL[field] : undefined;
  try {
    return (words ?? plain)(value);
  } catch {
    return plain(value);
  }
}
