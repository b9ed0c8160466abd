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

/** `nodes`: all nodes that any run hits, in lists without a node in common. O(nodes hit). */
export function peopleOf(graph: Graph, level: Levels, ...nodes: readonly Uint32Array[]): People {
  const { isLeafRegion, population } = graph;
  const { low, likely, high } = level;
  let [touched, unknownRegions, least, most, lost] = [0, 0, 0, 0, 0];
  for (const list of nodes) {
    for (let i = 0; i < list.length; i++) {
      const v = list[i];
      if (isLeafRegion[v] === 0) continue;
      const people = population[v];
      const known = !Number.isNaN(people);
      if (likely[v] < 1) {
        if (known) touched += people;
        else unknownRegions++;
      }
      if (!known) continue;
      least += people * (1 - high[v]);
      lost += people * (1 - likely[v]);
      most += people * (1 - low[v]);
    }
  }
  const ends = { low: least, likely: lost, high: most };
  return { touched, lost: ends, known: graph.peopleKnown, unknownRegions };
}
