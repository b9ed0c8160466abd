/** Counts over a solved question. */
import type { ImpactSummary, PeopleCount } from '@msp-impact/contract';
import { KINDS, STATES } from '@msp-impact/engine';
import { nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import type { Solved } from './ask.ts';

const SERVICE = KINDS.indexOf('service');

/** O(n + contracts). */
export function summaryOf(solved: Solved): ImpactSummary {
  const { impact } = solved;
  const contractValue = contractValueOf(solved);
  return {
    byKind: byKindOf(solved),
    byState: byStateOf(solved),
    services: servicesOf(solved),
    people: peopleOf(solved),
    ...(contractValue.length > 0 ? { contractValue } : {}),
    maybe: impact.maybe.length,
    settled: impact.settled,
  };
}

/** Impacted nodes by kind; kinds with none are left out. */
export function byKindOf({ snapshot, impact }: Solved): Record<string, number> {
  const kinds = impact.hit.map((node) => snapshot.graph.kind[node] as number);
  return tally(kinds, KINDS);
}

/** All nodes by state. */
export function byStateOf({ impact }: Solved): Record<string, number> {
  return tally(impact.state, STATES);
}

function tally(codes: Uint8Array | Uint32Array, names: readonly string[]): Record<string, number> {
  const counts = new Uint32Array(names.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const named = names.map((name, code) => [name, counts[code] as number] as const);
  return Object.fromEntries(named.filter(([, count]) => count > 0));
}

function servicesOf({ snapshot, impact }: Solved): ImpactSummary['services'] {
  const counts = STATES.map(() => 0);
  for (let node = 0; node < impact.state.length; node++) {
    if (snapshot.graph.kind[node] !== SERVICE) continue;
    const state = impact.state[node] as number;
    counts[state] = (counts[state] as number) + 1;
  }
  const of = (state: (typeof STATES)[number]) => counts[STATES.indexOf(state)] as number;
  return {
    stopped: of('down'),
    reduced: of('degraded'),
    lastOption: of('at-risk'),
    notKnown: of('unknown'),
  };
}

export function peopleOf({ impact }: Solved): PeopleCount {
  const { touched, lost, known, unknownRegions } = impact.people;
  const range = lost.low === lost.high ? {} : { lostRange: { low: lost.low, high: lost.high } };
  return { touched, lost: lost.likely, ...range, known, unknownRegions };
}

/** Contracts whose supplier is hit, or the provider of a dependency that they pay for. Never added across currency or basis. */
function contractValueOf({
  snapshot,
  impact,
}: Solved): NonNullable<ImpactSummary['contractValue']> {
  const { contracts } = snapshot.columns;
  const isHit = (id: string | undefined) => {
    const node = id === undefined ? -1 : nodeOf(snapshot, id);
    return node >= 0 && (impact.level.likely[node] as number) < 1;
  };
  const sums = new Map<string, { currency: string; basis: string; value: number }>();
  for (let row = 0; row < contracts.id.length; row++) {
    const value = contracts.value[row];
    const currency = contracts.currency[row];
    if (!value || !currency) continue;
    if (!isHit(contracts.supplier[row]) && !providersOf(snapshot, row).some(isHit)) continue;
    const basis = contracts.valueBasis[row] ?? 'not recorded';
    const entry = sums.get(`${currency} ${basis}`) ?? { currency, basis, value: 0 };
    entry.value += value;
    sums.set(`${currency} ${basis}`, entry);
  }
  return [...sums.values()];
}

function providersOf({ columns }: Snapshot, row: number): (string | undefined)[] {
  const text = columns.contracts.dependencies[row];
  if (!text) return [];
  const { id, from } = columns.dependencies;
  return (JSON.parse(text) as string[]).map((link) => from[find(id, link)]);
}
