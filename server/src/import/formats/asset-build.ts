/**
 * Collects what a format of software or assets says: nodes, links between them and the suppliers
 * behind them, each with the place that it came from. What is said twice alike is taken once.
 */
import type { Evidence, Kind, Rejected } from '@msp-impact/contract';
import { code, folded, slug } from '../../text/slug.ts';
import type { Fields } from '../columns.ts';
import { isNothing, isNotKnown } from '../sheet-columns.ts';
import { rejection } from '../table.ts';
import { Attributes } from './attributes.ts';
import type { PlainCandidate } from './format.ts';
import { joinRecorded, recordedIn } from './recorded.ts';

export interface Place {
  readonly file: string;
  readonly row: number;
  /** Header, or path in the file. */
  readonly column?: string;
}

export interface NodeSource {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly identifiers?: Record<string, string>;
  readonly attributes?: Attributes;
  readonly more?: Fields;
  readonly columns?: Record<string, string>;
  readonly evidence: readonly Evidence[];
}

export interface LinkSource {
  readonly from: string;
  readonly to: string;
  /** How the source calls it: `Depends on::Used by`. */
  readonly relation?: string;
  readonly group?: string;
  readonly evidence: readonly Evidence[];
  readonly attributes?: Attributes;
}

export class AssetBuild {
  readonly rejected: Rejected[] = [];
  readonly #nodes = new Map<string, PlainCandidate>();
  readonly #links = new Map<string, PlainCandidate>();
  readonly #left = new Set<string>();
  #notKnown = 0;
  /** Links that the file gives more than once. */
  again = 0;

  /**
   * @param merges whether the same id may stand in the files several times, as one package in two
   *   lists of parts: the first word counts, what it leaves out is filled in. Else a second row with
   *   other values is rejected.
   * @returns whether the id is new
   */
  node(source: NodeSource, place: Place, merges = false): boolean {
    const { id, kind, name, identifiers, attributes, more, columns, evidence } = source;
    const fields: Fields = { id, kind, name };
    if (identifiers && Object.keys(identifiers).length > 0) fields.identifiers = identifiers;
    Object.assign(fields, more, this.#texts(attributes), { evidence });
    const before = this.#nodes.get(id);
    if (!before) {
      const head = { type: 'node', fields, file: place.file, row: place.row } as const;
      const rest = { ...(columns && { columns }), ...(merges && { ofBill: true }) };
      this.#nodes.set(id, { ...head, initially: ['kind'], ...rest });
      return true;
    }
    if (merges) fillIn(before.fields, fields);
    else if (!sayTheSame(before.fields, fields)) {
      const where = `row ${before.row} of ${before.file}`;
      this.reject(place, id, `${where} has this id already, with other values; that one was kept`);
    }
    return false;
  }

  /** Another file names a node that is there already. */
  addEvidence(id: string, evidence: readonly Evidence[]): void {
    const fields = this.#nodes.get(id)?.fields;
    if (fields) joinEvidence(fields, evidence);
  }

  hasNode(id: string): boolean {
    return this.#nodes.has(id);
  }

  link({ from, to, relation, group, evidence, attributes }: LinkSource, place: Place): void {
    if (from === to) {
      this.reject(place, to, 'relies on itself; a link needs two different ends');
      return;
    }
    const id = `${from}->${to}`;
    const before = this.#links.get(id);
    if (before) {
      this.again++;
      joinRelation(before.fields, relation);
      joinEvidence(before.fields, evidence);
      return;
    }
    const texts = attributes ?? new Attributes();
    if (relation) texts.add('relation', relation);
    const fields: Fields = { id, from, to, ...(group ? { group } : {}), ...this.#texts(texts) };
    fields.evidence = evidence;
    const column = place.column ?? '';
    const columns = { from: column, to: column, id: column };
    const { file, row } = place;
    this.#links.set(id, { type: 'dependency', fields, file, row, columns });
  }

  /**
   * The supplier of a node, known by its name: found among what is stored, or made. "Unknown" and
   * "Data withheld" are nobody.
   */
  supplier(
    name: string,
    of: string,
    evidence: readonly Evidence[],
    place: Place,
    attributes?: Attributes,
  ): void {
    if (isNotKnown(name) || isNothing(name)) {
      this.#notKnown++;
      return;
    }
    const id = `supplier:${slug(name)}~${code(folded(name))}`;
    if (this.#nodes.has(id)) this.addEvidence(id, evidence);
    else {
      const fields: Fields = { id, kind: 'supplier', name, ...this.#texts(attributes) };
      fields.evidence = evidence;
      const columns = { name: place.column ?? '', id: place.column ?? '' };
      const { file, row } = place;
      this.#nodes.set(id, { type: 'node', fields, file, row, columns, byName: true });
    }
    this.link({ from: id, to: of, relation: 'supplier', evidence }, place);
  }

  reject({ file, row, column = '' }: Place, value: string, reason: string): void {
    this.rejected.push(rejection(file, row, column, value, reason));
  }

  candidates(): PlainCandidate[] {
    return [...this.#nodes.values(), ...this.#links.values()];
  }

  get counts(): { readonly nodes: number; readonly links: number } {
    return { nodes: this.#nodes.size, links: this.#links.size };
  }

  /** Sentences on what was joined or had no room. */
  notes(): string[] {
    const out: string[] = [];
    if (this.again > 0) {
      out.push(`${this.again} links stand in the files more than once; each was taken once.`);
    }
    if (this.#notKnown > 0) {
      out.push(
        `${this.#notKnown} ${this.#notKnown === 1 ? 'item names' : 'items name'} a supplier that is not known, or none: none was made.`,
      );
    }
    if (this.#left.size > 0) {
      const names = [...this.#left].slice(0, 10).join(', ');
      out.push(`Too long or too many to be kept as attributes: ${names}.`);
    }
    return out;
  }

  #texts(attributes: Attributes | undefined): Fields {
    for (const key of attributes?.left ?? []) this.#left.add(key);
    const all = attributes?.all;
    return all ? { attributes: all } : {};
  }
}

/** One link for several relations between the same two: their names stand side by side. */
function joinRelation(fields: Fields, relation: string | undefined): void {
  if (!relation) return;
  const attributes = (fields.attributes ?? {}) as Record<string, string>;
  const known = (attributes.relation ?? '').split('; ').filter((one) => one !== '');
  if (known.includes(relation)) return;
  attributes.relation = [...known, relation].join('; ');
  fields.attributes = attributes;
}

function sayTheSame(one: Fields, other: Fields): boolean {
  const bare = ({ evidence: _, ...rest }: Fields) => JSON.stringify(rest);
  return bare(one) === bare(other);
}

/** What the first leaves out; maps are joined, evidence by its claim. */
function fillIn(before: Fields, more: Fields): void {
  const recorded = recordedIn(before);
  for (const [key, value] of Object.entries(more)) {
    if (key === 'attributes' || key === 'identifiers') {
      before[key] = { ...(value as object), ...((before[key] as object) ?? {}) };
    } else if (key === 'evidence') joinEvidence(before, value as Evidence[]);
    else before[key] ??= value;
  }
  joinRecorded(before, recorded, more);
}

/** Each claim once, in one order whatever the order of the files is. */
function joinEvidence(fields: Fields, more: readonly Evidence[]): void {
  const known = fields.evidence as readonly Evidence[];
  const fresh = more.filter(({ claim }) => !known.some((one) => one.claim === claim));
  if (fresh.length === 0) return;
  fields.evidence = [...known, ...fresh].sort((a, b) => (a.claim < b.claim ? -1 : 1));
}
