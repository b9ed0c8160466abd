/**
 * The one way by which the graph changes: preconditions, rules, then a commit that names the
 * version that all of it was checked against. When somebody else was faster, all is checked again.
 */
import type { Receipt } from '@msp-impact/contract';
import { brokenRule, malformed } from '../errors.ts';
import { canonicalItem } from '../rules/canonical.ts';
import { fault } from '../rules/fault.ts';
import type { SnapshotHolder } from '../snapshot/holder.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Change, Conflict, type Replacement, type Store } from '../store/port.ts';
import type { Edit } from './edit.ts';
import { checkPreconditions } from './preconditions.ts';
import { brokenRules } from './rules.ts';
import { undoChange } from './undo.ts';

const ATTEMPTS = 8;

export interface By {
  readonly actor: string;
  readonly summary?: string | undefined;
}

/** What to write; the version that it is checked against is added to it. */
export type Plan = Omit<Change, 'base'> | Omit<Replacement, 'base'>;

export class Editor {
  readonly #store: Store;
  readonly #holder: SnapshotHolder;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, holder: SnapshotHolder) {
    this.#store = store;
    this.#holder = holder;
  }

  /** All or nothing. Rejects with Refusal (404, 409, 412, 422, 428), Conflict or StoreFault. */
  apply(edits: readonly Edit[], by: By): Promise<Receipt> {
    refuseTwice(edits);
    const writes = edits.map(({ type, id, after }) => ({
      type,
      id,
      after: after && canonicalItem(type, after),
    }));
    const summary = by.summary || summaryOf(edits);
    return this.commit(async (snapshot) => {
      await checkPreconditions(this.#store, snapshot, edits);
      const faults = brokenRules(snapshot, edits);
      if (faults.length > 0) throw brokenRule(faults);
      return { actor: by.actor, summary, writes };
    });
  }

  /** A new change that takes an earlier one back. Rejects as `apply` does. */
  undo(revision: number, actor: string): Promise<Receipt> {
    return this.commit((snapshot) => undoChange(this.#store, snapshot, revision, actor));
  }

  /**
   * Plans against the newest snapshot and writes; plans anew when the graph moved meanwhile, which
   * a plan may also find out itself, by throwing Conflict. A plan with `nodes` replaces the graph.
   */
  commit(plan: (snapshot: Snapshot) => Plan | Promise<Plan>): Promise<Receipt> {
    // One at a time: editors of this server would only make each other check again.
    const turn = this.#last.then(() => this.#commit(plan));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #commit(plan: (snapshot: Snapshot) => Plan | Promise<Plan>): Promise<Receipt> {
    for (let left = ATTEMPTS; ; left--) {
      const snapshot = await this.#holder.fresh();
      try {
        const receipt = await this.#write(await plan(snapshot), snapshot.revision);
        // The change is on disk; that the store went away since does not undo it.
        await this.#holder.fresh().catch(() => undefined);
        return receipt;
      } catch (error) {
        if (!(error instanceof Conflict) || left <= 1) throw error;
      }
    }
  }

  #write(plan: Plan, base: number): Promise<Receipt> {
    const { writer } = this.#store;
    return 'nodes' in plan ? writer.replace({ ...plan, base }) : writer.commit({ ...plan, base });
  }
}

function refuseTwice(edits: readonly Edit[]): void {
  const seen = new Set<string>();
  const twice = edits.filter(({ type, id }) => {
    const key = `${type} ${id}`;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
  if (twice.length === 0) return;
  throw malformed(twice.map(({ id, path }) => fault(path, id, 'is written twice in one batch')));
}

function summaryOf(edits: readonly Edit[]): string {
  const [first] = edits;
  if (!first || edits.length > 1) return `${edits.length} changes`;
  if (!first.after) return `Deleted ${first.id}`;
  return `${first.ifRevision ? 'Changed' : 'Added'} ${nameIn(first.after) ?? first.id}`.slice(
    0,
    500,
  );
}

function nameIn(item: NonNullable<Edit['after']>): string | undefined {
  if ('name' in item) return item.name;
  return 'title' in item ? item.title : undefined;
}
