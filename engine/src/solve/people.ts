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
  const { low, likely, high } = level;
  const lost = lostPeople(graph, likely, nodes);
  const ends = {
    low: high === likely ? lost : lostPeople(graph, high, nodes),
    likely: lost,
    high: low === likely ? lost : lostPeople(graph, low, nodes),
  };
  let unknownRegions = 0;
  for (const v of graph.unknownCrowds) if (likely[v] < 1) unknownRegions++;
  const touched = touchedPeople(graph, likely, nodes);
  return { touched, lost: ends, known: graph.peopleKnown, unknownRegions };
}

/** Adds up over all nodes, since most have nobody: asking which have costs more. */
function lostPeople({ crowd }: Graph, level: Float64Array, nodes: readonly Uint32Array[]): number {
  let lost = 0;
  for (const list of nodes) {
    for (let i = 0; i < list.length; i++) lost += crowd[list[i]] * (1 - level[list[i]]);
  }
  return lost;
}

function touchedPeople({ crowd }: Graph, level: Float64Array, nodes: readonly Uint32Array[]) {
  let touched = 0;
  for (const list of nodes) {
    for (let i = 0; i < list.length; i++) if (level[list[i]] < 1) touched += crowd[list[i]];
  }
  return touched;
}
