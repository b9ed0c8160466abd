/** Seeded times for random graphs, whole hours, so that an oracle may look at every hour. */
import type { Ends, GraphInput } from '../graph.ts';
import type { Timeline } from '../simulate/timeline.ts';
import { random, same } from './random-graph.ts';

type Below = (n: number) => number;

/** The graph with buffers, lags and clocks of workarounds in whole hours. */
export function withTimes(seed: number, input: GraphInput, ranges: boolean): GraphInput {
  const next = random(seed ^ 0x2545f491);
  const below = (n: number) => Math.floor(next() * n);
  const hours = (count: number, share: number, most: number) =>
    wholeHours(count, ranges, () => (next() < share ? 1 + below(most) : 0), below);
  const lasts = hours(input.workarounds.node.length, 0.8, 12);
  if (next() < 0.5) for (const end of [lasts.low, lasts.likely, lasts.high]) openEnd(end);
  return {
    ...input,
    links: { ...input.links, buffer: hours(input.links.from.length, 0.4, 6) },
    restartLag: hours(input.nodeCount, 0.3, 4),
    workarounds: {
      ...input.workarounds,
      after: hours(input.workarounds.node.length, 0.6, 5),
      lasts,
    },
  };
}

function openEnd(hours: Float64Array): void {
  if (hours.length > 0) hours[0] = Number.POSITIVE_INFINITY;
}

function wholeHours(count: number, ranges: boolean, draw: () => number, below: Below): Ends {
  const likely = Float64Array.from({ length: count }, draw);
  if (!ranges) return same(likely);
  const low = likely.map((x) => Math.max(0, x - below(3)));
  return { low, likely, high: likely.map((x) => x + below(3)) };
}

/** A timeline by input index: outages that recover in steps, cuts, observations. */
export function randomTimeline(seed: number, input: GraphInput): Timeline {
  const next = random(seed ^ 0x51ed270b);
  const below = (n: number) => Math.floor(next() * n);
  const n = input.nodeCount;
  const links = input.links.from.length;
  const until = (from: number) => (next() < 0.2 ? Number.POSITIVE_INFINITY : from + 1 + below(10));
  const cuts = links > 0 && next() < 0.4 ? 1 + below(2) : 0;
  const checks = next() < 0.4 ? 1 + below(2) : 0;
  return {
    hours: 12 + below(24),
    outages: Array.from({ length: 1 + below(4) }, () => ({
      node: below(n),
      cause: below(3),
      steps: randomSteps(below, next),
    })),
    severed: Array.from({ length: cuts }, () => {
      const from = below(12);
      return { link: below(links), from, until: until(from) };
    }),
    observed: Array.from({ length: checks }, () => {
      const from = below(12);
      const level = next() < 0.4 ? 1 : Math.round(next() * 100) / 100;
      return { node: below(n), level, from, until: until(from) };
    }),
    workarounds: next() < 0.6,
    declared: below(4),
  };
}

/** Falls at some hour, and comes back in up to three steps, or not at all. */
function randomSteps(below: Below, next: () => number): { hour: number; level: number }[] {
  let hour = below(10);
  const steps = [{ hour, level: next() < 0.6 ? 0 : Math.round(next() * 100) / 100 }];
  for (let i = below(3); i > 0; i--) {
    hour += 1 + below(8);
    steps.push({ hour, level: Math.round(next() * 100) / 100 });
  }
  if (next() < 0.7) steps.push({ hour: hour + 1 + below(8), level: 1 });
  return steps;
}

interface Indices {
  indexOf: Uint32Array;
  linkIndexOf: Uint32Array;
}

/** The timeline in engine indices. */
export function timelineIn(graph: Indices, timeline: Timeline): Timeline {
  return {
    ...timeline,
    outages: timeline.outages.map((o) => ({ ...o, node: graph.indexOf[o.node] })),
    severed: timeline.severed.map((s) => ({ ...s, link: graph.linkIndexOf[s.link] })),
    observed: timeline.observed.map((o) => ({ ...o, node: graph.indexOf[o.node] })),
  };
}
