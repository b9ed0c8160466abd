/** Awards: one contract for each of their suppliers. */
import { Attributes } from '../attributes.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import { amountOf } from './amount.ts';
import { contractsByAward, type DayName, daysOf } from './dates.ts';
import { type Party, supplierOf } from './party.ts';

export interface Deal {
  readonly award: string;
  /** Node ids, each once. */
  readonly suppliers: readonly string[];
  /** Equal parts of the amount: suppliers, those included that nothing is known of. */
  readonly parts: number;
  /** Of the whole award. */
  readonly known: { readonly value: number; readonly currency: string } | undefined;
  /** There is an amount, and it counts as none. */
  readonly unusable: boolean;
  readonly days: Readonly<Partial<Record<DayName, string>>>;
  readonly title: string | undefined;
  readonly attributes: Record<string, string> | undefined;
}

export interface Deals {
  readonly deals: readonly Deal[];
  readonly suppliers: readonly Party[];
  readonly left: readonly string[];
}

interface Suppliers {
  readonly known: readonly Party[];
  readonly nameless: number;
}

type Refuse = (column: string, value: string, reason: string) => void;

const READ = new Set(['id', 'title', 'value', 'suppliers', 'contractPeriod', '__proto__']);
const CONTRACT_READ = new Set(['awardID', 'dateSigned', 'period', '__proto__']);

export function dealsOf(release: Json, parties: ReadonlyMap<string, Json>, refuse: Refuse): Deals {
  const contractsOf = contractsByAward(release);
  const suppliers = new Map<string, Party>();
  const deals = new Map<string, Deal>();
  const texts = new Map<string, string>();
  const left: string[] = [];
  for (const [i, award] of listIn(release, 'awards').entries()) {
    const place = `awards[${i}]`;
    if (!isObject(award)) {
      refuse(place, String(award), 'an award is an object');
      continue;
    }
    const id = textIn(award, 'id') ?? String(i + 1);
    if (deals.has(id)) {
      const same = texts.get(id) === JSON.stringify(award);
      const reason = same
        ? 'this award is there twice'
        : 'an award before has this id and other values; the first one counts';
      refuse(`${place}.id`, id, reason);
      continue;
    }
    const found = suppliersOf(award, parties, place, refuse);
    for (const party of found.known) suppliers.set(party.id, party);
    texts.set(id, JSON.stringify(award));
    deals.set(id, dealOf(award, id, found, contractsOf(id), place, refuse, left));
  }
  return { deals: [...deals.values()], suppliers: [...suppliers.values()], left };
}

function suppliersOf(
  award: Json,
  parties: ReadonlyMap<string, Json>,
  place: string,
  refuse: Refuse,
): Suppliers {
  const found = new Map<string, Party>();
  let nameless = 0;
  for (const [i, reference] of listIn(award, 'suppliers').entries()) {
    const party = supplierOf(reference, parties);
    if (party) {
      found.set(party.id, party);
      continue;
    }
    nameless++;
    const reason = 'names nobody: a supplier needs an id, an identifier or a name';
    refuse(`${place}.suppliers[${i}]`, textIn(reference, 'name') ?? '', reason);
  }
  return { known: [...found.values()], nameless };
}

function dealOf(
  award: Json,
  id: string,
  { known, nameless }: Suppliers,
  contracts: readonly Json[],
  place: string,
  refuse: Refuse,
  left: string[],
): Deal {
  const amount = amountOf(award.value);
  if (amount.fault) {
    refuse(`${place}.value.${amount.fault.column}`, amount.fault.value, amount.fault.reason);
  }
  const { days, faults } = daysOf(award, contracts, place);
  for (const { column, value, reason } of faults) refuse(column, value, reason);
  const attributes = attributesOf(award, id, contracts, amount.kept);
  left.push(...attributes.left);
  return {
    award: id,
    suppliers: known.map((party) => party.id),
    parts: known.length + nameless,
    known: amount.known,
    unusable: amount.kept !== undefined,
    days,
    title: textIn(award, 'title'),
    attributes: attributes.all,
  };
}

function attributesOf(
  award: Json,
  id: string,
  contracts: readonly Json[],
  kept: string | undefined,
): Attributes {
  const attributes = new Attributes();
  attributes.add('award.id', id);
  attributes.add('award.value', kept);
  for (const [key, one] of Object.entries(objectIn(award, 'value'))) {
    if (key !== 'amount' && key !== 'currency') attributes.add(`award.value.${key}`, one);
  }
  for (const [key, value] of Object.entries(award)) {
    if (!READ.has(key)) attributes.add(`award.${key}`, value);
  }
  for (const [i, contract] of contracts.entries()) {
    const prefix = contracts.length === 1 ? 'contract' : `contract[${i}]`;
    for (const [key, value] of Object.entries(contract)) {
      if (!CONTRACT_READ.has(key)) attributes.add(`${prefix}.${key}`, value);
    }
  }
  return attributes;
}
