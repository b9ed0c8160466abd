/** What a worker can be asked to compute; the same in place and in a worker. */
import { type CutSets, cutSets, type Graph, type Ranking, rank } from '@msp-impact/engine';

/** Node indices are the engine's: building the same input again numbers the same way. */
export type Task =
  | { readonly what: 'rank' }
  | {
      readonly what: 'cut-sets';
      readonly target: number;
      readonly maxOrder: 1 | 2;
      readonly candidates: Uint32Array;
    };

/** @param workLimit nodes that a search may compute before it gives up, and says so */
export function runTask(graph: Graph, task: Task, workLimit?: number): Ranking | CutSets {
  if (task.what === 'rank') return rank(graph);
  const { target, maxOrder, candidates } = task;
  const limit = workLimit === undefined ? {} : { workLimit };
  return cutSets(graph, target, { maxOrder, candidates, ...limit });
}
