/** Suppliers: each is its id, made of scheme and number. */
import { code, folded, slug } from '../../../text/slug.ts';
import { isNotKnown } from '../../sheet-columns.ts';
import { Attributes } from '../attributes.ts';
import { isObject, type Json, listIn, objectIn, textIn } from '../json/text.ts';
import { sourceId } from '../source-id.ts';

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly attributes: Record<string, string> | undefined;
  /** The id holds in its own notice only, or there was none. */
  readonly local: boolean;
}

/** `1`, `org-44`: numbers within a notice, of which every notice has its own. */
const LOCAL = /^(?:(?:org|orgs|organi[sz]ation|party|supplier|tenderer|bidder)[-_.]?)?\d{1,6}$/i;

export function partiesOf(release: unknown): Map<string, Json> {
  const parties = new Map<string, Json>();
  for (const party of listIn(release, 'parties')) {
    const id = textIn(party, 'id');
    if (id !== undefined && isObject(party)) parties.set(id, party);
  }
  return parties;
}

/**
 * @param reference an entry of `awards[].suppliers`: in version 1.1 a reference to one of the
 *   parties, in 1.0 the organisation itself
 * @returns undefined when it has neither id nor identifier nor name, or a name that says that nobody knows
 */
export function supplierOf(reference: unknown, parties: ReadonlyMap<string, Json>) {
  const given = isObject(reference) ? reference : {};
  const own = textIn(given, 'id');
  const party = { ...(own === undefined ? {} : parties.get(own)), ...withoutEmpty(given) };
  const identifier = objectIn(party, 'identifier');
  const [scheme, number] = [textIn(identifier, 'scheme'), textIn(identifier, 'id')];
  const name = textIn(party, 'name') ?? textIn(identifier, 'legalName');
  const official = scheme && number ? `${scheme}-${number}` : undefined;
  const id = idOf(own, official, name);
  // "Unknown", "Data withheld": an id of the notice alone does not make somebody of it.
  if (id === undefined || (id.local && name !== undefined && isNotKnown(name))) return undefined;
  return {
    id: sourceId(id.text),
    name: name ?? id.text,
    identifiers: identifiersOf(party),
    attributes: attributesOf(party),
    local: id.local,
  } satisfies Party;
}

function withoutEmpty(given: Json): Json {
  return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== null && one !== ''));
}

function idOf(own: string | undefined, official: string | undefined, name: string | undefined) {
  if (own !== undefined && !LOCAL.test(own)) return { text: own, local: false };
  if (official !== undefined) return { text: official, local: false };
  if (own !== undefined && name !== undefined) return { text: `${own}.${slug(name)}`, local: true };
  if (own !== undefined) return { text: own, local: true };
  if (name === undefined) return undefined;
  return { text: `name:${slug(name)}-${code(folded(name))}`, local: true };
}

function identifiersOf(party: Json): Record<string, string> {
  const identifiers: Record<string, string> = {};
  for (const one of [party.identifier, ...listIn(party, 'additionalIdentifiers')]) {
    const [scheme, number] = [textIn(one, 'scheme'), textIn(one, 'id')];
    if (scheme === undefined || number === undefined || scheme === '__proto__') continue;
    if (!Object.hasOwn(identifiers, scheme)) identifiers[scheme.slice(0, 500)] = number;
  }
  return identifiers;
}

/** People's names and addresses (`contactPoint`) are not taken over. */
const READ = new Set([
  'id',
  'name',
  'identifier',
  'additionalIdentifiers',
  'roles',
  'contactPoint',
  '__proto__',
]);

function attributesOf(party: Json): Record<string, string> | undefined {
  const attributes = new Attributes();
  for (const [key, value] of Object.entries(party)) if (!READ.has(key)) attributes.add(key, value);
  return attributes.all;
}
