/** The sentence for a risk register: because of a cause, the event, leading to a consequence. */
import type { Breach, HarmSummary, ReportRow } from '@msp-impact/contract';
import { list, plural } from '../answers/words.ts';
import { hourText, people } from '../scenario/sentence.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { nodeName } from '../snapshot/read.ts';

const NAMED = 3;
const CAUSES = 4;
/** By the positions of CAUSES. */
const WORDS = ['stop', 'be broken into', 'be switched off by its supplier', 'be cut off'];

/** Likelihood is left out: how often it happens is not for this product to invent. */
export function riskOf(
  simulated: Simulated,
  rows: readonly ReportRow[],
  breaches: readonly Breach[],
  harm: Pick<HarmSummary, 'personHours' | 'range'>,
): string {
  const because = `Because ${causesOf(simulated)}, there is a risk that`;
  const missed = breaches.filter(({ hour }) => hour !== undefined);
  const services = byLimit(rows, missed);
  if (services.length === 0) return `${because} something falls, though no service is hit.`;
  const names = services.slice(0, NAMED).map(({ name }) => name);
  const rest = services.length - names.length;
  const all = rest > 0 ? [...names, plural(rest, 'more service')] : names;
  const falls = services.length === 1 ? 'falls' : 'fall';
  return `${because} ${list(all)} ${falls} below normal, leading to ${consequence(missed, harm)}.`;
}

function causesOf({ snapshot, plan }: Simulated): string {
  const could = new Set([
    ...plan.outages.map(({ node, cause }) => `${nodeName(snapshot, node)} could ${WORDS[cause]}`),
    // Zones have no name: their id, as words.
    ...plan.isolations.map(
      ({ zone }) => `everything in "${zone.replace(/[-_]+/g, ' ')}" could be switched off together`,
    ),
    ...plan.cuts.map(
      ({ from, to }) =>
        `${nodeName(snapshot, to)} could cut itself off from ${nodeName(snapshot, from)}`,
    ),
  ]);
  if (could.size === 0) return 'nothing is stopped';
  const rest = could.size - CAUSES;
  const more = rest > 0 ? [`${plural(rest, 'more cause')} could add to it`] : [];
  return list([...[...could].slice(0, CAUSES), ...more]);
}

/** Services that miss a limit first, in the order in which they do; then the worst hit. */
function byLimit(rows: readonly ReportRow[], missed: readonly Breach[]): ReportRow[] {
  const place = new Map(missed.map(({ id }, i) => [id, i]));
  const of = ({ id }: ReportRow) => place.get(id) ?? missed.length;
  const hit = rows.filter(({ kind, lostHours }) => kind === 'service' && lostHours > 0);
  return hit.sort((a, b) => of(a) - of(b));
}

function consequence(
  missed: readonly Breach[],
  { personHours, range }: Pick<HarmSummary, 'personHours' | 'range'>,
): string {
  const [first] = missed;
  const limits = first
    ? [
        `${plural(missed.length, 'missed limit')}, the first after ${hourText(first.hour as number)}`,
      ]
    : ['no missed limit on record'];
  return list([...limits, ...(personHours > 0 ? [`${people(personHours, range)} lost`] : [])]);
}
