/** The objects that iTop's tables name: by number, by name, or both. */
import type { Kind } from '@msp-impact/contract';
import { folded, slug } from '../../../text/slug.ts';
import type { AssetBuild, NodeSource, Place } from '../asset-build.ts';
import { evidenceOf } from '../evidence.ts';
import { sourceId } from '../source-id.ts';
import type { Names, SourceTable } from '../tables.ts';

export interface End {
  /** Numbers are unique in it: all kinds of CI share one. */
  readonly space: 'FunctionalCI' | 'Service' | 'ProviderContract';
  readonly id: Names;
  readonly name: Names;
  readonly finalclass: Names;
  readonly kind: Kind;
}

/**
 * @param code of the external key without `_id`: `functionalci`
 * @param label of the column in exports in English
 */
export function endOf(code: string, label: string, kind: Kind = 'product'): End {
  const space =
    code === 'service'
      ? 'Service'
      : code === 'providercontract'
        ? 'ProviderContract'
        : 'FunctionalCI';
  return {
    space,
    id: [`${code}idid`, `${code}id`, `${label}id`],
    name: [
      `${code}idname`,
      `${code}name`,
      `${code}idfriendlyname`,
      `${label}name`,
      `${label}fullname`,
      label,
      code,
    ],
    finalclass: [
      `${code}idfinalclassrecall`,
      `${code}idfinalclass`,
      `${label}cisubclass`,
      `${label}class`,
    ],
    kind,
  };
}

/** The row itself, in exports of a class. */
export const SELF: End = {
  space: 'FunctionalCI',
  id: ['id'],
  name: ['name', 'friendlyname', 'fullname'],
  finalclass: ['finalclass', 'cisubclass', 'class'],
  kind: 'product',
};

const SERVICES = /^(?:service|business ?process|service ?family)$/i;

export function hasEnd(table: SourceTable, end: End): boolean {
  return table.has(end.id) || table.has(end.name);
}

/** Where a row names an end: a key may hold a number, or the name in its place. */
export function cellsOf(table: SourceTable, row: SourceTable['rows'][number], end: End) {
  const key = table.cell(row, end.id);
  const number = /^[1-9]\d{0,11}$/.test(key) ? key : '';
  const name = table.cell(row, end.name) || (number === '' && key !== '0' ? key : '');
  return { number, name, finalclass: table.cell(row, end.finalclass) };
}

export function columnOf(table: SourceTable, end: End): string {
  return table.header(end.id) || table.header(end.name);
}

/** Numbers by name, from every row of the import that gives both. */
export class Objects {
  readonly #numbers = new Map<string, Set<string>>();
  readonly #rows = new Map<string, readonly [number: string, name: string]>();

  note(space: End['space'], number: string, name: string): void {
    if (number === '' || name === '') return;
    const key = `${space} ${folded(name)}`;
    const same = this.#numbers.get(key) ?? new Set();
    this.#numbers.set(key, same.add(number));
    if (!this.#rows.has(`${space}:${number}`)) this.#rows.set(`${space}:${number}`, [number, name]);
  }

  nameOf(space: End['space'], number: string): string | undefined {
    return this.#rows.get(`${space}:${number}`)?.[1];
  }

  numbersOf(space: End['space'], name: string): ReadonlySet<string> {
    return this.#numbers.get(`${space} ${folded(name)}`) ?? new Set();
  }
}

/** The node id of an end, its node made when it is new; undefined: it was rejected. */
export function nodeOf(
  { number, name, finalclass }: ReturnType<typeof cellsOf>,
  end: End,
  objects: Objects,
  build: AssetBuild,
  place: Place,
  { attributes, more }: Pick<NodeSource, 'attributes' | 'more'> = {},
): string | undefined {
  if (number === '' && name === '') {
    build.reject(place, '', 'must name an object, by its number or its name');
    return undefined;
  }
  const same = number === '' ? objects.numbersOf(end.space, name) : new Set([number]);
  if (same.size > 1) {
    build.reject(place, name, `${same.size} objects have this name; export the numbers (id) too`);
    return undefined;
  }
  const [only] = same;
  const id = sourceId(`itop:${end.space}:${only ?? slug(name)}`);
  // Links name a node again and again; a row of its own class that comes twice is looked at.
  const evidence = evidenceOf({ file: place.file });
  if (build.hasNode(id) && !attributes) {
    build.addEvidence(id, evidence);
    return id;
  }
  const known = attributes && name ? name : only && objects.nameOf(end.space, only);
  const shown = known || name || `${end.space} ${only}`;
  const kind = SERVICES.test(finalclass) ? 'service' : end.kind;
  const identifiers = only ? { iTop: `${end.space}:${only}` } : {};
  const columns = { id: place.column ?? '', name: place.column ?? '' };
  const extra = { ...(attributes ? { attributes } : {}), ...(more ? { more } : {}) };
  build.node({ id, kind, name: shown, identifiers, evidence, columns, ...extra }, place);
  return id;
}
