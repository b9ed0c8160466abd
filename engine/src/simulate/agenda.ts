/**
 * What is due at which hour. Entries of one hour are chained, so that many of them (a buffer of 24
 * hours on every link of a provider) cost one place in the heap of hours.
 */
export interface Agenda {
  /** Hour -> its latest entry. */
  readonly due: Map<number, number>;
  /** Binary heap of the hours in `due`, least first. */
  readonly hours: number[];
  what: Int32Array;
  /** Next entry of the same hour, or the next free one; -1 none. */
  next: Int32Array;
  /** Entries used so far, those given back included. */
  count: number;
  /** Latest entry given back. */
  free: number;
}

export function createAgenda(): Agenda {
  const [what, next] = [new Int32Array(64), new Int32Array(64)];
  return { due: new Map(), hours: [], what, next, count: 0, free: -1 };
}

export function clearAgenda(agenda: Agenda): void {
  agenda.due.clear();
  agenda.hours.length = 0;
  agenda.count = 0;
  agenda.free = -1;
}

/** Enters something (a number that the caller understands) at an hour. */
export function schedule(agenda: Agenda, hour: number, what: number): void {
  const head = agenda.due.get(hour);
  if (head === undefined) enter(agenda.hours, hour);
  const i = place(agenda);
  agenda.what[i] = what;
  agenda.next[i] = head ?? -1;
  agenda.due.set(hour, i);
}

/** The least hour at which something is due; Infinity when nothing is. */
export function nextHour(agenda: Agenda): number {
  return agenda.hours.length > 0 ? agenda.hours[0] : Number.POSITIVE_INFINITY;
}

/** Takes the least hour out and calls `each` with what was due. Returns how many there were. */
export function take(agenda: Agenda, each: (what: number) => void): number {
  const hour = leave(agenda.hours);
  let i = agenda.due.get(hour) ?? -1;
  agenda.due.delete(hour);
  let taken = 0;
  while (i >= 0) {
    const after = agenda.next[i];
    const what = agenda.what[i];
    agenda.next[i] = agenda.free;
    agenda.free = i;
    each(what);
    i = after;
    taken++;
  }
  return taken;
}

function place(agenda: Agenda): number {
  if (agenda.free >= 0) {
    const i = agenda.free;
    agenda.free = agenda.next[i];
    return i;
  }
  if (agenda.count === agenda.what.length) {
    const [what, next] = [agenda.what, agenda.next];
    agenda.what = new Int32Array(2 * what.length);
    agenda.next = new Int32Array(2 * what.length);
    agenda.what.set(what);
    agenda.next.set(next);
  }
  return agenda.count++;
}

function enter(heap: number[], hour: number): void {
  let at = heap.length;
  heap.push(hour);
  // Invariant: the heap holds but for `at`, which may lie under its parent.
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent] <= hour) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = hour;
}

function leave(heap: number[]): number {
  const least = heap[0];
  const hour = heap.pop() as number;
  const size = heap.length;
  if (size === 0) return least;
  let at = 0;
  // Invariant: the heap holds but for `at`, where `hour` may be too great.
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && heap[child + 1] < heap[child]) child++;
    if (heap[child] >= hour) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = hour;
  return least;
}
