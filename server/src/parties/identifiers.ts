/**
 * Registered numbers of a party, in one spelling whatever a file calls them: `Companies House:
 * 5965280`, `GB-COH-05965280` and `GB_CRN:05965280` are one number. What cannot be a number of its
 * register recognises nobody, and is told.
 */
import type { GraphNode } from '@msp-impact/contract';

export interface Identifier {
  readonly scheme: string;
  readonly number: string;
}
export interface WrongIdentifier {
  readonly scheme: string;
  readonly value: string;
  readonly reason: string;
}
export type ReadIdentifier = Identifier | { readonly reason: string };

/** What the schemes are called, in letters and digits alone. Codes of org-id.guide come first. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'GB-COH': [
    'gbcoh',
    'coh',
    'ukcoh',
    'gbcrn',
    'crn',
    'companieshouse',
    'companieshousenumber',
    'companynumber',
    'companyregistrationnumber',
    'companyno',
    'companyregistrationno',
    'companyregnumber',
    'companyregno',
    'companieshouseno',
    'companieshousereference',
    'registeredcompanynumber',
    'suppliercompanynumber',
    'suppliercompanyregistrationnumber',
    'supplierregistrationnumber',
    'vendorcompanynumber',
  ],
  LEI: ['lei', 'xilei', 'legalentityidentifier', 'leicode'],
  DUNS: ['duns', 'usduns', 'xiduns', 'dunsnumber', 'gbduns'],
  ODS: ['ods', 'gbnhs', 'gbods', 'nhsods', 'odscode', 'nhsodscode'],
  EUID: ['euid'],
};
const SCHEMES = new Map(
  Object.entries(CALLED).flatMap(([scheme, names]) => names.map((name) => [name, scheme] as const)),
);
/** A party has one number of these at most: two different ones are two parties, or a fault. */
export const ONE_EACH: ReadonlySet<string> = new Set(['GB-COH', 'LEI', 'ODS', 'EUID']);

/** An organisation id of OCDS: the code of its list, a dash, the number there. */
const ORGANISATION_ID = /^([A-Z]{2}-[A-Z0-9_]{2,20})-(.+)$/;
/** A code of such a list, as a scheme of its own. */
const LIST_CODE = /^[A-Z]{2}-[A-Z0-9_]{2,20}$/;
/** `LEI:…`, `EUID:…`: ids that importers make of a number. */
const PREFIXED = /^([A-Za-z][A-Za-z_-]{1,20}):(.+)$/;

/**
 * Reads one number. The value may itself be an organisation id, which then says the scheme.
 *
 * @returns undefined: this scheme numbers no parties that we know of
 */
export function readIdentifier(scheme: string, value: string): ReadIdentifier | undefined {
  const text = value.normalize('NFKC').trim();
  const [, list, number] = ORGANISATION_ID.exec(text) ?? [];
  if (list && number && (known(list) || known(scheme) === list)) {
    return checked(known(list) as string, number);
  }
  const name = known(scheme);
  return name === undefined ? undefined : checked(name, text);
}

/** The register that a heading names, as `Company number`, `LEI`; undefined: it names none. */
export const schemeNamed = (heading: string): string | undefined =>
  SCHEMES.get(heading.toLowerCase().replace(/[^a-z0-9]/g, ''));

function known(scheme: string): string | undefined {
  const plain = scheme.toLowerCase().replace(/[^a-z0-9]/g, '');
  const listed = SCHEMES.get(plain);
  if (listed) return listed;
  const code = scheme.trim().toUpperCase();
  return LIST_CODE.test(code) ? code : undefined;
}

function checked(scheme: string, text: string): ReadIdentifier {
  const plain = text.toUpperCase().replace(/\s+/g, '');
  if (/^(?:0+|X+|N\/?A|NONE|UNKNOWN|TBC|-*)$/.test(plain))
    return { reason: 'stands for no number' };
  const number = CHECKS[scheme]?.(plain) ?? { number: plain };
  return 'reason' in number ? number : { scheme, ...number };
}

type Check = (plain: string) => { readonly number: string } | { readonly reason: string };
const CHECKS: Readonly<Record<string, Check>> = {
  'GB-COH': companiesHouse,
  LEI: lei,
  DUNS: duns,
  ODS: (plain) =>
    /^[A-Z0-9]{3,12}$/.test(plain)
      ? { number: plain }
      : { reason: 'an ODS code has 3 to 12 letters and digits' },
};

/** Eight digits, or two letters and six: spreadsheets lose the zeros in front. */
function companiesHouse(plain: string): ReturnType<Check> {
  const [, letters = '', digits = ''] = /^([A-Z]{0,2})(\d+)$/.exec(plain) ?? [];
  if (letters.length === 0 && digits.length > 0 && digits.length <= 8) {
    return { number: digits.padStart(8, '0') };
  }
  if (letters.length === 2 && digits.length <= 6) {
    return { number: letters + digits.padStart(6, '0') };
  }
  if (/^(?:R0\d{6}|[A-Z]{2}\d{5}[A-Z])$/.test(plain)) return { number: plain };
  return { reason: 'a company number has 8 digits, or 2 letters and 6 digits' };
}

function duns(plain: string): ReturnType<Check> {
  const digits = plain.replace(/[-.]/g, '');
  if (!/^\d{7,9}$/.test(digits)) return { reason: 'a DUNS number has 9 digits' };
  return { number: digits.padStart(9, '0') };
}

/** ISO 17442: 18 letters and digits, then two check digits by ISO 7064, MOD 97-10. */
function lei(plain: string): ReturnType<Check> {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(plain)) {
    return { reason: 'an LEI has 18 letters and digits, then 2 check digits' };
  }
  let rest = 0;
  for (const sign of plain) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? { number: plain } : { reason: 'the check digits of this LEI do not fit' };
}

export interface Numbers {
  readonly known: readonly Identifier[];
  readonly wrong: readonly WrongIdentifier[];
}

/** Numbers of a node, those in its own id included; each once. */
export function numbersOf({
  id,
  identifiers = {},
}: Pick<GraphNode, 'id' | 'identifiers'>): Numbers {
  const found = new Map<string, Identifier>();
  const wrong: WrongIdentifier[] = [];
  for (const [scheme, value] of Object.entries(identifiers)) {
    const read = readIdentifier(scheme, value);
    if (!read) continue;
    if ('reason' in read) wrong.push({ scheme, value, reason: read.reason });
    else found.set(keyOf(read), read);
  }
  const own = numberIn(id);
  if (own) found.set(keyOf(own), own);
  return { known: [...found.values()], wrong };
}

/** The number that an id is made of. Many ids are none: nothing is told of those. */
export function numberIn(id: string): Identifier | undefined {
  const [, scheme = '', value = ''] = ORGANISATION_ID.exec(id) ?? PREFIXED.exec(id) ?? [];
  const read = scheme === '' ? undefined : readIdentifier(scheme, value);
  return read && 'number' in read ? read : undefined;
}

export const keyOf = ({ scheme, number }: Identifier): string => `${scheme} ${number}`;
