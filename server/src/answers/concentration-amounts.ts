/** The amounts of a scope, by supplier: contract values of one currency and basis, contracts, or people. */
import type { ConcentrationRequest, LeftOut, ValueBasis } from '@msp-impact/contract';
import { VALUE_BASES } from '@msp-impact/contract';
import type { Answer } from './ask.ts';
import { peopleParts } from './concentration-people.ts';
import type { Register } from './concentration-register.ts';
import { contractTest, refused, type Within, withinOf } from './concentration-within.ts';

export const NOT_STATED = 'not stated';
export type Basis = ValueBasis | typeof NOT_STATED;
const BASES: readonly Basis[] = [...VALUE_BASES, NOT_STATED];

export interface Amounts {
  /** Node row; -1: outside. */
  readonly holder: Int32Array;
  /** NaN: not known. */
  readonly amount: Float64Array;
  readonly currency?: string;
  readonly basis?: Basis;
  /** On record in this scope. */
  readonly currencies: readonly string[];
  readonly bases: readonly Basis[];
  readonly leftOut: readonly LeftOut[];
}

const NO_CHOICE = { currencies: [], bases: [], leftOut: [] } as const;

/** Faults: see withinOf; values in several currencies and none asked for; a currency not on record. */
export function amountsOf(register: Register, request: ConcentrationRequest): Answer<Amounts> {
  const within = withinOf(register, request);
  if (!within.ok) return within;
  if (request.share === 'people') return people(register, request, within.value);
  const inside = contractTest(register, within.value, request);
  if (request.share === 'count') return { ok: true, value: counts(register, inside) };
  return values(register, request, inside);
}

function people(
  { snapshot }: Register,
  { buyer, at }: ConcentrationRequest,
  within: Within,
): Answer<Amounts> {
  if (buyer !== undefined)
    return refused('$.buyer', buyer, 'people are of services, not of contracts');
  if (at !== undefined) return refused('$.at', at, 'people are of services, which have no days');
  const { holder, amount, unsupplied } = peopleParts(snapshot, within);
  const leftOut = noted(unsupplied, 'services without a supplier on record');
  return { ok: true, value: { ...NO_CHOICE, holder, amount, leftOut } };
}

function counts({ supplier }: Register, inside: (c: number) => boolean): Amounts {
  const holder = supplier.map((row, c) => (inside(c) ? row : -1));
  return { ...NO_CHOICE, holder, amount: new Float64Array(holder.length).fill(1) };
}

function values(
  register: Register,
  request: ConcentrationRequest,
  inside: (c: number) => boolean,
): Answer<Amounts> {
  const { supplier, value, snapshot } = register;
  const { currency: currencies, valueBasis } = snapshot.columns.contracts;
  const holder = supplier.map((row, c) => (inside(c) ? row : -1));
  const known = (c: number) => (holder[c] as number) >= 0 && !Number.isNaN(value[c] as number);
  const found = tallied(holder.length, known, (c) => currencies[c] as string);
  const chosen = chooseCurrency(found, request.currency);
  if (!chosen.ok) return chosen;
  const currency = chosen.value;
  const basisOf = (c: number) => (valueBasis[c] ?? NOT_STATED) as Basis;
  const inCurrency = (c: number) => known(c) && currencies[c] === currency;
  const bases = tallied(holder.length, inCurrency, basisOf);
  const basis = request.basis ?? mostUsed(bases);
  let [otherCurrency, otherBasis] = [0, 0];
  for (let c = 0; c < holder.length; c++) {
    if (!known(c)) continue;
    if (currencies[c] !== currency) otherCurrency++;
    else if (basisOf(c) !== basis) otherBasis++;
    else continue;
    holder[c] = -1;
  }
  const leftOut = [
    ...noted(otherCurrency, 'contracts with a value in another currency'),
    ...noted(otherBasis, `contracts with a value on another basis than ${basis}`),
  ];
  const choice = { currencies: [...found.keys()].sort(), bases: BASES.filter((b) => bases.has(b)) };
  const named = { ...(currency ? { currency } : {}), ...(basis ? { basis } : {}) };
  return { ok: true, value: { holder, amount: value, ...choice, ...named, leftOut } };
}

function tallied<K>(count: number, counts: (c: number) => boolean, keyOf: (c: number) => K) {
  const found = new Map<K, number>();
  for (let c = 0; c < count; c++) {
    if (counts(c)) found.set(keyOf(c), (found.get(keyOf(c)) ?? 0) + 1);
  }
  return found;
}

/** Undefined when nothing has a value. Currencies are never added together, so several need a choice. */
function chooseCurrency(
  found: ReadonlyMap<string, number>,
  asked: string | undefined,
): Answer<string | undefined> {
  const listed = [...found.keys()].sort().map((one) => `${one} (${found.get(one)})`);
  if (asked !== undefined) {
    if (found.size === 0 || found.has(asked)) return { ok: true, value: asked };
    const reason = `no contract here has a value in it; on record: ${listed.join(', ')}`;
    return refused('$.currency', asked, reason);
  }
  if (found.size <= 1) return { ok: true, value: [...found.keys()][0] };
  const reason = `contract values are on record in ${listed.join(', ')}, and are never added together: name one currency`;
  return refused('$.currency', undefined, reason);
}

function mostUsed(found: ReadonlyMap<Basis, number>): Basis | undefined {
  const [first, ...rest] = BASES.filter((one) => found.has(one));
  return rest.reduce(
    (best, one) => ((found.get(one) as number) > (found.get(best as Basis) as number) ? one : best),
    first,
  );
}

function noted(count: number, what: string): LeftOut[] {
  return count > 0 ? [{ count, what }] : [];
}
