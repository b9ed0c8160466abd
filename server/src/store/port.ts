/**
 * The store port: one graph, its change log, its notes, and papers beside it. Two real stores stand behind it
 * (embedded/ on libsql, neo4j/ over Bolt); conformance.ts is the one suite that both pass.
 *
 * Every change is atomic and makes a new graph revision (1, 2, 3 …; 0 is the empty store).
 * Writers compare and set: a change names the revision that it was checked against, and is
 * refused with `Conflict` when the graph has moved on. So rules and item revisions are checked
 * once, above the port, against a snapshot of that same revision.
 */
import type { Contract, Dependency, GraphNode, Item, ItemType } from '@msp-impact/contract';

export type { Item };

/** `after: null` deletes. The store works out `before` itself, for the change log. */
export interface ItemWrite {
  readonly type: ItemType;
  readonly id: string;
  readonly after: Item | null;
}

/** Items of one type to write, as text: a million of them are not held as objects. */
export interface PreparedPart {
  readonly type: ItemType;
  readonly count: number;
  /** JSON list of the items, canonical as they are stored. */
  readonly items: string;
}

export interface Change {
  readonly actor: string;
  readonly summary: string;
  /** The graph revision that this change was checked against. */
  readonly base: number;
  readonly writes: readonly ItemWrite[];
  /** Further writes, of large changes, ready to be stored. No id stands twice in a change with parts. */
  readonly parts?: readonly PreparedPart[];
  /** The revision that this change undoes. */
  readonly undoes?: number;
  /** New name of the graph. */
  readonly name?: string;
  /**
   * Told how many items are written so far, where the change is large. They count only once all are:
   * what it throws ends the change, and nothing of it is kept.
   */
  readonly onWritten?: (items: number) => void;
}

/** A whole graph in place of the one that is stored: one change, undoable. Items come in any order, no id twice. */
export interface Replacement {
  readonly actor: string;
  readonly summary: string;
  readonly base: number;
  readonly name: string;
  readonly nodes: Iterable<GraphNode>;
  readonly dependencies: Iterable<Dependency>;
  readonly contracts: Iterable<Contract>;
  readonly undoes?: number;
}

export interface CommitReceipt {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly changed: number;
}

/**
 * What the model computes with, as columns: one position per item, sorted by id (code units).
 * Everything else of an item (evidence, owner, attributes …) stays in the store until asked for.
 */
export interface NodeColumns {
  readonly id: string[];
  readonly kind: string[];
  readonly name: string[];
  readonly parent: (string | null)[];
  /** JSON of the fields zones, population, people, downAt, restartLagHours, tolerance, groups, workarounds; null when none is set. */
  readonly model: (string | null)[];
  readonly revision: number[];
}
export interface DependencyColumns {
  readonly id: string[];
  readonly from: string[];
  readonly to: string[];
  readonly group: (string | null)[];
  /** Point strength where it is a plain number; null = default (1) or a range, which is in `ranges`. */
  readonly strength: (number | null)[];
  readonly weight: (number | null)[];
  /** JSON of { strength?, bufferHours? } where strength is a range or a buffer is set; else null. */
  readonly ranges: (string | null)[];
  /** Best confidence among its evidence: 'stated' | 'reported' | 'assumed', null = no evidence. */
  readonly confidence: (string | null)[];
  readonly revision: number[];
}
export interface ContractColumns {
  readonly id: string[];
  readonly supplier: string[];
  readonly value: (number | null)[];
  readonly currency: (string | null)[];
  readonly valueBasis: (string | null)[];
  /** JSON of the list of dependency ids; null when none. */
  readonly dependencies: (string | null)[];
  readonly revision: number[];
}
export interface GraphColumns {
  readonly revision: number;
  readonly name: string;
  readonly nodes: NodeColumns;
  readonly dependencies: DependencyColumns;
  readonly contracts: ContractColumns;
}

export interface Stored<T> {
  readonly item: T;
  /** The graph revision at which the item last changed. */
  readonly revision: number;
}

export interface ChangeRecord {
  readonly revision: number;
  readonly at: string;
  readonly actor: string;
  readonly summary: string;
  readonly items: number;
  readonly undoes?: number;
  /** Set when the whole graph was replaced, or its name changed: the names before and after. */
  readonly graph?: { readonly before: string; readonly after: string };
}
export interface ItemChangeRecord {
  readonly type: ItemType;
  readonly id: string;
  readonly before: Item | null;
  readonly after: Item | null;
}

export interface NoteRecord {
  readonly id: string;
  readonly about: { readonly type: ItemType; readonly id: string };
  readonly text: string;
  readonly author: string;
  readonly at: string;
}

/** The graph moved on: `revision` is where it stands now. */
export class Conflict extends Error {
  readonly revision: number;
  constructor(revision: number) {
    super(`the graph has moved on to version ${revision}`);
    this.name = 'Conflict';
    this.revision = revision;
  }
}

const STORE_FAULTS = [
  'unreachable', // no answer in time, connection refused or lost
  'unauthorised', // wrong user or password
  'newer-schema', // written by a newer version of this program
  'altered-migration', // a migration that ran is not the one this program knows
  'damaged', // the file is no database, or fails its own integrity check
  'not-writable', // the folder or file cannot be written
  'busy', // another writer held it for too long
] as const;
export type StoreFaultCode = (typeof STORE_FAULTS)[number];

/** The store cannot answer; the message is one plain line that says what to do. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  constructor(code: StoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
    this.code = code;
  }
}

/** Positions in a list of items: of those that are stored as they are, and of those stored otherwise. */
export interface Standing {
  readonly same: readonly number[];
  readonly other: readonly number[];
}

/** Reads of the graph as it is now. All reject with StoreFault. */
export interface GraphReader {
  revision(): Promise<number>;
  columns(): Promise<GraphColumns>;
  /** Those of `ids` that exist, in the order asked for. */
  items<T extends Item>(type: ItemType, ids: readonly string[]): Promise<Stored<T>[]>;
  /** All items of a type, sorted by id (code units), in pages, all of one revision; throws Conflict if the graph moves meanwhile. */
  scan<T extends Item>(type: ItemType): AsyncIterable<Stored<T>[]>;
  /** How a JSON list of items stands to what is stored; where that is cheaper than reading them (standing.ts). */
  standing?(type: ItemType, items: string): Promise<Standing>;
}

export interface GraphWriter {
  /**
   * All or nothing; rejects with Conflict or StoreFault. Acknowledged means on disk. Only what differs
   * from what is stored is counted, logged and given the new revision; a change of nothing makes a
   * revision all the same. Links must not be left without a node (the rules above the port see to it).
   */
  commit(change: Change): Promise<CommitReceipt>;
  replace(replacement: Replacement): Promise<CommitReceipt>;
}

/** Append-only. */
export interface ChangeLog {
  /** Newest first, with revision < before. */
  list(options: { before?: number; limit: number }): Promise<ChangeRecord[]>;
  get(revision: number): Promise<ChangeRecord | undefined>;
  /** Item changes of one revision, sorted by type (node, dependency, contract) and id; offset/limit page. */
  items(revision: number, options: { offset: number; limit: number }): Promise<ItemChangeRecord[]>;
}

/** Notes do not change the graph, nor its revision. Listed oldest first; adding an id again changes nothing. */
export interface Notes {
  list(about?: { type: ItemType; id: string }): Promise<NoteRecord[]>;
  add(note: NoteRecord): Promise<void>;
  remove(id: string): Promise<boolean>;
}

/** A document of ours beside the graph (a scenario, a report), kept in versions 1, 2, 3 …. */
export interface PaperHead {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The graph that it was made on. */
  readonly graphRevision: number;
}
export interface Paper extends PaperHead {
  /** JSON. */
  readonly body: unknown;
}
export type NewPaper = Omit<Paper, 'version' | 'at'>;

/**
 * Papers of one sort. They do not change the graph, nor its revision. Every version is kept, those
 * of removed papers too, so a version number never comes back.
 */
export interface Shelf {
  /** The newest version of each that was not removed, sorted by id (code units). */
  list(): Promise<PaperHead[]>;
  /** Newest first. */
  versions(id: string): Promise<PaperHead[]>;
  /** The newest unless a version is named. */
  get(id: string, version?: number): Promise<Paper | undefined>;
  /** `expected`: the newest version as read, 0 for none. Rejects with Conflict, whose revision is the newest version. */
  save(paper: NewPaper, expected: number): Promise<PaperHead>;
  /** False: there was none. Rejects with Conflict as save does. */
  remove(id: string, expected: number): Promise<boolean>;
}
export const SHELVES = [
  'scenarios',
  'reports',
  'whatIfs',
  'apart',
  'asked',
  'mappings',
  'incidents',
  'measureLists',
] as const;
export type ShelfName = (typeof SHELVES)[number];

export interface Store {
  readonly kind: 'embedded' | 'neo4j';
  readonly reader: GraphReader;
  readonly writer: GraphWriter;
  readonly changes: ChangeLog;
  readonly notes: Notes;
  readonly scenarios: Shelf;
  readonly reports: Shelf;
  /** Saved what-ifs: awards, mergers, purchases beside doing nothing. */
  readonly whatIfs: Shelf;
  /** Parties that look like one, and that somebody knows to be several. */
  readonly apart: Shelf;
  /** Whom somebody asked about a node of which nothing is known, by its id. */
  readonly asked: Shelf;
  /** What the columns of tables mean, saved under a name. */
  readonly mappings: Shelf;
  /** Incidents and exercises with what was checked; each change is a version. */
  readonly incidents: Shelf;
  /** Planners' measures with their costs. */
  readonly measureLists: Shelf;
  /** A round trip that proves that the store answers and can be read; rejects with StoreFault. */
  check(): Promise<void>;
  close(): Promise<void>;
}
