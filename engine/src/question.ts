/** What is asked of the engine at one instant. All node and link indices are engine indices. */
export interface Outage {
  node: number;
  level: { low: number; likely: number; high: number };
  /** Cause code. */
  cause: number;
}

export interface Question {
  outages: Outage[];
  /** Links that the dependent cut itself. */
  severed: number[];
  /** Levels that someone has seen; they replace what is computed. */
  observed: { node: number; level: number }[];
  /** Whether workarounds are in use. */
  workarounds: boolean;
}

/** Throws RangeError naming the place and the value on an index or a level out of range. */
export function checkQuestion(nodeCount: number, linkCount: number, question: Question): void {
  question.outages.forEach(({ node, level, cause }, i) => {
    index(`outages[${i}].node`, node, nodeCount);
    index(`outages[${i}].cause`, cause, 4);
    fraction(`outages[${i}].level.low`, level.low, 0, level.likely);
    fraction(`outages[${i}].level.likely`, level.likely, 0, 1);
    fraction(`outages[${i}].level.high`, level.high, level.likely, 1);
  });
  question.severed.forEach((link, i) => {
    index(`severed[${i}]`, link, linkCount);
  });
  question.observed.forEach(({ node, level }, i) => {
    index(`observed[${i}].node`, node, nodeCount);
    fraction(`observed[${i}].level`, level, 0, 1);
  });
}

function index(place: string, value: number, count: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value < count)) {
    throw new RangeError(`${place} is ${value}: it must lie between 0 and ${count - 1}`);
  }
}

function fraction(place: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most)) {
    throw new RangeError(`${place} is ${value}: it must lie between ${least} and ${most}`);
  }
}
