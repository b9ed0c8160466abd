import type { Graph } from '../graph.ts';
import type { Parameters, Timeline } from './timeline.ts';

/** Throws RangeError naming the place and the value on an index, a level or an hour out of range. */
export function checkTimeline(graph: Graph, timeline: Timeline): void {
  const { nodeCount, linkCount } = graph;
  within('hours', timeline.hours, 0, Number.MAX_VALUE);
  within('declared', timeline.declared, 0, Number.MAX_VALUE);
  timeline.outages.forEach(({ node, cause, steps }, i) => {
    index(`outages[${i}].node`, node, nodeCount);
    index(`outages[${i}].cause`, cause, 4);
    steps.forEach(({ hour, level }, j) => {
      within(`outages[${i}].steps[${j}].hour`, hour, 0, Number.POSITIVE_INFINITY);
      within(`outages[${i}].steps[${j}].level`, level, 0, 1);
    });
  });
  timeline.severed.forEach(({ link, from, until }, i) => {
    index(`severed[${i}].link`, link, linkCount);
    span(`severed[${i}]`, from, until);
  });
  timeline.observed.forEach(({ node, level, from, until }, i) => {
    index(`observed[${i}].node`, node, nodeCount);
    within(`observed[${i}].level`, level, 0, 1);
    span(`observed[${i}]`, from, until);
  });
}

/** Throws RangeError on an array of the wrong length or with a value out of range. */
export function checkParameters(graph: Graph, parameters: Parameters): void {
  const { strength, buffer, lag, capacity, after, lasts } = parameters;
  const most = Number.POSITIVE_INFINITY;
  values('strength', strength, graph.linkCount, 1);
  values('buffer', buffer, graph.linkCount, most);
  values('lag', lag, graph.nodeCount, most);
  values('capacity', capacity, graph.aids.count, 1);
  values('after', after, graph.aids.count, most);
  values('lasts', lasts, graph.aids.count, most);
}

function values(name: string, given: Float64Array | undefined, count: number, most: number): void {
  if (!given) return;
  if (given.length !== count) refuse(`${name}.length`, given.length, `it must be ${count}`);
  for (let i = 0; i < count; i++) {
    if (!(given[i] >= 0 && given[i] <= most)) within(`${name}[${i}]`, given[i], 0, most);
  }
}

function span(place: string, from: number, until: number): void {
  within(`${place}.from`, from, 0, Number.MAX_VALUE);
  within(`${place}.until`, until, from, Number.POSITIVE_INFINITY);
}

function index(place: string, value: number, count: number): void {
  if (Number.isInteger(value) && value >= 0 && value < count) return;
  refuse(place, value, `it must lie between 0 and ${count - 1}`);
}

function within(place: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  const limit = most < Number.MAX_VALUE ? `between ${least} and ${most}` : `at ${least} or above`;
  refuse(place, value, `it must lie ${limit}`);
}

function refuse(place: string, value: number, right: string): never {
  throw new RangeError(`${place} is ${value}: ${right}`);
}
