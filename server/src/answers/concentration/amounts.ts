/** The amounts of a scope, by supplier: contract values of one currency and basis, contracts, or people. */
import type { ConcentrationRequest, LeftOut } from '@msp-impact/contract';
import type { Answer } from '../ask.ts';
import { peopleParts } from './people.ts';
import { BASES, type Basis, type Register } from './register.ts';
import { contractTest, refused, type Within, withinOf } from './within.ts';

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
  const leftOut = noted(unsupplied, 'service', 'without a supplier on record');
  return { ok: true, value: { ...NO_CHOICE, holder, amount, leftOut } };
}

/** Holders of the contracts in scope; -1: outside. */
function holders({ supplier }: Register, inside: ((c: number) => boolean) | undefined): Int32Array {
  const holder = supplier.slice();
  if (inside) for (let c = 0; c < holder.length; c++) if (!inside(c)) holder[c] = -1;
  return holder;
}

function counts(register: Register, inside: ((c: number) => boolean) | undefined): Amounts {
  const holder = holders(register, inside);
  return { ...NO_CHOICE, holder, amount: new Float64Array(holder.length).fill(1) };
}

function values(
  register: Register,
  request: ConcentrationRequest,
  inside: ((c: number) => boolean) | undefined,
): Answer<Amounts> {
  const holder = holders(register, inside);
  const found = valuesByChoice(register, holder);
  const chosen = chooseCurrency(register, found, request.currency);
  if (!chosen.ok) return chosen;
  const currency = chosen.value;
  const code = register.currencies.indexOf(currency ?? '');
  const byBasis = found.slice(code * BASES.length, (code + 1) * BASES.length);
  const bases = BASES.filter((_, i) => (byBasis[i] ?? 0) > 0);
  const basis = request.basis ?? mostUsed(byBasis);
  const left = leaveOut(register, holder, code, BASES.indexOf(basis as Basis));
  const value: Amounts = {
    holder,
    amount: register.value,
    ...(currency ? { currency } : {}),
    ...(basis ? { basis } : {}),
    currencies: currenciesIn(register, found).map(([name]) => name),
    bases,
    leftOut: [
      ...noted(left.otherCurrency, 'contract', 'with a value in another currency'),
      ...noted(left.otherBasis, 'contract', `with a value on another basis than ${basis}`),
    ],
  };
  return { ok: true, value };
}

/** How many values there are in scope, at currency × number of bases + basis. */
function valuesByChoice({ value, currency, basis, currencies }: Register, holder: Int32Array) {
  const found = new Uint32Array(currencies.length * BASES.length);
  for (let c = 0; c < holder.length; c++) {
    if ((holder[c] as number) < 0 || Number.isNaN(value[c] as number)) continue;
    const at = (currency[c] as number) * BASES.length + (basis[c] as number);
    found[at] = (found[at] as number) + 1;
  }
  return found;
}

/** Takes values of another currency or basis out of scope, and counts them. */
function leaveOut(register: Register, holder: Int32Array, currency: number, basis: number) {
  const { value } = register;
  let [otherCurrency, otherBasis] = [0, 0];
  for (let c = 0; c < holder.length; c++) {
    if ((holder[c] as number) < 0 || Number.isNaN(value[c] as number)) continue;
    if (register.currency[c] !== currency) otherCurrency++;
    else if (register.basis[c] !== basis) otherBasis++;
    else continue;
    holder[c] = -1;
  }
  return { otherCurrency, otherBasis };
}

/** Currencies with values in scope, by name, with how many. */
function currenciesIn({ currencies }: Register, found: Uint32Array): [string, number][] {
  const counted = currencies.map((name, code): [string, number] => {
    const bases = found.subarray(code * BASES.length, (code + 1) * BASES.length);
    return [name, bases.reduce((sum, one) => sum + one, 0)];
  });
  return counted.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Undefined when nothing has a value. Currencies are never added together, so several need a choice. */
function chooseCurrency(
  register: Register,
  found: Uint32Array,
  asked: string | undefined,
): Answer<string | undefined> {
  const known = currenciesIn(register, found);
  const listed = known.map(([name, count]) => `${name} (${count})`).join(', ');
  if (asked !== undefined) {
    if (known.length === 0 || known.some(([name]) => name === asked)) {
      return { ok: true, value: asked };
    }
    return refused('$.currency', asked, `no contract here has a value in it; on record: ${listed}`);
  }
  if (known.length <= 1) return { ok: true, value: known[0]?.[0] };
  const reason = `contract values are on record in ${listed}, and are never added together: name one currency`;
  return refused('$.currency', undefined, reason);
}

function mostUsed(byBasis: Uint32Array): Basis | undefined {
  const most = Math.max(0, ...byBasis);
  return most > 0 ? BASES[byBasis.indexOf(most)] : undefined;
}

function noted(count: number, one: string, rest: string): LeftOut[] {
  return count > 0 ? [{ count, what: `${one}${count === 1 ? '' : 's'} ${rest}` }] : [];
}
