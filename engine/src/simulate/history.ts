/**
 * Steps of many step functions in the order of their hours; those of one node are chained
 * backwards. Before its first step a function is 1.
 */
export interface History {
  node: Uint32Array;
  hour: Float64Array;
  level: Float64Array;
  /** The step of the same node before this one, -1 none. */
  before: Int32Array;
  count: number;
  /** Latest step of each node, -1 none. */
  readonly last: Int32Array;
}

export function createHistory(nodeCount: number): History {
  return {
    node: new Uint32Array(64),
    hour: new Float64Array(64),
    level: new Float64Array(64),
    before: new Int32Array(64),
    count: 0,
    last: new Int32Array(nodeCount).fill(-1),
  };
}

export function clearHistory(history: History): void {
  history.count = 0;
  history.last.fill(-1);
}

/** Adds a step; its hour lies after all that went before of this node. */
export function record(history: History, node: number, hour: number, level: number): void {
  const i = history.count;
  if (i === history.node.length) grow(history);
  history.node[i] = node;
  history.hour[i] = hour;
  history.level[i] = level;
  history.before[i] = history.last[node];
  history.last[node] = i;
  history.count = i + 1;
}

/**
 * Greatest level of a node on pieces that have ended, but less than `width` hours ago; 0 without.
 * A piece counts while end + width > now: the same sum, rounding included, that schedules its expiry.
 */
export function greatestPast(history: History, node: number, width: number, now: number): number {
  const { hour, level, before, last } = history;
  let greatest = 0;
  for (let i = last[node]; i >= 0 && hour[i] + width > now && greatest < 1; i = before[i]) {
    const ended = before[i] < 0 ? 1 : level[before[i]];
    if (ended > greatest) greatest = ended;
  }
  return greatest;
}

/** Least level on such pieces; 1 without. */
export function leastPast(history: History, node: number, width: number, now: number): number {
  const { hour, level, before, last } = history;
  let least = 1;
  for (let i = last[node]; i >= 0 && hour[i] + width > now && least > 0; i = before[i]) {
    const ended = before[i] < 0 ? 1 : level[before[i]];
    if (ended < least) least = ended;
  }
  return least;
}

function grow(history: History): void {
  const size = 2 * history.node.length;
  history.node = copyInto(new Uint32Array(size), history.node);
  history.hour = copyInto(new Float64Array(size), history.hour);
  history.level = copyInto(new Float64Array(size), history.level);
  history.before = copyInto(new Int32Array(size), history.before);
}

function copyInto<T extends Uint32Array | Int32Array | Float64Array>(target: T, values: T): T {
  target.set(values);
  return target;
}
