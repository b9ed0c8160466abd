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

/** `nodes`: all nodes that any run hits. O(nodes hit). */
export function peopleOf(graph: Graph, level: Levels, ...nodes: readonly Uint32Array[]): People {
  const people: People = {
    touched: 0,
    lost: { low: 0, likely: 0, high: 0 },
    known: graph.peopleKnown,
    unknownRegions: 0,
  };
  for (const list of nodes) {
    for (const v of list) if (graph.isLeafRegion[v]) count(people, v, graph.population[v], level);
  }
  return people;
}

function count(people: People, v: number, population: number, level: Levels): void {
  const hit = level.likely[v] < 1;
  if (Number.isNaN(population)) {
    if (hit) people.unknownRegions++;
    return;
  }
  if (hit) people.touched += population;
  people.lost.low += population * (1 - level.high[v]);
  people.lost.likely += population * (1 - level.likely[v]);
  people.lost.high += population * (1 - level.low[v]);
}
