/**
 * Rows of links that say nothing out of the ordinary, checked cell by cell and made into the JSON
 * that is stored, without an object on the way. Whatever is not plainly right is left to the reader
 * of rows and its rules, which alone say what is wrong: here is only decided what needs no reason.
 */
import { LINK_ID_PATTERN, SUBSTITUTABILITIES } from '@msp-impact/contract';
import { headerKey, type Table, type TableRow } from '../table.ts';

export interface PlainLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Canonical JSON. */
  readonly text: string;
}

const LINK_ID = new RegExp(LINK_ID_PATTERN);
const NUMBER = /^\d{1,20}(?:\.\d{1,20})?$/;
const PLAIN = ['id', 'from', 'to', 'strength', 'substitutability'] as const;
type PlainColumn = (typeof PLAIN)[number];
/** Different cells of one column that are remembered. */
const REMEMBERED = 10_000;

export class PlainLinks {
  readonly #nodes: { has(id: string): boolean };
  readonly #at: Readonly<Record<PlainColumn, number>>;
  readonly #strengths = new Map<string, string | undefined>();

  private constructor(nodes: { has(id: string): boolean }, at: Record<PlainColumn, number>) {
    this.#nodes = nodes;
    this.#at = at;
  }

  /** undefined where a column is none of those that are read here. */
  static of({ headers }: Table, nodes: { has(id: string): boolean }): PlainLinks | undefined {
    const keys = headers.map(headerKey);
    const at = Object.fromEntries(PLAIN.map((name) => [name, keys.indexOf(headerKey(name))]));
    const strange = keys.some((key, i) => !Object.values(at).includes(i) || key === '');
    if (strange || at.from === -1 || at.to === -1) return undefined;
    return new PlainLinks(nodes, at as Record<PlainColumn, number>);
  }

  /** undefined where one row is not plainly right. */
  readAll(rows: readonly TableRow[]): PlainLink[] | undefined {
    const out: PlainLink[] = [];
    for (const { cells } of rows) {
      const link = this.#read(cells);
      if (!link) return undefined;
      out.push(link);
    }
    return out;
  }

  #read(cells: readonly string[]): PlainLink | undefined {
    const { id: atId, strength: atStrength, substitutability: atHow } = this.#at;
    const from = cells[this.#at.from] as string;
    const to = cells[this.#at.to] as string;
    // A node that is there has an id of the right form.
    if (from === to || !this.#nodes.has(from) || !this.#nodes.has(to)) return undefined;
    const id = (atId >= 0 && cells[atId]) || `${from}->${to}`;
    if (atId >= 0 && (!LINK_ID.test(id) || id === '__proto__')) return undefined;
    const strength = atStrength < 0 ? '' : this.#strength(cells[atStrength] as string);
    const how = atHow < 0 ? '' : HOW.get(cells[atHow] as string);
    if (strength === undefined || how === undefined) return undefined;
    const text = `{"id":"${id}","from":"${from}","to":"${to}"${strength}${how}}`;
    return { id, from, to, text };
  }

  /** The part of the JSON; '' for the default, which is not stored. */
  #strength(cell: string): string | undefined {
    if (this.#strengths.has(cell)) return this.#strengths.get(cell);
    const value = Number(cell);
    const fits = cell === '' || (NUMBER.test(cell) && value <= 1);
    const isDefault = cell === '' || value === 1;
    const part = !fits ? undefined : isDefault ? '' : `,"strength":${JSON.stringify(value)}`;
    if (this.#strengths.size < REMEMBERED) this.#strengths.set(cell, part);
    return part;
  }
}

const HOW = new Map([
  ['', ''],
  ...SUBSTITUTABILITIES.map((one) => [one, `,"substitutability":"${one}"`] as const),
]);
