/**
 * The snapshot that answers, kept up with the store. Somebody else may write to the store too (the
 * command line, another server), so its revision is asked for now and then; what changed is laid
 * over the old columns when it is little, read afresh when it is much. The old snapshot keeps
 * answering until the new one stands.
 */
import { setTimeout } from 'node:timers/promises';
import type { GraphColumns, ItemChangeRecord, Store } from '../store/port.ts';
import { buildSnapshot, buildSnapshotInPhases } from './build.ts';
import { type ItemPatch, patchedColumns } from './patch.ts';
import { inPhases } from './phases.ts';
import type { Snapshot } from './snapshot.ts';

/** Asking the store for its revision is cheap, but not free. Milliseconds. */
const ASK_EVERY = 250;
/** What a reader waits for news before the old snapshot answers. Milliseconds. */
const PATIENCE = 25;
/** More than this is read afresh. */
const MAX_REVISIONS = 20;
const MAX_ITEMS = 5_000;

/** Work on a snapshot before it answers, in pieces. */
type Ready = (snapshot: Snapshot) => Generator<void, void>;

export class SnapshotHolder {
  readonly #store: Store;
  readonly #ready: Ready | undefined;
  #snapshot: Snapshot;
  #asked: number;
  #underWay: Promise<void> | undefined;
  #fault: Error | undefined;

  private constructor(store: Store, snapshot: Snapshot, ready?: Ready) {
    this.#store = store;
    this.#ready = ready;
    this.#snapshot = snapshot;
    this.#asked = performance.now();
  }

  /**
   * Reads the whole graph; rejects with StoreFault.
   *
   * @param ready done to each later snapshot before it takes the place of the one that answers
   */
  static async open(store: Store, ready?: Ready): Promise<SnapshotHolder> {
    // Nobody is waiting yet: at once is fastest.
    return new SnapshotHolder(store, buildSnapshot(await store.reader.columns()), ready);
  }

  current(): Snapshot {
    return this.#snapshot;
  }

  /** Why the snapshot may be old; undefined while the store answers. */
  fault(): Error | undefined {
    return this.#fault;
  }

  /** For readers: the newest snapshot that can be had in a few milliseconds. Never rejects. */
  async recent(): Promise<Snapshot> {
    if (performance.now() - this.#asked > ASK_EVERY) {
      const news = this.#refresh().catch(() => undefined);
      await Promise.race([news, setTimeout(PATIENCE, undefined, { ref: false })]);
    }
    return this.#snapshot;
  }

  /** For writers: the snapshot of the store as it is now. Rejects with StoreFault. */
  async fresh(): Promise<Snapshot> {
    // One that was under way may have asked before the change that the caller knows of.
    await this.#underWay?.catch(() => undefined);
    await this.#refresh();
    return this.#snapshot;
  }

  #refresh(): Promise<void> {
    this.#underWay ??= this.#follow().finally(() => {
      this.#underWay = undefined;
      this.#asked = performance.now();
    });
    return this.#underWay;
  }

  async #follow(): Promise<void> {
    try {
      const revision = await this.#store.reader.revision();
      if (revision !== this.#snapshot.revision) {
        const columns = (await this.#patched(revision)) ?? (await this.#store.reader.columns());
        const next = await buildSnapshotInPhases(columns, this.#snapshot);
        if (this.#ready) await inPhases(this.#ready(next));
        this.#snapshot = next;
      }
      this.#fault = undefined;
    } catch (error) {
      this.#fault = error as Error;
      throw error;
    }
  }

  /** The columns at `revision` from what the change log says; undefined when that is too much. */
  async #patched(revision: number): Promise<GraphColumns | undefined> {
    const { columns } = this.#snapshot;
    const missing = revision - columns.revision;
    if (missing < 1 || missing > MAX_REVISIONS) return undefined;
    const { changes } = this.#store;
    const records = await changes.list({ before: revision + 1, limit: missing });
    const items = records.reduce((sum, record) => sum + record.items, 0);
    if (records.length < missing || items > MAX_ITEMS || records.some((one) => one.graph)) {
      return undefined;
    }
    const patches: ItemPatch[] = [];
    for (const record of records.reverse()) {
      const changed = await changes.items(record.revision, { offset: 0, limit: MAX_ITEMS });
      patches.push(...changed.map((item) => patchOf(item, record.revision)));
    }
    return inPhases(patchedColumns(columns, patches, revision));
  }
}

function patchOf({ type, id, after }: ItemChangeRecord, revision: number): ItemPatch {
  return { type, id, after, revision };
}
