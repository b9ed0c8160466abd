/** The answer in a sentence of at most 30 words. */
import type { Breach, HarmSummary } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import { inWords, plural } from '../answers/words.ts';
import { isHit } from './series.ts';
import type { Simulated } from './simulated.ts';

const SERVICE = KINDS.indexOf('service');

export function sentenceOf(
  { snapshot, likely }: Simulated,
  hit: readonly number[],
  breaches: readonly Breach[],
  harm: HarmSummary,
): string {
  const services = hit.filter((v) => snapshot.graph.kind[v] === SERVICE && isHit(likely, v));
  if (services.length === 0 && hit.length === 0) return 'Nothing falls.';
  const parts = [
    services.length === 0
      ? 'No service falls'
      : `${plural(services.length, 'service falls', 'services fall')} below normal`,
    missed(breaches),
  ];
  if (harm.known && harm.personHours > 0) parts.push(`${people(harm.personHours)} are lost`);
  return `${parts.join('; ')}.`;
}

function missed(breaches: readonly Breach[]): string {
  const missed = breaches.filter(({ hour }) => hour !== undefined);
  const [first] = missed;
  if (!first) {
    const possible = breaches.length > 0 ? ', though the worst case misses some' : '';
    return `no tolerance on record is missed${possible}`;
  }
  const when = hourText(first.hour as number);
  const many =
    missed.length === 1 ? 'one tolerance is' : `${inWords(missed.length)} tolerances are`;
  return `${many} missed, the first after ${when} (${first.name})`;
}

/** 0.5 → `30 minutes`, 26 → `26 hours`, 100 → `4.2 days`. */
export function hourText(hours: number): string {
  if (hours > 0 && hours < 1) return plural(Math.round(hours * 60), 'minute');
  if (hours <= 72) return plural(Number(hours.toFixed(1)), 'hour');
  return plural(Number((hours / 24).toFixed(1)), 'day');
}

/** 4,203,112 → `4.2 million person-hours`. */
export function people(personHours: number): string {
  if (personHours >= 1e9) return `${(personHours / 1e9).toFixed(1)} billion person-hours`;
  if (personHours >= 1e6) return `${(personHours / 1e6).toFixed(1)} million person-hours`;
  return `${Math.round(personHours).toLocaleString('en-GB')} person-hours`;
}
