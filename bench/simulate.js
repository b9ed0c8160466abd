/** An incident hour by hour on a large graph, and event by event against every hour on a small one. */
import { buildGraph, simulate } from '@msp-impact/engine';
import { oracleHours } from '../engine/dist/testing/oracle-hours.js';
import { random, randomGraph, same } from '../engine/dist/testing/random-graph.js';
import { randomTimeline, timelineIn, withTimes } from '../engine/dist/testing/random-timeline.js';
import { acyclicLinks, engineInput } from './graphs.js';
import { best, interleaved, ms, ratio, row, time } from './report.js';

const NODES = 100_000;
const LINKS = 500_000;
const SEED = 90;
const DAY = 24;

export const title = `Simulation: ${NODES} nodes, ${LINKS} links, 20 outages, a tenth with buffers and lags, seed ${SEED}`;

/** Every link required: the outages spread as far as they can. */
function largeIncident() {
  const next = random(SEED);
  const some = (count, hours) =>
    Float64Array.from({ length: count }, () => {
      const drawn = hours[Math.floor(next() * hours.length)];
      return next() < 0.1 ? drawn : 0;
    });
  const links = acyclicLinks(NODES, LINKS, SEED);
  const input = engineInput(NODES, links, { seed: SEED, redundant: 0 });
  input.links.buffer = same(some(LINKS, [4, 8, 24, 72]));
  input.restartLag = same(some(NODES, [1, 4, 12, 24]));
  const outages = Array.from({ length: 20 }, () => {
    const start = Math.floor(next() * 60 * DAY);
    const steps = [
      { hour: start, level: 0 },
      { hour: start + 2 * DAY, level: 0.5 },
      { hour: start + 4 * DAY, level: 1 },
    ];
    return { node: Math.floor(next() * NODES), cause: 0, steps };
  });
  return { graph: buildGraph(input), timeline: timelineOf(outages) };
}

function timelineOf(outages) {
  return {
    hours: 90 * DAY,
    outages,
    severed: [],
    observed: [],
    workarounds: false,
    declared: 0,
  };
}

function smallIncident() {
  const shape = { nodes: 60, degree: 1.5, circles: false, ranges: false, sharp: false };
  const input = withTimes(SEED, randomGraph(SEED, shape), false);
  return { input, timeline: { ...randomTimeline(SEED, input), hours: 90 * DAY } };
}

export async function measure() {
  const { graph, timeline } = largeIncident();
  const year = { ...timeline, hours: 365 * DAY };
  const found = simulate(graph, timeline, 'likely');
  row(
    'changes of level, things that happened',
    `${found.stepHour.length - NODES}, ${found.events}`,
  );
  row('90 days', ms(time(() => simulate(graph, timeline, 'likely'))), '≤ 250 ms');
  const times = await interleaved({
    quarter: (calls) => best(() => simulate(graph, timeline, 'likely'), calls),
    year: (calls) => best(() => simulate(graph, year, 'likely'), calls),
  });
  row('a year with the same outages, in 90 days', ratio(times.year, times.quarter), '≈ 1 ×');
  const small = smallIncident();
  const smallGraph = buildGraph(small.input);
  const inEngine = timelineIn(smallGraph, small.timeline);
  const oracle = best(() => oracleHours(small.input, small.timeline, 'likely'), 1);
  const events = time(() => simulate(smallGraph, inEngine, 'likely'));
  row('60 nodes, 90 days: every hour by the oracle', ratio(oracle, events), '≥ 100 ×');
}
