/**
 * Large lists of links, piece by piece: each is checked beside the stored nodes and compared with
 * the stored links that it names, and what has to be written is kept as text. So memory holds
 * neither the rows nor the links that are stored. Links in groups need all of their group to be
 * judged: a list that has one is left to the reader of whole tables.
 */
import type { Dependency, GraphNode, ImportAnswer, Rejected } from '@msp-impact/contract';
import type { GraphReader, PreparedPart } from '../../store/port.ts';
import type { Candidate } from '../candidate.ts';
import { readCsv } from '../csv.ts';
import { tableFormat } from '../detect.ts';
import { compare } from '../difference.ts';
import { ownColumns, sheetReading } from '../mapping/reading.ts';
import { MAX_REJECTED } from '../outcome.ts';
import { settle } from '../settle.ts';
import { breathe, type ItemMaps } from '../stored.ts';
import { headerKey, rejection, type Table } from '../table.ts';
import type { Watch } from '../watch.ts';
import { tableStream } from './stream.ts';

/** Bytes; smaller files are read whole. */
export const BULK = 8_000_000;
const LISTED = 200;

export interface BulkFile {
  readonly path: string;
  readonly name: string;
}
export interface BulkLinks {
  readonly answer: ImportAnswer;
  readonly parts: readonly PreparedPart[];
}

/** undefined: it is no list of links without groups. Rejects with Conflict and StoreFault, and as `watch` is stopped. */
export async function bulkLinks(
  { path, name }: BulkFile,
  reader: GraphReader,
  watch?: Watch,
): Promise<BulkLinks | undefined> {
  const bulk = new Bulk(reader, name);
  for await (const piece of tableStream(path, name, watch?.signal)) {
    if (!(await bulk.take(piece))) return undefined;
    watch?.report('reading', bulk.read, bulk.read);
  }
  return bulk.finish();
}

class Bulk {
  readonly #reader: GraphReader;
  readonly #file: string;
  readonly #parts: PreparedPart[] = [];
  readonly #rows = new Map<string, number>(); // id → its first row
  readonly #rejected: Rejected[] = [];
  #rejections = 0;
  readonly #difference: ImportAnswer['difference'];
  #nodes: Map<string, GraphNode> | undefined;
  #revision = 0;
  #first: Table | undefined;
  read = 0;

  constructor(reader: GraphReader, file: string) {
    this.#reader = reader;
    this.#file = file;
    this.#difference = { created: 0, updated: 0, removed: 0, unchanged: 0, items: [] };
  }

  /** False: not for this reader. */
  async take(piece: Table): Promise<boolean> {
    if (!this.#first && !isPlainLinks(piece)) return false;
    this.#first ??= { ...piece, rows: piece.rows.slice(0, 10), rejected: [] };
    this.#nodes ??= await this.#loadNodes();
    const reading = await readCsv('dependency', piece);
    this.read += reading.read;
    if (reading.candidates.some(({ fields }) => fields.group !== undefined)) return false;
    const ids = reading.candidates.map(({ fields }) => String(fields.id));
    const stored = await this.#stored(ids);
    if (!stored) return false;
    const fresh = reading.candidates.filter((one) => this.#isFirst(one));
    const settled = await settle(stored, fresh);
    for (const { fields, row } of fresh) {
      const id = String(fields.id);
      if (settled.items.dependency.has(id) && !this.#rows.has(id)) this.#rows.set(id, row);
    }
    const { difference, writes } = await compare(stored, settled.items, false);
    this.#add(difference);
    for (const one of [...reading.rejected, ...settled.rejected]) this.#refuse(one);
    const texts = writes.map(({ id, after }) => ({ id, after: JSON.stringify(after) }));
    if (texts.length > 0) this.#parts.push({ type: 'dependency', writes: texts });
    await breathe();
    return true;
  }

  /** Checked at the end again: pages that were read belong to one revision. */
  async #loadNodes(): Promise<Map<string, GraphNode>> {
    this.#revision = await this.#reader.revision();
    const nodes = new Map<string, GraphNode>();
    for await (const page of this.#reader.scan<GraphNode>('node')) {
      for (const { item } of page) nodes.set(item.id, item);
    }
    return nodes;
  }

  /** undefined: one of them is in a group. */
  async #stored(ids: readonly string[]): Promise<ItemMaps | undefined> {
    const found = await this.#reader.items<Dependency>('dependency', ids);
    if (found.some(({ item }) => item.group !== undefined)) return undefined;
    const dependency = new Map(found.map(({ item }) => [item.id, item]));
    const node = this.#nodes ?? new Map<string, GraphNode>();
    return { node, dependency, contract: new Map() };
  }

  #isFirst({ fields, row, columnOf }: Candidate): boolean {
    const id = String(fields.id);
    const before = this.#rows.get(id);
    if (before === undefined) return true;
    const reason = `row ${before} of ${this.#file} has this id already; ids are unique`;
    this.#refuse(rejection(this.#file, row, columnOf('id'), id, reason));
    return false;
  }

  #refuse(one: Rejected): void {
    this.#rejections++;
    if (this.#rejected.length < MAX_REJECTED) this.#rejected.push(one);
  }

  #add({ created, updated, unchanged, items }: ImportAnswer['difference']): void {
    const sum = this.#difference;
    sum.created += created;
    sum.updated += updated;
    sum.unchanged += unchanged;
    const room = LISTED - sum.items.length;
    if (room > 0) sum.items.push(...items.slice(0, room));
  }

  async finish(): Promise<BulkLinks | undefined> {
    if (!this.#first) return undefined;
    const revision = await this.#reader.revision();
    if (revision !== this.#revision) return undefined;
    const rejected = this.#rejected.sort((a, b) => a.row - b.row);
    const more = this.#rejections > rejected.length;
    const note = `The first ${MAX_REJECTED} of ${this.#rejections} rejected rows are listed.`;
    const answer: ImportAnswer = {
      format: 'links',
      mode: 'add',
      read: this.read,
      revision,
      written: false,
      difference: this.#difference,
      rejected,
      errors: [],
      notes: more ? [note] : [],
      sheets: [{ ...this.#sheet(this.#first), rows: this.read }],
    };
    return { answer, parts: this.#parts };
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
  return tableFormat(headers) === 'links' && !keys.has('json') && !keys.has('weight');
}
