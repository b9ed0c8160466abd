/**
 * What the store asks its worker thread, and what comes back. Lists travel as JSON text: copying
 * text between threads costs far less than copying a million small values.
 */
import type { ItemType } from '@msp-impact/contract';
import type { CommitReceipt, NoteRecord, PaperHead, ShelfName } from '../port.ts';
import { Conflict, StoreFault, type StoreFaultCode } from '../port.ts';
import type { PackedByType, PackedWrites } from '../writes.ts';

/** A change apart from its writes. */
export interface ChangeHead {
  readonly actor: string;
  readonly summary: string;
  readonly at: string;
  /** New name of the graph; null keeps it. */
  readonly name: string | null;
  readonly undoes: number | null;
}

/** Columns of some rows, sorted by id. */
export interface ColumnPage {
  readonly revision: number;
  readonly name: string;
  /** One JSON array per column, in the order of NODE_FIELDS … and `revision` last. */
  readonly texts: readonly string[];
  readonly rows: number;
  /** The last id. */
  readonly last: string;
}

/** `rows` is JSON: `[[item, revision], …]`. */
export interface Page {
  readonly revision: number;
  readonly rows: string;
}

export interface Calls {
  open(folder: string): void;
  close(): void;
  check(): void;
  revision(): number;
  /** The rows after an id. */
  columns(type: ItemType, after: string, limit: number): ColumnPage;
  allColumns(): Record<ItemType, ColumnPage>;
  items(type: ItemType, ids: readonly string[]): string;
  /** JSON of a Standing. */
  standing(type: ItemType, items: string): string;
  /** The items after an id, sorted by id. */
  page(type: ItemType, after: string, limit: number): Page;
  /** A change in one message. */
  commit(base: number, head: ChangeHead, writes: PackedByType): CommitReceipt;
  /**
   * A change in several: begin, write any number of times, complete, step until it answers 0, then
   * finish; or abort at any time. `whole`: the graph is replaced, what is not written is deleted.
   */
  begin(base: number, whole: boolean): void;
  write(type: ItemType, writes: PackedWrites): void;
  complete(): void;
  /** Items that it stored or deleted. */
  step(): number;
  finish(head: ChangeHead): CommitReceipt;
  abort(): void;
  /** JSON of ChangeRecord[], newest first. */
  changes(before: number, limit: number): string;
  /** JSON of ItemChangeRecord[]. */
  changeItems(revision: number, offset: number, limit: number): string;
  /** JSON of NoteRecord[]. */
  notes(type: ItemType | null, id: string | null): string;
  addNote(note: NoteRecord): void;
  removeNote(id: string): boolean;
  /** JSON of PaperHead[]: the newest of each, or all of one id, newest first. */
  papers(shelf: ShelfName, id: string | null): string;
  /** JSON of a Paper, or null. */
  paper(shelf: ShelfName, id: string, version: number | null): string;
  /** `body` is JSON; null removes. */
  savePaper(
    shelf: ShelfName,
    head: Omit<PaperHead, 'version'>,
    body: string | null,
    expected: number,
  ): PaperHead;
}

export type CallName = keyof Calls;
export interface Request<K extends CallName = CallName> {
  readonly seq: number;
  readonly call: K;
  readonly args: Parameters<Calls[K]>;
}
export type Answer =
  | { readonly seq: number; readonly value: unknown }
  | { readonly seq: number; readonly failure: Failure };

/** An error in a form that crosses threads with its class. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly revision?: number;
  readonly code?: StoreFaultCode;
  readonly stack?: string | undefined;
}

export function toFailure(error: unknown): Failure {
  if (error instanceof Conflict) return { ...named(error), revision: error.revision };
  if (error instanceof StoreFault) return { ...named(error), code: error.code };
  return error instanceof Error ? named(error) : { name: 'Error', message: String(error) };
}

const named = ({ name, message, stack }: Error) => ({ name, message, stack });

export function fromFailure({ name, message, revision, code, stack }: Failure): Error {
  if (revision !== undefined) return new Conflict(revision);
  if (code !== undefined) return new StoreFault(code, message);
  return Object.assign(new Error(message), { name, stack });
}
