/**
 * The one way in which the graph changes. A session holds SQLite's write lock from `begin` to
 * `finish`: it compares the base revision, stores what differs from what is there, logs it, and
 * makes the next revision. Readers on the other connection see none of it before `finish`.
 */
import {
  type Contract,
  type Dependency,
  type GraphNode,
  ITEM_TYPES,
  type ItemType,
} from '@msp-impact/contract';
import { contractRow, dependencyRow, nodeRow } from '../columns.ts';
import { type CommitReceipt, Conflict, type NoteRecord } from '../port.ts';
import { chunks, type TextChange, type TextWrite } from '../writes.ts';
import { type Connection, rollBack } from './driver.ts';
import type { ChangeHead } from './protocol.ts';
import { type GraphState, graphState, typeNumber } from './read.ts';

/** Rows per INSERT … SELECT FROM json_each. */
const CHUNK = 10_000;

const numberText = (value: number | null) => (value === null ? null : JSON.stringify(value));

/** An item's row in its table of columns, `revision` apart. */
const ROWS = {
  node: (json: string) => Object.values(nodeRow(JSON.parse(json) as GraphNode)),
  dependency: (json: string) => {
    const row = dependencyRow(JSON.parse(json) as Dependency);
    const { strength, weight } = row;
    return Object.values({ ...row, strength: numberText(strength), weight: numberText(weight) });
  },
  contract: (json: string) => {
    const row = contractRow(JSON.parse(json) as Contract);
    return Object.values({ ...row, value: numberText(row.value) });
  },
} as const satisfies Record<ItemType, (json: string) => (string | null)[]>;

const WIDTH = { node: 5, dependency: 8, contract: 6 } as const;

const picks = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `value ->> ${from + i}`).join(', ');

export class WriteSession {
  readonly #connection: Connection;
  readonly #state: GraphState;
  readonly #revision: number;
  /** Ids written so far, by type: a replacement deletes all others. */
  readonly #written: Record<ItemType, Set<string>>;
  /** Types of which nothing was stored: nothing has to be compared. */
  readonly #empty: Record<ItemType, boolean>;
  #changed = 0;

  /** Takes the write lock; throws Conflict, or StoreFault 'busy' when another program has it. */
  constructor(connection: Connection, base: number) {
    connection.exec('BEGIN IMMEDIATE');
    try {
      this.#state = graphState(connection);
      if (this.#state.revision !== base) throw new Conflict(this.#state.revision);
      const empty = (type: ItemType) =>
        connection.value('SELECT 1 FROM item WHERE type = ? LIMIT 1', typeNumber(type)) ===
        undefined;
      this.#empty = {
        node: empty('node'),
        dependency: empty('dependency'),
        contract: empty('contract'),
      };
    } catch (error) {
      rollBack(connection);
      throw error;
    }
    this.#connection = connection;
    this.#revision = base + 1;
    this.#written = { node: new Set(), dependency: new Set(), contract: new Set() };
  }

  /** Ids must not repeat within a call. */
  write(type: ItemType, writes: readonly TextWrite[]): void {
    for (const part of chunks(writes, CHUNK)) {
      for (const { id } of part) this.#written[type].add(id);
      this.#store(type, this.#differing(type, part));
    }
  }

  finish(head: ChangeHead): CommitReceipt {
    if (head.whole) for (const type of ITEM_TYPES) this.#removeOthers(type);
    const name = head.name ?? this.#state.name;
    const renamed = head.whole || name !== this.#state.name;
    this.#connection.run('UPDATE graph SET revision = ?, name = ?', this.#revision, name);
    this.#connection.run(
      'INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      this.#revision,
      head.at,
      head.actor,
      head.summary,
      this.#changed,
      head.undoes,
      renamed ? this.#state.name : null,
      renamed ? name : null,
    );
    this.#connection.exec('COMMIT');
    return { revision: this.#revision, at: head.at, changed: this.#changed };
  }

  abort(): void {
    rollBack(this.#connection);
  }

  #differing(type: ItemType, writes: readonly TextWrite[]): TextChange[] {
    const stored = this.#empty[type] ? new Map<string, string>() : this.#stored(type, writes);
    const changes: TextChange[] = [];
    for (const { id, after } of writes) {
      const before = stored.get(id) ?? null;
      if (before !== after) changes.push({ id, before, after });
    }
    return changes;
  }

  #stored(type: ItemType, writes: readonly TextWrite[]): Map<string, string> {
    const sql =
      'SELECT id, json FROM item WHERE type = ? AND id IN (SELECT value FROM json_each(?))';
    const ids = JSON.stringify(writes.map(({ id }) => id));
    return new Map(this.#connection.rows(sql, typeNumber(type), ids) as [string, string][]);
  }

  #store(type: ItemType, changes: readonly TextChange[]): void {
    if (changes.length === 0) return;
    this.#changed += changes.length;
    this.#log(type, changes);
    const gone = changes.filter(({ after }) => after === null).map(({ id }) => id);
    if (gone.length > 0) this.#delete(type, gone);
    const kept = changes.filter((one): one is TextChange & { after: string } => one.after !== null);
    if (kept.length > 0) this.#upsert(type, kept);
  }

  #log(type: ItemType, changes: readonly TextChange[]): void {
    const rows = changes.map(({ id, before, after }) => [id, before, after]);
    // OR REPLACE: a replacement that names an id twice is logged as its last word.
    const sql = `INSERT OR REPLACE INTO change_item
      SELECT ?, ?, ${picks(0, 3)} FROM json_each(?)`;
    this.#connection.run(sql, this.#revision, typeNumber(type), JSON.stringify(rows));
  }

  #upsert(type: ItemType, changes: readonly { id: string; after: string }[]): void {
    const whole = changes.map(({ id, after }) => [id, after]);
    const item = `INSERT OR REPLACE INTO item
      SELECT ?, value ->> 0, ?, value ->> 1 FROM json_each(?)`;
    this.#connection.run(item, typeNumber(type), this.#revision, JSON.stringify(whole));
    const rows = changes.map(({ after }) => ROWS[type](after));
    const columns = `INSERT OR REPLACE INTO "${type}"
      SELECT ${picks(0, WIDTH[type])}, ? FROM json_each(?)`;
    this.#connection.run(columns, this.#revision, JSON.stringify(rows));
  }

  #delete(type: ItemType, ids: readonly string[]): void {
    const list = JSON.stringify(ids);
    const among = 'id IN (SELECT value FROM json_each(?))';
    this.#connection.run(`DELETE FROM item WHERE type = ? AND ${among}`, typeNumber(type), list);
    this.#connection.run(`DELETE FROM "${type}" WHERE ${among}`, list);
  }

  #removeOthers(type: ItemType): void {
    if (this.#empty[type]) return;
    const all = this.#connection.value(
      'SELECT json_group_array(id) FROM item WHERE type = ?',
      typeNumber(type),
    );
    const written = this.#written[type];
    const others = (JSON.parse(String(all)) as string[]).filter((id) => !written.has(id));
    this.write(
      type,
      others.map((id) => ({ id, after: null })),
    );
  }
}

/** A note with an id that is there already is left as it is. */
export function addNote(connection: Connection, note: NoteRecord): void {
  connection.run(
    'INSERT OR IGNORE INTO note (id, type, about, text, author, at) VALUES (?, ?, ?, ?, ?, ?)',
    note.id,
    typeNumber(note.about.type),
    note.about.id,
    note.text,
    note.author,
    note.at,
  );
}

export function removeNote(connection: Connection, id: string): boolean {
  return connection.run('DELETE FROM note WHERE id = ?', id) > 0;
}
