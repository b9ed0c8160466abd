/** The answer in a sentence of at most 30 words. */
import type { Bounds, Breach, HarmSummary } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { inWords, plural } from '../answers/words.ts';
import { isHit } from './series.ts';
import type { Simulated } from './simulated.ts';

const SERVICE = KINDS.indexOf('service');

export function sentenceOf(
  simulated: Simulated,
  hit: readonly number[],
  breaches: readonly Breach[],
  harm: HarmSummary,
): string {
  if (hit.length === 0) return 'Nothing falls.';
  const parts = [fallen(simulated, hit), missed(breaches)];
  if (harm.known && harm.personHours > 0) {
    parts.push(`${people(harm.personHours, harm.range)} are lost`);
  }
  return `${parts.join('; ')}.`;
}

/** `34 services (30–36) fall below normal`: no number is bare where a range is known. */
function fallen({ snapshot, likely, low, high }: Simulated, hit: readonly number[]): string {
  const services = hit.filter((v) => snapshot.graph.kind[v] === SERVICE);
  const by = (run: typeof likely) => services.filter((v) => isHit(run, v)).length;
  const [n, range] = [by(likely), spread(by(high), by(low))];
  if (n === 0) return `No service falls${range && `, in the worst case ${by(low)}`}`;
  return n === 1
    ? `1 service${range} falls below normal`
    : `${n.toLocaleString('en-GB')} services${range} fall below normal`;
}

/** ` (2–9)`, or nothing where both ends are the same. */
const spread = (low: number, high: number) =>
  low === high ? '' : ` (${low.toLocaleString('en-GB')}–${high.toLocaleString('en-GB')})`;

function missed(breaches: readonly Breach[]): string {
  const likely = breaches.filter(({ hour }) => hour !== undefined);
  const [first] = likely;
  if (!first) {
    const possible = breaches.length > 0 ? ', though the worst case misses some' : '';
    return `no tolerance on record is missed${possible}`;
  }
  const when = hourText(first.hour as number);
  const certain = breaches.filter(({ certainty }) => certainty === 'certain').length;
  const range = spread(certain, breaches.length);
  const many =
    likely.length === 1
      ? `one tolerance${range} is`
      : `${inWords(likely.length)} tolerances${range} are`;
  return `${many} missed, the first after ${when} (${[first.name, ...whenOf(first)].join('; ')})`;
}

/** `4–12 hours`; `4 hours at the earliest` where it may not be missed at all; nothing where the hour is no range. */
function whenOf({ hour, earliest, latest }: Breach): string[] {
  const one = (n: number) => String(Number(n.toFixed(1)));
  if (earliest === undefined || earliest === latest) return [];
  if (latest === undefined)
    return earliest === hour ? [] : [`${hourText(earliest)} at the earliest`];
  return [`${one(earliest)}–${one(latest)} hours`];
}

/** 0.5 → `30 minutes`, 26 → `26 hours`, 100 → `4.2 days`. */
export function hourText(hours: number): string {
  if (hours > 0 && hours < 1) return plural(Math.round(hours * 60), 'minute');
  if (hours <= 72) return plural(Number(hours.toFixed(1)), 'hour');
  return plural(Number((hours / 24).toFixed(1)), 'day');
}

/** 4,203,112 → `4.2 million person-hours`, with a range `4.2 million (3.1–5.0) person-hours`. */
export function people(personHours: number, range?: Bounds): string {
  const [by, unit] = scaleOf(personHours);
  const one = (n: number) =>
    by === 1 ? Math.round(n).toLocaleString('en-GB') : (n / by).toFixed(1);
  const [low, high] = range ? [one(range.low), one(range.high)] : ['', ''];
  const ends = low === high ? '' : ` (${low}–${high})`;
  return `${one(personHours)}${unit}${ends} person-hours`;
}

/** `1,230 (900–1,500) hours of services`. */
export function serviceHours(hours: number, range?: Bounds): string {
  const one = (n: number) => Math.round(n).toLocaleString('en-GB');
  const [low, high] = range ? [one(range.low), one(range.high)] : ['', ''];
  const ends = low === high ? '' : ` (${low}–${high})`;
  return `${one(hours)}${ends} hours of services`;
}

function scaleOf(n: number): readonly [number, string] {
  if (n >= 1e9) return [1e9, ' billion'];
  return n >= 1e6 ? [1e6, ' million'] : [1, ''];
}
