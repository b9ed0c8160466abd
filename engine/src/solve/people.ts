import type { Graph } from '../graph.ts';

/** People behind the leaf regions that are hit. */
export interface People {
  /** In leaf regions under level 1. */
  touched: number;
  /** Sum of people x (1 - level); high is the pessimistic run. */
  lost: { low: number; likely: number; high: number };
  /** Whether any leaf region's population is on record. */
  known: boolean;
  /** Hit leaf regions whose population is not known; they count for nobody above. */
  unknownRegions: number;
}

interface Levels {
  low: Float64Array;
  likely: Float64Array;
  high: Float64Array;
}

/** O(leaf regions). */
export function peopleOf(graph: Graph, level: Levels): People {
  const people: People = {
    touched: 0,
    lost: { low: 0, likely: 0, high: 0 },
    known: false,
    unknownRegions: 0,
  };
  for (const v of graph.leafRegions) {
    const count = graph.population[v];
    const known = !Number.isNaN(count);
    if (known) people.known = true;
    else if (level.likely[v] < 1) people.unknownRegions++;
    if (!known) continue;
    if (level.likely[v] < 1) people.touched += count;
    people.lost.low += count * (1 - level.high[v]);
    people.lost.likely += count * (1 - level.likely[v]);
    people.lost.high += count * (1 - level.low[v]);
  }
  return people;
}
