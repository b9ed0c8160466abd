/** What alone stops a target, and which two together do. */
import type { CutSetsAnswer, Kind } from '@msp-impact/contract';
import { type CutSets, KINDS } from '@msp-impact/engine';
import { linksInto, nodeId } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { compute } from './heavy.ts';

export type Candidates = 'all' | 'leaves' | Kind;
/** Sets of three and more are not searched for yet: the answer says that it is not complete. */
const HIGHEST_ORDER = 2;

export interface CutSetRequest {
  /** Engine node. */
  readonly target: number;
  /** Any number from 1: more than 2 is answered as far as 2. */
  readonly maxOrder: number;
  readonly candidates: Candidates;
  /** Shortens `sets` alone, never the counts. */
  readonly limit?: number | undefined;
}

export async function cutSetsAnswer(
  snapshot: Snapshot,
  request: CutSetRequest,
): Promise<CutSetsAnswer> {
  const maxOrder = request.maxOrder > 1 ? HIGHEST_ORDER : 1;
  const candidates = candidatesOf(snapshot, request.candidates, request.target);
  const found = await search(snapshot, request.target, maxOrder, candidates);
  const all = candidates.length <= maxOrder || request.maxOrder <= HIGHEST_ORDER;
  return {
    revision: snapshot.revision,
    target: nodeId(snapshot, request.target),
    maxOrder,
    complete: found.complete && all,
    count: found.sets.length,
    countByOrder: found.countByOrder,
    sets: found.sets
      .slice(0, request.limit)
      .map((set) => set.map((node) => nodeId(snapshot, node))),
  };
}

/** When pairs take too long, what stops it alone is still answered, as incomplete. */
async function search(
  snapshot: Snapshot,
  target: number,
  maxOrder: 1 | 2,
  candidates: Uint32Array,
): Promise<CutSets> {
  const task = { what: 'cut-sets', target, candidates } as const;
  const found = await compute(snapshot, { ...task, maxOrder });
  if (found) return found as CutSets;
  const singles = maxOrder > 1 ? await compute(snapshot, { ...task, maxOrder: 1 }) : undefined;
  const nothing: CutSets = { maxOrder, complete: false, countByOrder: [], sets: [] };
  return { ...((singles as CutSets | undefined) ?? nothing), complete: false };
}

/** Engine nodes that may fail; never the target. `leaves` rely on nothing. */
function candidatesOf(snapshot: Snapshot, which: Candidates, target: number): Uint32Array {
  const { graph } = snapshot;
  const kind = KINDS.indexOf(which as Kind);
  const may = (node: number) => {
    if (node === target) return false;
    if (which === 'all') return true;
    if (which !== 'leaves') return graph.kind[node] === kind;
    const { start, end } = linksInto(snapshot, node);
    return start === end;
  };
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (may(node)) nodes.push(node);
  return Uint32Array.from(nodes);
}
