/**
 * The one way in which the graph changes. A session holds SQLite's write lock from its beginning to
 * `finish`: it compares the base revision, logs what differs from what is there, carries the log
 * out, and makes the next revision. Readers on the other connection see none of it before `finish`.
 *
 * The log comes first and items and columns are made of it inside SQLite, in the order of their ids:
 * every table grows at its end, and no item is parsed here.
 */
import { ITEM_TYPES, type ItemType } from '@msp-impact/contract';
import { type CommitReceipt, Conflict } from '../port.ts';
import type { PackedWrites } from '../writes.ts';
import { type Connection, rollBack } from './driver.ts';
import type { ChangeHead } from './protocol.ts';
import { type GraphState, graphState, typeNumber } from './read.ts';
import { deleteLogged, storeLogged } from './write-logged.ts';

/** Logged items carried out at a time: some milliseconds of this thread. */
const STEP = 5_000;

/** What differs among items; one that is stored as it is makes no row. */
const LOG_ITEMS = `INSERT OR REPLACE INTO change_item
  SELECT ?1, ?2, new.id, item.json, new.json
  FROM (SELECT value ->> 'id' AS id, value AS json FROM json_each(?3)) AS new
  LEFT JOIN item ON item.type = ?2 AND item.id = new.id
  WHERE item.json IS NOT new.json`;
const LOG_GONE = `INSERT OR REPLACE INTO change_item
  SELECT ?1, ?2, id, json, NULL FROM item WHERE type = ?2 AND id IN (SELECT value FROM json_each(?3))`;
/** What a replacement does not name is deleted. */
const LOG_OTHERS = `INSERT OR REPLACE INTO change_item
  SELECT ?1, ?2, id, json, NULL FROM item
  WHERE type = ?2 AND id NOT IN (SELECT id FROM temp.named WHERE type = ?2)`;
const NAME_ITEMS = `INSERT OR IGNORE INTO temp.named
  SELECT ?1, value ->> 'id' FROM json_each(?2)`;

export class WriteSession {
  readonly #connection: Connection;
  readonly #state: GraphState;
  readonly #revision: number;
  readonly #whole: boolean;
  /** Up to where the log is carried out. */
  #type = 0;
  #id = '';

  /**
   * Takes the write lock; throws Conflict, or StoreFault 'busy' when another program has it.
   *
   * @param whole the graph is replaced: what is not written is deleted
   */
  constructor(connection: Connection, base: number, whole: boolean) {
    connection.exec('BEGIN IMMEDIATE');
    try {
      this.#state = graphState(connection);
      if (this.#state.revision !== base) throw new Conflict(this.#state.revision);
      if (whole) nameNothing(connection);
    } catch (error) {
      rollBack(connection);
      throw error;
    }
    this.#connection = connection;
    this.#revision = base + 1;
    this.#whole = whole;
  }

  /** Ids must not repeat. */
  write(type: ItemType, { items, gone }: PackedWrites): void {
    const number = typeNumber(type);
    if (items !== '[]') this.#connection.run(LOG_ITEMS, this.#revision, number, items);
    if (items !== '[]' && this.#whole) this.#connection.run(NAME_ITEMS, number, items);
    if (gone.length > 0) {
      this.#connection.run(LOG_GONE, this.#revision, number, JSON.stringify(gone));
    }
  }

  /** What has been written is all; to be carried out then, in steps. */
  complete(): void {
    if (!this.#whole) return;
    for (const type of ITEM_TYPES) {
      this.#connection.run(LOG_OTHERS, this.#revision, typeNumber(type));
    }
  }

  /** Carries out some more of the log. Returns how many items; 0 when all is done. */
  step(): number {
    for (; this.#type < ITEM_TYPES.length; this.#type++, this.#id = '') {
      const type = ITEM_TYPES[this.#type] as ItemType;
      const part = { revision: this.#revision, type, after: this.#id };
      const { last, count } = this.#next(type);
      if (count === 0) continue;
      deleteLogged(this.#connection, { ...part, last });
      storeLogged(this.#connection, { ...part, last });
      this.#id = last;
      return count;
    }
    return 0;
  }

  finish(head: ChangeHead): CommitReceipt {
    const name = head.name ?? this.#state.name;
    const renamed = this.#whole || name !== this.#state.name;
    const logged = 'SELECT count(*) FROM change_item WHERE revision = ?';
    const changed = Number(this.#connection.value(logged, this.#revision));
    this.#connection.run('UPDATE graph SET revision = ?, name = ?', this.#revision, name);
    this.#connection.run(
      'INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      this.#revision,
      head.at,
      head.actor,
      head.summary,
      changed,
      head.undoes,
      renamed ? this.#state.name : null,
      renamed ? name : null,
    );
    this.#connection.exec('COMMIT');
    return { revision: this.#revision, at: head.at, changed };
  }

  abort(): void {
    rollBack(this.#connection);
  }

  /** The last id of the next step, and how many items it has. */
  #next(type: ItemType): { last: string; count: number } {
    const sql = `SELECT max(id), count(*) FROM (SELECT id FROM change_item
      WHERE revision = ? AND type = ? AND id > ? ORDER BY id LIMIT ${STEP})`;
    const [row] = this.#connection.rows(sql, this.#revision, typeNumber(type), this.#id);
    return { last: String(row?.[0] ?? ''), count: Number(row?.[1]) };
  }
}

function nameNothing(connection: Connection): void {
  connection.exec(`CREATE TEMP TABLE IF NOT EXISTS named (type INTEGER NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (type, id)) WITHOUT ROWID; DELETE FROM temp.named`);
}
