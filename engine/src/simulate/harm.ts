import type { Graph } from '../graph.ts';
import type { Simulation } from './simulate.ts';

export interface Harm {
  node: number;
  /** People x hours x (1 - level), summed up to the horizon. */
  personHours: number;
}

/**
 * Person-hours lost by each node that loses any, by node. `people` per node, NaN where they are not
 * known: such a node is left out. O(n + steps).
 */
export function harm(graph: Graph, simulation: Simulation, people: Float64Array): Harm[] {
  if (people.length !== graph.nodeCount) {
    throw new RangeError(`people.length is ${people.length}: it must be ${graph.nodeCount}`);
  }
  const found: Harm[] = [];
  for (let node = 0; node < people.length; node++) {
    const personHours = people[node] * hoursLost(simulation, node);
    if (personHours > 0) found.push({ node, personHours });
  }
  return found;
}

/** Hours x (1 - level), summed up to the horizon. */
function hoursLost({ stepStart, stepHour, stepLevel, hours }: Simulation, node: number): number {
  let lost = 0;
  for (let i = stepStart[node]; i < stepStart[node + 1]; i++) {
    const until = i + 1 < stepStart[node + 1] ? stepHour[i + 1] : hours;
    lost += (1 - stepLevel[i]) * (until - stepHour[i]);
  }
  return lost;
}
