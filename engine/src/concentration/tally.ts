/** What each holder has: known amounts added up, unknown ones counted. */

export interface Tally {
  /** Sum of the known amounts, by holder. */
  readonly amount: Float64Array;
  /** Amounts that are not known, by holder. */
  readonly unknown: Uint32Array;
  /** The largest single known amount; 0 when none is known. */
  readonly largest: number;
  /** Known amounts that were added, 0 among them. */
  readonly known: number;
}

/**
 * @param holder who holds each amount, 0 .. holders-1; -1: not counted
 * @param amount ≥ 0; NaN: not known
 * Throws RangeError on a negative or infinite amount, or a holder out of range. O(amounts + holders).
 */
export function tally(holder: Int32Array, amount: Float64Array, holders: number): Tally {
  const sum = new Float64Array(holders);
  const unknown = new Uint32Array(holders);
  let [largest, known] = [0, 0];
  for (let i = 0; i < holder.length; i++) {
    const at = holder[i];
    if (at === -1) continue;
    if (!(at >= 0 && at < holders)) throw new RangeError(`holder[${i}] is ${at}, of ${holders}`);
    const value = amount[i];
    if (Number.isNaN(value)) {
      unknown[at]++;
      continue;
    }
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`amount[${i}] is ${value}: it must be 0 or more, or NaN`);
    }
    sum[at] += value;
    known++;
    if (value > largest) largest = value;
  }
  return { amount: sum, unknown, largest, known };
}

/**
 * The topmost owner of each node; a node without a parent is its own.
 * @param parent -1: none. In a circle (owners of the past may stand in one) each is its own, and who is
 * owned by it belongs to the first of it on the way up, wherever the walks begin.
 * O(n): each step of a walk is remembered.
 */
export function ultimateParents(parent: Int32Array): Int32Array {
  const top = new Int32Array(parent.length).fill(-1);
  const walk: number[] = [];
  const mark = new Int32Array(parent.length).fill(-1);
  for (let start = 0; start < parent.length; start++) {
    let v = start;
    walk.length = 0;
    while (top[v] < 0 && mark[v] !== start && parent[v] >= 0) {
      mark[v] = start;
      walk.push(v);
      v = parent[v];
    }
    if (top[v] < 0 && mark[v] === start) {
      const entry = walk.indexOf(v);
      for (let i = 0; i < walk.length; i++) top[walk[i]] = i < entry ? v : walk[i];
      continue;
    }
    if (top[v] < 0) top[v] = v;
    for (const one of walk) top[one] = top[v];
  }
  return top;
}

/** Amounts of subsidiaries counted with their owners; the arrays keep their length. */
export function rollUp(direct: Tally, top: Int32Array): Tally {
  const amount = new Float64Array(direct.amount.length);
  const unknown = new Uint32Array(direct.unknown.length);
  for (let v = 0; v < amount.length; v++) {
    amount[top[v]] += direct.amount[v];
    unknown[top[v]] += direct.unknown[v];
  }
  return { ...direct, amount, unknown };
}
