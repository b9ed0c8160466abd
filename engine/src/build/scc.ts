/** Adjacency in compressed rows: the targets of v are target[start[v] .. start[v+1]]. */
export interface Rows {
  start: Uint32Array;
  target: Uint32Array;
}

/** Lists `value[i]` (or i itself) by `key[i]`, keeping the order of i within a key. O(n + m). */
export function rowsBy(count: number, key: Uint32Array, value?: Uint32Array): Rows {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < key.length; i++) start[key[i] + 1]++;
  for (let v = 0; v < count; v++) start[v + 1] += start[v];
  const next = start.slice(0, count);
  const target = new Uint32Array(key.length);
  for (let i = 0; i < key.length; i++) target[next[key[i]]++] = value ? value[i] : i;
  return { start, target };
}

/**
 * Strongly connected components.
 * Returns `of[v]`, the component of v; components are numbered so that every arc between two of
 * them runs to the lower number. O(n + m) time, no recursion.
 * Source: Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
export function components(count: number, rows: Rows): { count: number; of: Uint32Array } {
  const { start, target } = rows;
  const of = new Uint32Array(count);
  const seen = new Uint32Array(count); // 1-based visiting number, 0 unseen
  const low = new Uint32Array(count);
  const next = start.slice(0, count);
  const call = new Uint32Array(count);
  const open = new Uint32Array(count);
  const closed = new Uint8Array(count);
  let [visits, opened, found] = [0, 0, 0];
  for (let root = 0; root < count; root++) {
    if (seen[root]) continue;
    let depth = 0;
    call[0] = root;
    seen[root] = low[root] = ++visits;
    open[opened++] = root;
    while (depth >= 0) {
      const v = call[depth];
      if (next[v] < start[v + 1]) {
        const w = target[next[v]++];
        if (!seen[w]) {
          seen[w] = low[w] = ++visits;
          open[opened++] = w;
          call[++depth] = w;
        } else if (!closed[w] && seen[w] < low[v]) low[v] = seen[w];
        continue;
      }
      depth--;
      if (depth >= 0 && low[v] < low[call[depth]]) low[call[depth]] = low[v];
      if (low[v] === seen[v]) opened = close(v, opened, open, closed, of, found++);
    }
  }
  return { count: found, of };
}

/** Takes the component whose root is v off the stack of open nodes. */
function close(
  v: number,
  opened: number,
  open: Uint32Array,
  closed: Uint8Array,
  of: Uint32Array,
  id: number,
): number {
  let top = opened;
  let w: number;
  do {
    w = open[--top];
    closed[w] = 1;
    of[w] = id;
  } while (w !== v);
  return top;
}
