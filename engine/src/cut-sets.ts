import type { Graph } from './graph.ts';
import { checkNode } from './reach.ts';
import { load } from './solve/load.ts';
import { spread } from './solve/spread.ts';
import { isDown } from './solve/states.ts';
import { LIKELY, reset, rewind, type Workspace, workspaceOf } from './solve/workspace.ts';
import { supportOf } from './support.ts';

export interface CutSetOptions {
  maxOrder: 1 | 2;
  /** Nodes that may fail; all by default. The target itself never counts. */
  candidates?: Uint32Array;
  /** Nodes that may be computed before the search gives up. */
  workLimit?: number;
}

export interface CutSets {
  maxOrder: number;
  /** False: the work limit was reached, and sets may be missing. */
  complete: boolean;
  /** From order 1, without trailing zeros. */
  countByOrder: number[];
  /** Minimal sets, by order, then by input index. */
  sets: number[][];
}

interface Search {
  ws: Workspace;
  target: number;
  allowed: Uint8Array;
  work: number;
  limit: number;
}

/**
 * Minimal sets of candidates that, at level 0, push the target to its `downAt` or under, exact for
 * orders 1 and 2 (without workarounds). A set that cuts must hold a node of every support: a set of
 * nodes whose levels alone keep the target up. So singles are sought in one support of the
 * untouched target, and partners of a in one support of the target without a, not among all nodes.
 * Source: hitting-set trees, Reiter, A theory of diagnosis from first principles, 1987.
 * O(tests x nodes hit), at most |support| + |support|^2 tests.
 */
export function cutSets(graph: Graph, target: number, options: CutSetOptions): CutSets {
  checkNode(graph, target);
  const ws = workspaceOf(graph);
  const allowed = new Uint8Array(graph.nodeCount);
  if (options.candidates) for (const v of options.candidates) allowed[v] = 1;
  else allowed.fill(1);
  allowed[target] = 0;
  const search = { ws, target, allowed, work: 0, limit: options.workLimit ?? 200_000_000 };
  ws.traced = false;
  try {
    load(ws, { outages: [], severed: [], observed: [], workarounds: false }, LIKELY);
    return listed(graph, options.maxOrder, seek(search, options.maxOrder));
  } finally {
    reset(ws);
  }
}

function seek(search: Search, maxOrder: number): { complete: boolean; sets: number[][] } {
  const sets: number[][] = [];
  const rest: number[] = [];
  for (const v of supportWithout(search, [])) {
    if (!search.allowed[v]) continue;
    if (search.work > search.limit) return { complete: false, sets };
    if (cuts(search, [v])) {
      sets.push([v]);
      search.allowed[v] = 0; // a pair that holds it is not minimal
    } else rest.push(v);
  }
  if (maxOrder === 1) return { complete: true, sets };
  for (const a of rest) {
    search.allowed[a] = 0; // its pairs are all found in this turn
    for (const b of supportWithout(search, [a])) {
      if (!search.allowed[b]) continue;
      if (search.work > search.limit) return { complete: false, sets };
      if (cuts(search, [a, b])) sets.push([a, b]);
    }
  }
  return { complete: true, sets };
}

/** Whether these nodes at level 0 bring the target down. */
function cuts(search: Search, failed: readonly number[]): boolean {
  const { ws, target } = search;
  fail(search, failed);
  const down = isDown(ws.level[target], ws.graph.downAt[target]);
  rewind(ws);
  return down;
}

/** Nodes whose levels alone keep the target where it is when these have failed. */
function supportWithout(search: Search, failed: readonly number[]): number[] {
  fail(search, failed);
  const support = supportOf(search.ws, search.target);
  search.work += support.length;
  rewind(search.ws);
  return support;
}

function fail(search: Search, failed: readonly number[]): void {
  const { ws, target } = search;
  const { circles } = ws.graph;
  for (const v of failed) {
    ws.cap[v] = 0;
    ws.capped.push(v);
  }
  const circle = circles.of[target];
  spread(ws, circle < 0 ? target : circles.end[circle] - 1);
  for (const v of failed) ws.cap[v] = 1;
  ws.capped.length = 0;
  search.work += 1 + ws.hitCount;
}

function listed(
  graph: Graph,
  maxOrder: number,
  { complete, sets }: { complete: boolean; sets: number[][] },
): CutSets {
  const { order } = graph;
  for (const set of sets) set.sort((a, b) => order[a] - order[b]);
  sets.sort(
    (a, b) =>
      a.length - b.length || order[a[0]] - order[b[0]] || order[a[1] ?? a[0]] - order[b[1] ?? b[0]],
  );
  const countByOrder = [1, 2].map((size) => sets.filter((set) => set.length === size).length);
  while (countByOrder.at(-1) === 0) countByOrder.pop();
  return { maxOrder, complete, countByOrder, sets };
}
