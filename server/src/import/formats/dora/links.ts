/** Reliance of functions on providers (B_02.02), and chains of providers (B_05.02). */
import type { Substitutability } from '@msp-impact/contract';
import { Attributes } from '../attributes.ts';
import type { PlainCandidate } from '../format.ts';
import { sourceId } from '../source-id.ts';
import { harder, label, strengthOf, substitutabilityOf } from './codes.ts';
import { evidenceOf, linkId, type Maker } from './maker.ts';
import { columnsOf } from './nodes.ts';
import type { Row } from './rows.ts';

/** One link, of all rows that speak of it. */
interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly row: Row;
  about: string;
  strength: number | undefined;
  substitutability: Substitutability | undefined;
  readonly attributes: Map<string, Set<string>>;
}

export interface Links {
  readonly candidates: readonly PlainCandidate[];
  /** By reference of the contract: ids of the links that it stands behind. */
  readonly byContract: ReadonlyMap<string, readonly string[]>;
  /** Assessments (B_07.01) that no link takes up. */
  readonly unused: readonly Row[];
  /** Rows of B_02.02 that made a link, or part of one. */
  readonly rows: ReadonlySet<Row>;
}

const RELIANCE_READ = new Set([
  'contract',
  'lei',
  'provider',
  'code type',
  'function',
  'start',
  'end',
  'reason of termination',
  'notice of the entity in days',
  'notice of the provider in days',
  'governing law',
]);
/** All else of an assessment is kept with the link. */
const ASSESSMENT_READ = new Set([
  'contract',
  'provider',
  'code type',
  'ict service',
  'substitutability',
]);
const CHAIN_READ = new Set([
  'contract',
  'ict service',
  'provider',
  'code type',
  'rank',
  'recipient',
  'recipient code type',
]);

export function linksOf(maker: Maker, contracts: ReadonlySet<string>): Links {
  const links = new Map<string, Link>();
  const byContract = new Map<string, Set<string>>();
  const assessments = new Assessments(maker);
  const rows = new Set<Row>();
  for (const row of maker.register.rows('B_02.02')) {
    const link = relianceOf(maker, row, contracts);
    if (!link) continue;
    rows.add(row);
    const kept = joined(links, link);
    assessments.apply(kept, row);
    for (const [name, cell] of row.cells)
      if (!RELIANCE_READ.has(name)) keep(kept, name, label(cell));
    const lei = row.cells.get('lei');
    if (lei !== undefined && !kept.to.includes(`:${lei}/`)) keep(kept, 'lei', lei);
    const ref = row.cells.get('contract') as string;
    byContract.set(ref, (byContract.get(ref) ?? new Set()).add(kept.id));
  }
  for (const row of maker.register.rows('B_05.02')) {
    const link = chainOf(maker, row, contracts);
    if (!link) continue;
    const kept = joined(links, link);
    assessments.apply(kept, row);
    keep(kept, 'contracts', row.cells.get('contract') as string);
    keep(kept, 'ict service', label(row.cells.get('ict service') ?? ''));
    keep(kept, 'rank', row.cells.get('rank') as string);
    for (const [name, cell] of row.cells) if (!CHAIN_READ.has(name)) keep(kept, name, label(cell));
  }
  return {
    candidates: [...links.values()].map((link) => candidateOf(maker, link)),
    byContract: new Map([...byContract].map(([ref, ids]) => [ref, [...ids]])),
    unused: assessments.unused(),
    rows,
  };
}

function relianceOf(maker: Maker, row: Row, contracts: ReadonlySet<string>): Link | undefined {
  const { register, used } = maker;
  if (!knownContract(maker, row, contracts)) return undefined;
  const provider = register.provider(row, 'provider');
  const name = row.cells.get('function');
  if (!provider) return undefined;
  used.set(provider.id, provider);
  if (name === undefined) return undefined; // a contract that supports no function
  const to = register.functionId(row.cells.get('lei'), name);
  if (to === undefined) {
    register.refuse(row, 'function', 'no function has this identifier in B_06.01');
    return undefined;
  }
  const reliance = row.cells.get('reliance');
  const strength = strengthOf(reliance ?? '');
  if (reliance !== undefined && strength === undefined) {
    register.refuse(
      row,
      'reliance',
      'is no level of reliance of the closed list; full reliance is assumed',
    );
  }
  const about =
    reliance === undefined || strength === undefined
      ? 'reliance not stated, taken as full'
      : `${label(reliance)}, taken as ${strength}`;
  const before = `dora:${sourceId(row.cells.get('contract') as string)}/${sourceId(serviceCode(row))}:`;
  return { ...linkBetween(before, provider.id, to, row, about), strength };
}

function chainOf(maker: Maker, row: Row, contracts: ReadonlySet<string>): Link | undefined {
  const { register, used } = maker;
  const rank = row.cells.get('rank') as string;
  if (!/^[1-9]\d{0,3}(?:\.0+)?$/.test(rank)) {
    register.refuse(row, 'rank', 'a rank is a whole number from 1');
    return undefined;
  }
  if (!knownContract(maker, row, contracts)) return undefined;
  const provider = register.provider(row, 'provider');
  if (!provider) return undefined;
  used.set(provider.id, provider);
  if (Number(rank) === 1) return undefined; // supplies the entity itself
  const recipient = row.cells.has('recipient')
    ? register.provider(row, 'recipient')
    : directProvider(maker, row);
  if (!recipient) return undefined;
  used.set(recipient.id, recipient);
  if (recipient.id === provider.id) {
    register.refuse(row, 'recipient', 'a provider is no supplier of itself');
    return undefined;
  }
  const about = `a provider of rank ${Number(rank)} supplies the one before it; how much is not stated, taken as all`;
  return linkBetween('', provider.id, recipient.id, row, about);
}

/** A row of rank 2 that names no recipient supplies the provider of rank 1, where there is one alone. */
function directProvider({ register }: Maker, row: Row) {
  const same = (other: Row) =>
    Number(other.cells.get('rank')) === 1 &&
    ['contract', 'ict service'].every((name) => other.cells.get(name) === row.cells.get(name));
  const direct = register.rows('B_05.02').filter(same);
  const [only] = direct;
  if (Number(row.cells.get('rank')) === 2 && only && direct.length === 1)
    return register.provider(only, 'provider');
  register.refuse(row, 'recipient', 'name the recipient of the sub-contracted service');
  return undefined;
}

function knownContract({ register }: Maker, row: Row, contracts: ReadonlySet<string>): boolean {
  if (contracts.has(row.cells.get('contract') as string)) return true;
  register.refuse(row, 'contract', 'no contractual arrangement has this number in B_02.01');
  return false;
}

function linkBetween(before: string, from: string, to: string, row: Row, about: string): Link {
  const id = linkId(before, from, to);
  return {
    id,
    from,
    to,
    row,
    about,
    strength: undefined,
    substitutability: undefined,
    attributes: new Map(),
  };
}

/** Several rows speak of one link where data lies in several countries: the hardest word counts, none being harder still. */
function joined(links: Map<string, Link>, link: Link): Link {
  const before = links.get(link.id);
  if (!before) {
    links.set(link.id, link);
    return link;
  }
  if (before.strength !== undefined && (link.strength ?? 2) > before.strength) {
    before.strength = link.strength;
    before.about = link.about;
  }
  return before;
}

function serviceCode(row: Row): string {
  const cell = row.cells.get('ict service') ?? '';
  return /\bS\d\d\b/.exec(cell)?.[0] ?? (cell === '' ? 'any' : cell);
}

function keep({ attributes }: Link, name: string, text: string): void {
  if (text !== '') attributes.set(name, (attributes.get(name) ?? new Set()).add(text));
}

/** B_07.01 by contract, provider and type of service. */
class Assessments {
  readonly #rows = new Map<string, Row>();
  readonly #used = new Set<Row>();
  readonly #maker: Maker;

  constructor(maker: Maker) {
    this.#maker = maker;
    for (const row of maker.register.rows('B_07.01')) {
      if (this.#rows.has(keyOf(row))) {
        maker.register.refuse(
          row,
          'contract',
          'this service of this provider is assessed twice; the first one counts',
        );
      } else this.#rows.set(keyOf(row), row);
    }
  }
  apply(link: Link, by: Row): void {
    const row = this.#rows.get(keyOf(by));
    if (!row) return;
    const cell = row.cells.get('substitutability');
    const read = substitutabilityOf(cell ?? '');
    if (cell !== undefined && read === undefined && !this.#used.has(row)) {
      this.#maker.register.refuse(
        row,
        'substitutability',
        'is no entry of the closed list; it is left out',
      );
    }
    this.#used.add(row);
    link.substitutability = harder(link.substitutability, read);
    for (const [name, text] of row.cells) {
      if (!ASSESSMENT_READ.has(name)) keep(link, name, label(text));
    }
  }
  unused(): Row[] {
    return [...this.#rows.values()].filter((row) => !this.#used.has(row));
  }
}

function keyOf(row: Row): string {
  return JSON.stringify(['contract', 'provider', 'ict service'].map((name) => row.cells.get(name)));
}

function candidateOf(maker: Maker, link: Link): PlainCandidate {
  const { id, from, to, row, strength, substitutability, about } = link;
  const attributes = new Attributes();
  for (const [name, texts] of link.attributes) attributes.add(name, [...texts].sort().join('; '));
  return {
    type: 'dependency',
    fields: {
      id,
      from,
      to,
      ...(strength !== undefined && { strength }),
      ...(substitutability && { substitutability }),
      ...(attributes.all && { attributes: attributes.all }),
      evidence: [evidenceOf(maker, row, about)],
    },
    file: row.file,
    row: row.row,
    columns: columnsOf(row, {
      from: 'provider',
      to: row.template === 'B_02.02' ? 'function' : 'recipient',
    }),
    speaksFor: ['strength', 'substitutability'],
  };
}
