/**
 * A large list of links, piece by piece: each is checked beside the stored nodes and compared with
 * the stored links that it names. Links in groups need all of their group to be judged: a list that
 * has one is left to the reader of whole tables.
 */
import type { Dependency, ImportAnswer, Rejected } from '@msp-impact/contract';
import type { PreparedPart, Standing } from '../../store/port.ts';
import { listOf } from '../../store/writes.ts';
import type { Candidate } from '../candidate.ts';
import { readCsv } from '../csv.ts';
import { tableFormat } from '../detect.ts';
import { compare } from '../difference.ts';
import { ownColumns, REJECTED_ROWS, sheetReading, withRejectedRows } from '../mapping/reading.ts';
import { MAX_REJECTED } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { ItemMaps } from '../stored.ts';
import { headerKey, rejection, type Table, type TableRow } from '../table.ts';
import { type PlainLink, PlainLinks } from './plain-links.ts';

const LISTED = 200;
/** Rows of the beginning that are shown. */
const SHOWN = 10;
const NO_CONTRACTS = new Map<string, never>();

/** What the store is asked for. */
export interface Asked {
  /** The stored links of these ids. */
  readonly links: (ids: readonly string[]) => Promise<readonly Dependency[]>;
  /** How links, given as a JSON list, stand to the stored ones of their ids. */
  readonly standing: (links: string) => Promise<Standing>;
}

export class LinkReader {
  readonly #file: string;
  #nodes: ItemMaps['node'] | undefined;
  readonly #ids: ReadonlySet<string>;
  readonly #ask: Asked;
  #plain: PlainLinks | undefined;
  readonly #rows = new Map<string, number>(); // id → its row
  readonly #rejected: Rejected[] = [];
  #rejections = 0;
  /** Rows of the piece at hand. */
  readonly #refusedHere: number[] = [];
  readonly #shown: TableRow[] = [];
  readonly #difference: ImportAnswer['difference'];
  #first: Table | undefined;
  read = 0;

  /** @param nodes ids of those stored; of a link without group nothing else of them counts */
  constructor(file: string, nodes: ReadonlySet<string>, ask: Asked) {
    this.#file = file;
    this.#ids = nodes;
    this.#ask = ask;
    this.#difference = { created: 0, updated: 0, removed: 0, unchanged: 0, items: [] };
  }

  /** undefined: not for this reader. */
  async take(piece: Table): Promise<PreparedPart | undefined> {
    if (!this.#first && !isPlainLinks(piece)) return undefined;
    if (!this.#first) {
      this.#first = { ...piece, rows: piece.rows.slice(0, SHOWN), rejected: [] };
      this.#plain = PlainLinks.of(piece, this.#ids);
    }
    return (await this.#takePlain(piece)) ?? this.#takeRows(piece);
  }

  /** undefined: one of its links is stored otherwise or stands twice, or a row is not plainly right. */
  async #takePlain({ rows, rejected }: Table): Promise<PreparedPart | undefined> {
    const links = rejected.length === 0 ? this.#plain?.readAll(rows) : undefined;
    if (!links || links.some(({ id }) => this.#rows.has(id))) return undefined;
    const { same, other } = await this.#ask.standing(listOf(links.map(({ text }) => text)));
    if (other.length > 0 || !this.#keepPlain(links, rows)) return undefined;
    const known = new Set(same);
    const fresh = same.length === 0 ? links : links.filter((_, i) => !known.has(i));
    this.read += rows.length;
    const items = fresh.slice(0, LISTED).map(({ id, from, to }) => {
      return { type: 'dependency', id, name: `${from} → ${to}`, change: 'created' } as const;
    });
    this.#add({ created: fresh.length, updated: 0, removed: 0, unchanged: same.length, items });
    const texts = fresh.map(({ text }) => text);
    return { type: 'dependency', count: fresh.length, items: listOf(texts) };
  }

  /** Whether no id stands twice among them; else none is kept. */
  #keepPlain(links: readonly PlainLink[], rows: readonly TableRow[]): boolean {
    const before = this.#rows.size;
    for (const [i, { id }] of links.entries()) this.#rows.set(id, (rows[i] as TableRow).row);
    if (this.#rows.size === before + links.length) return true;
    for (const { id } of links) this.#rows.delete(id);
    return false;
  }

  async #takeRows(piece: Table): Promise<PreparedPart | undefined> {
    this.#nodes ??= new Map([...this.#ids].map((id) => [id, { id, kind: 'service', name: id }]));
    const reading = await readCsv('dependency', piece);
    this.read += reading.read;
    if (reading.candidates.some(({ fields }) => fields.group !== undefined)) return undefined;
    const stored = await this.#ask.links(reading.candidates.map(({ fields }) => String(fields.id)));
    if (stored.some(({ group }) => group !== undefined)) return undefined;
    const dependency = new Map(stored.map((item) => [item.id, item]));
    const base: ItemMaps = { node: this.#nodes, dependency, contract: NO_CONTRACTS };
    const fresh = reading.candidates.filter((one) => this.#isFirst(one));
    const settled = await settle(base, fresh);
    this.#keepRows(fresh, settled.items);
    const { difference, writes } = await compare(base, settled.items, false);
    this.#add(difference);
    for (const one of [...reading.rejected, ...settled.rejected]) this.#refuse(one);
    this.#showRefused(piece.rows);
    const items = JSON.stringify(writes.map(({ after }) => after));
    return { type: 'dependency', count: writes.length, items };
  }

  #isFirst({ fields, row, columnOf }: Candidate): boolean {
    const id = String(fields.id);
    const before = this.#rows.get(id);
    if (before === undefined) return true;
    const reason = `row ${before} of ${this.#file} has this id already; ids are unique`;
    this.#refuse(rejection(this.#file, row, columnOf('id'), id, reason));
    return false;
  }

  #keepRows(candidates: readonly Candidate[], { dependency }: ItemMaps): void {
    for (const { fields, row } of candidates) {
      const id = String(fields.id);
      if (dependency.has(id) && !this.#rows.has(id)) this.#rows.set(id, row);
    }
  }

  #refuse(one: Rejected): void {
    this.#rejections++;
    this.#refusedHere.push(one.row);
    if (this.#rejected.length < MAX_REJECTED) this.#rejected.push(one);
  }

  /** Keeps the first rows that were left out, as they are in the file. */
  #showRefused(rows: readonly TableRow[]): void {
    const refused = new Set(this.#refusedHere.splice(0));
    if (refused.size === 0) return;
    for (const row of rows) {
      if (this.#shown.length === REJECTED_ROWS) return;
      if (refused.has(row.row)) this.#shown.push(row);
    }
  }

  #add({ created, updated, unchanged, items }: ImportAnswer['difference']): void {
    const sum = this.#difference;
    sum.created += created;
    sum.updated += updated;
    sum.unchanged += unchanged;
    const room = LISTED - sum.items.length;
    if (room > 0) sum.items.push(...items.slice(0, room));
  }

  /** undefined: there was nothing to read. */
  finish(): Omit<ImportAnswer, 'revision'> | undefined {
    if (!this.#first) return undefined;
    const rejected = this.#rejected.sort((a, b) => a.row - b.row);
    const more = this.#rejections > rejected.length;
    const note = `The first ${MAX_REJECTED} of ${this.#rejections} rejected rows are listed.`;
    return {
      format: 'links',
      mode: 'add',
      read: this.read,
      written: false,
      difference: this.#difference,
      rejected,
      errors: [],
      notes: more ? [note] : [],
      sheets: withRejectedRows(
        // A list of links is large: its headings are not looked for under title lines.
        [{ ...this.#sheet(this.#first), rows: this.read, headingRow: 1 }],
        [{ ...this.#first, rows: this.#shown }],
        rejected,
      ),
    };
  }

  #sheet(table: Table) {
    const sheet = this.#file.replace(/\.\w+$/, '');
    const columns = ownColumns('dependency', table.headers);
    const kind = 'own' as const;
    return sheetReading({ sheet, table, kind, columns, told: {}, byValues: {}, asks: [] });
  }
}

/** Fields of the graph document in `json` may hold a group. */
function isPlainLinks({ headers }: Table): boolean {
  const keys = new Set(headers.map(headerKey));
  const isText = !headers.some((header) => header.includes('\0'));
  return isText && tableFormat(headers) === 'links' && !keys.has('json') && !keys.has('weight');
}
