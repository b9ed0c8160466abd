/** The same scope over the years, and what there is to choose from. */
import type {
  ConcentrationChoices,
  ConcentrationRequest,
  OverTimeAnswer,
} from '@msp-impact/contract';
import { KINDS } from '@msp-impact/engine';
import type { Answer } from '../ask.ts';
import { count, figuresOf } from './concentration.ts';
import type { Register } from './register.ts';

const MOST_YEARS = 60;
const NAMED = 1000;
const SERVICE = KINDS.indexOf('service');

/** Years in which some contract begins, runs or ends. The currency is chosen over all years. */
export function overTimeAnswer(
  register: Register,
  request: ConcentrationRequest,
  today: string,
): Answer<OverTimeAnswer> {
  const points: OverTimeAnswer['points'] = [];
  const whole = count(register, request);
  if (!whole.ok) return whole;
  const { currency, basis } = whole.value.amounts;
  const fixed = {
    ...request,
    ...(currency ? { currency } : {}),
    ...(basis && basis !== 'not stated' ? { basis } : {}),
  };
  for (const at of daysOf(register, today)) {
    const counted = count(register, { ...fixed, at });
    if (!counted.ok) return counted;
    const { holder } = counted.value.amounts;
    const contracts = holder.reduce((sum, one) => sum + (one >= 0 ? 1 : 0), 0);
    points.push({ at, contracts, ...figuresOf(counted.value) });
  }
  return { ok: true, value: { revision: register.snapshot.revision, points } };
}

function daysOf({ details }: Register, today: string): string[] {
  const years = new Set<number>();
  for (const { start, signed, end } of details.contracts.values()) {
    for (const day of [start ?? signed, end]) if (day) years.add(Number(day.slice(0, 4)));
  }
  if (years.size === 0) return [];
  const thisYear = Number(today.slice(0, 4));
  const last = Math.max(...years, thisYear);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    first + i === thisYear ? today : `${String(first + i).padStart(4, '0')}-12-31`,
  );
}

export function choicesAnswer({ snapshot, details, value }: Register): ConcentrationChoices {
  const { contracts } = snapshot.columns;
  const currencies = new Map<string, number>();
  contracts.currency.forEach((currency, c) => {
    if (!currency || Number.isNaN(value[c] as number)) return;
    currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
  });
  const of = (field: 'category' | 'buyer') =>
    [...new Set([...details.contracts.values()].flatMap((one) => one[field] ?? []))].sort();
  let [parents, servicesWithPeople] = [0, 0];
  for (let row = 0; row < snapshot.input.nodeCount; row++) {
    const kind = snapshot.input.kind[row] as number;
    if (KINDS[kind] === 'supplier' && (snapshot.input.parent[row] as number) >= 0) parents++;
    const people = snapshot.people[snapshot.graph.indexOf[row] as number] as number;
    if (kind === SERVICE && !Number.isNaN(people)) servicesWithPeople++;
  }
  return {
    revision: snapshot.revision,
    contracts: contracts.id.length,
    currencies: [...currencies].sort().map(([currency, n]) => ({ currency, contracts: n })),
    tags: [...new Set([...details.tags.values()].flat())].sort(),
    categories: of('category').slice(0, NAMED),
    buyers: of('buyer').slice(0, NAMED),
    parents,
    servicesWithPeople,
  };
}
