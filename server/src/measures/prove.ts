/**
 * How good a set of measures is beside all sets that the budget allows, each simulated as a whole: a
 * branch and bound, best bound first. It rests on one law of the model: no measure makes anything
 * worse, so a set removes no less than any part of it. Hence a branch (measures that are in, and those
 * not yet decided of which each fits into what is left) removes at most what all of them together do.
 */

export interface Sets {
  readonly costs: readonly number[];
  readonly budget: number;
  /** Harm removed by a set, simulated; remembers what it has computed. */
  removed(set: readonly number[]): number;
}

export interface Proof {
  readonly set: readonly number[];
  readonly removed: number;
  /** No set within the budget removes more. Equal to `removed`: the set is proven to be the best. */
  readonly bound: number;
}

interface Branch {
  readonly inside: readonly number[];
  readonly open: readonly number[];
  readonly left: number;
  readonly bound: number;
}

/** Share under which two amounts are the same. */
const SAME = 1e-9;

/** @param until on the clock of performance.now(); the search then ends with the bound it has */
export function prove(sets: Sets, start: readonly number[], until: number): Proof {
  let best = { set: start, removed: sets.removed(start) };
  const heap = new Heap();
  const enter = (inside: readonly number[], candidates: readonly number[], left: number) => {
    const open = candidates.filter((i) => fits(sets, i, left));
    const all = [...inside, ...open];
    const bound = sets.removed(all);
    if (bound <= best.removed * (1 + SAME)) return;
    if (open.reduce((sum, i) => sum + cost(sets, i), 0) <= slack(sets, left)) {
      best = { set: all, removed: bound };
    } else heap.push({ inside, open, left, bound });
  };
  // What helps most alone is decided first: without it the bound falls fastest.
  const alone = sets.costs.map((_, i) => sets.removed([i]));
  const order = [...alone.keys()].sort((a, b) => (alone[b] as number) - (alone[a] as number));
  enter([], order, sets.budget);
  // Invariant: a set within the budget that removes more than `best` lies in a branch of the heap.
  for (let branch = heap.pop(); branch; branch = heap.pop()) {
    const { inside, left, bound } = branch;
    if (bound <= best.removed * (1 + SAME)) break;
    if (performance.now() > until) return { ...best, bound };
    const [first, ...others] = branch.open as [number, ...number[]];
    enter([...inside, first], others, left - cost(sets, first));
    enter(inside, others, left);
  }
  return { ...best, bound: best.removed };
}

const cost = ({ costs }: Sets, i: number) => costs[i] as number;
const fits = (sets: Sets, i: number, left: number) => cost(sets, i) <= slack(sets, left);
/** Rounding of sums keeps nothing out. */
const slack = ({ budget }: Sets, left: number) => left + budget * SAME;

/** Greatest bound first; of equals the branch with more decided. */
class Heap {
  readonly #branches: Branch[] = [];

  push(branch: Branch): void {
    const heap = this.#branches;
    let at = heap.push(branch) - 1;
    // Invariant: the heap holds but for `at`, which may come before its parent.
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(branch, heap[parent] as Branch)) break;
      heap[at] = heap[parent] as Branch;
      at = parent;
    }
    heap[at] = branch;
  }

  pop(): Branch | undefined {
    const heap = this.#branches;
    const [first] = heap;
    const last = heap.pop();
    if (heap.length === 0 || !last) return first;
    let at = 0;
    // Invariant: the heap holds but for `at`, where `last` may come after a child.
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      const right = heap[child + 1];
      if (right && isBefore(right, heap[child] as Branch)) child++;
      if (!isBefore(heap[child] as Branch, last)) break;
      heap[at] = heap[child] as Branch;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(a: Branch, b: Branch): boolean {
  return a.bound > b.bound || (a.bound === b.bound && a.open.length < b.open.length);
}
