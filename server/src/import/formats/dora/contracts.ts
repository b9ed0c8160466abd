/** Contractual arrangements: one contract for each provider that signed. */
import { readDay } from '../../dates.ts';
import { Attributes } from '../attributes.ts';
import { currencyCode } from '../currency.ts';
import type { PlainCandidate } from '../format.ts';
import { grouped } from '../grouped.ts';
import { readMoney } from '../money.ts';
import { sourceId } from '../source-id.ts';
import { label } from './codes.ts';
import { addEntities } from './entities.ts';
import type { Links } from './links.ts';
import { evidenceOf, type Maker } from './maker.ts';
import { columnsOf } from './nodes.ts';
import type { Identified } from './register.ts';
import type { Row } from './rows.ts';
import type { Template } from './templates.ts';

/** References of B_02.01, each once; a second row of one is told. */
export function arrangements({ register }: Maker): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of register.rows('B_02.01')) {
    const ref = row.cells.get('contract') as string;
    if (!rows.has(ref)) rows.set(ref, row);
    else register.refuse(row, 'contract', 'a row before has this number; the first one counts');
  }
  return rows;
}

/** Rows of a template by the contract that they name. */
function byContract({ register }: Maker, template: Template): (ref: string) => readonly Row[] {
  const rows = grouped(register.rows(template), ({ cells }) => cells.get('contract'));
  return (ref) => rows.get(ref) ?? [];
}

export interface Contracts {
  readonly candidates: readonly PlainCandidate[];
  /** Arrangements whose amount was split among several providers. */
  readonly split: number;
  readonly withoutProvider: number;
  /** Attributes that had no room. */
  readonly left: readonly string[];
}

export function contractsOf(maker: Maker, rows: ReadonlyMap<string, Row>, links: Links): Contracts {
  const of = {
    specific: byContract(maker, 'B_02.02'),
    linked: byContract(maker, 'B_02.03'),
    signed: byContract(maker, 'B_03.01'),
    providers: byContract(maker, 'B_03.02'),
    group: byContract(maker, 'B_03.03'),
    users: byContract(maker, 'B_04.01'),
  };
  const unused = grouped(links.unused, ({ cells }) => cells.get('contract'));
  const candidates: PlainCandidate[] = [];
  const left: string[] = [];
  let [split, withoutProvider] = [0, 0];
  for (const [ref, row] of rows) {
    const providers = signers(maker, of.providers(ref), of.specific(ref), of.group(ref));
    const amount = amountOf(maker, row);
    if (providers.length > 1 && amount.value !== undefined) split++;
    if (providers.length === 0) withoutProvider++;
    const attributes = attributesOf(maker, row, of, unused.get(ref) ?? [], links);
    if (amount.kept !== undefined) attributes.add('annual expense', amount.kept);
    left.push(...attributes.left);
    const signedWithin = new Set(of.group(ref).map(({ cells }) => cells.get('lei')));
    const buyers = names(maker, of.signed(ref), 'lei');
    const terms = termsOf(maker, of.specific(ref));
    for (const provider of providers) {
      maker.used.set(provider.id, provider);
      const within = signedWithin.has(provider.code) ? { [SIGNED_WITHIN]: 'yes' } : {};
      const own = { ...attributes.all, ...within };
      candidates.push({
        type: 'contract',
        fields: {
          id: sourceId(`dora:${ref}${providers.length > 1 ? `/${provider.id}` : ''}`, 500),
          supplier: provider.id,
          ...buyerOf(buyers.length > 0 ? buyers : names(maker, of.specific(ref), 'lei')),
          ...dependenciesOf(links, ref, provider.id),
          ...(amount.value !== undefined && {
            value: amount.value / providers.length,
            valueBasis: 'annual',
            currency: amount.currency,
          }),
          ...terms,
          ...(Object.keys(own).length > 0 && { attributes: own }),
          evidence: [evidenceOf(maker, row, `arrangement ${ref}`)],
        },
        file: row.file,
        row: row.row,
        columns: columnsOf(row, { id: 'contract', value: 'annual expense', currency: 'currency' }),
        speaksFor: ['buyer', 'value', 'valueBasis', 'currency', 'start', 'end', 'noticeDays'],
      });
    }
  }
  return { candidates, split, withoutProvider, left };
}

/** Attributes by which the exporter fills the tables of who signed and who uses (B_02.03 to B_04.01). */
export const SIGNED_BY = 'signed by';
export const SIGNED_WITHIN = 'signed within the group';
export const USERS = 'users';
export const NO_FUNCTION = 'rows without a function';
export const ASSESSMENTS = 'assessments';

type Rows = (ref: string) => readonly Row[];

function attributesOf(
  maker: Maker,
  row: Row,
  of: Readonly<Record<'specific' | 'linked' | 'signed' | 'group' | 'users', Rows>>,
  unused: readonly Row[],
  links: Links,
): Attributes {
  const ref = row.cells.get('contract') as string;
  const attributes = new Attributes();
  for (const [name, cell] of row.cells) if (!READ.has(name)) attributes.add(name, label(cell));
  if (!row.cells.has('annual expense')) attributes.add('currency', currencyOf(row));
  attributes.add('linked arrangement', texts(of.linked(ref), 'linked arrangement'));
  attributes.add(SIGNED_BY, texts(of.signed(ref), 'lei'));
  attributes.add('used by', names(maker, of.users(ref), 'lei'));
  attributes.add('branches', names(maker, of.users(ref), 'branch'));
  attributes.add(USERS, listed(of.users(ref)));
  for (const name of SPECIFIC)
    attributes.add(name, texts(of.specific(ref), name).map(label).sort());
  attributes.add(NO_FUNCTION, listed(of.specific(ref).filter((one) => !links.rows.has(one))));
  attributes.add(ASSESSMENTS, listed(unused));
  const naming = [...of.specific(ref), ...of.signed(ref), ...of.group(ref), ...of.users(ref)];
  addEntities(attributes, maker.register, naming);
  return attributes;
}

const currencyOf = (row: Row) => {
  const cell = row.cells.get('currency');
  return cell === undefined ? undefined : label(cell);
};

/** Rows as one text; the contract stands in none of them. */
function listed(rows: readonly Row[]): string | undefined {
  const bare = rows.map((row) => {
    const { contract: _, ...rest } = labelled(row);
    return rest;
  });
  return bare.length > 0 ? JSON.stringify(bare) : undefined;
}

const READ = new Set(['contract', 'currency', 'annual expense']);
const SPECIFIC = [
  'ict service',
  'reason of termination',
  'notice of the provider in days',
  'governing law',
];

function texts(rows: readonly Row[], name: string): string[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.get(name) ?? []))];
}

function names({ register }: Maker, rows: readonly Row[], name: string): string[] {
  return texts(rows, name).map((code) => register.entity(code) as string);
}

function labelled({ cells }: Row): Record<string, string> {
  return Object.fromEntries([...cells].map(([name, cell]) => [name, label(cell)]));
}

function buyerOf(names: readonly string[]) {
  return names.length > 0 ? { buyer: names.join('; ') } : {};
}

/** Who signed; where nobody is named, who provides. */
function signers(
  { register }: Maker,
  signed: readonly Row[],
  specific: readonly Row[],
  group: readonly Row[],
): Identified[] {
  const found = new Map<string, Identified>();
  const add = (row: Row, name: string) => {
    const one = register.provider(row, name);
    if (one) found.set(one.id, one);
  };
  for (const row of signed) add(row, 'provider');
  for (const row of group) add(row, 'lei');
  if (found.size > 0) return [...found.values()];
  for (const { cells } of specific) {
    const one = register.providers.get(cells.get('provider') as string);
    if (one) found.set(one.id, one);
  }
  return [...found.values()];
}

function dependenciesOf(links: Links, ref: string, provider: string) {
  const ids = (links.byContract.get(ref) ?? []).filter((id) => id.includes(`:${provider}->`));
  return ids.length > 0 ? { dependencies: ids } : {};
}

interface Amount {
  readonly value?: number;
  readonly currency?: string;
  /** What stands in the register and counts as no value. */
  readonly kept?: string;
}

function amountOf({ register }: Maker, row: Row): Amount {
  const cell = row.cells.get('annual expense');
  if (cell === undefined) return {};
  const stated = row.cells.get('currency');
  const kept = stated === undefined ? cell : `${cell} ${label(stated)}`;
  const money = readMoney(cell);
  if ('reason' in money) {
    register.refuse(row, 'annual expense', `${money.reason}; the contract is kept without value`);
    return { kept };
  }
  const code = stated === undefined ? money.currency : currencyCode(label(stated));
  if (stated !== undefined && code === undefined) {
    register.refuse(
      row,
      'currency',
      'is no currency of ISO 4217; the contract is kept without value',
    );
  }
  return code !== undefined && money.value > 0 ? { value: money.value, currency: code } : { kept };
}

/** Earliest start, latest end, shortest notice of the rows of one arrangement. */
function termsOf(maker: Maker, rows: readonly Row[]) {
  const starts = days(maker, rows, 'start');
  const ends = days(maker, rows, 'end').filter((day) => !day.startsWith('9999'));
  const notices = rows.flatMap((row) => noticeOf(maker, row));
  return {
    ...(starts[0] !== undefined && { start: starts[0] }),
    ...(ends.length > 0 && { end: ends.at(-1) }),
    ...(notices.length > 0 && { noticeDays: notices.reduce((a, b) => Math.min(a, b)) }),
  };
}

function days({ register }: Maker, rows: readonly Row[], name: string): string[] {
  return rows
    .flatMap((row) => {
      const cell = row.cells.get(name);
      if (cell === undefined) return [];
      const read = readDay(cell);
      if ('day' in read) return [read.day];
      register.refuse(row, name, read.reason);
      return [];
    })
    .sort();
}

function noticeOf({ register }: Maker, row: Row): number[] {
  const cell = row.cells.get('notice of the entity in days');
  if (cell === undefined) return [];
  if (/^\d+(\.\d+)?$/.test(cell)) return [Number(cell)];
  register.refuse(
    row,
    'notice of the entity in days',
    'must be days, 0 or more; the notice is left out',
  );
  return [];
}
