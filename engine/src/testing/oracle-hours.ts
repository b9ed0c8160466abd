/**
 * The model over time, hour by hour, as plainly as it reads and slow on purpose: every window is
 * looked through, every component swept. All hours must be whole; then every level is constant from
 * one hour to the next, and the hours say all.
 */
import type { GraphInput } from '../graph.ts';
import type { End, Timeline } from '../simulate/timeline.ts';
import { type Group, type Net, netOf, oracleGroundless, ruleValue } from './oracle.ts';

interface Hour {
  own: number[];
  observed: (number | undefined)[];
  /** What a link delivers at least, and NaN when it is severed. */
  floor: number[];
  hold: number[];
}

/** levels[hour][node], by input index, for hours 0 .. timeline.hours. */
export function oracleHours(input: GraphInput, timeline: Timeline, end: End): number[][] {
  const worse = { low: 'high', likely: 'likely', high: 'low' } as const;
  const buffer = input.links.buffer[end];
  const lag = input.restartLag[worse[end]];
  const given = new Set(oracleGroundless(input));
  const levels: number[][] = [];
  const groups: number[][] = [];
  const window = (past: number[][], width: number, at: number) =>
    Array.from({ length: width }, (_, i) => past[levels.length - 1 - i]?.[at] ?? 1);
  for (let t = 0; t <= timeline.hours; t++) {
    const net = netOf(inputAt(input, timeline, end, t), end, timeline.workarounds);
    const hour: Hour = {
      own: levelsOf(input.nodeCount, (v) => ownAt(timeline, v, t)),
      observed: levelsOf(input.nodeCount, (v) => observedAt(timeline, v, t)),
      floor: Array.from(input.links.from, (from, l) =>
        isSevered(timeline, l, t) ? Number.NaN : Math.max(0, ...window(levels, buffer[l], from)),
      ),
      hold: levelsOf(input.nodeCount, (v) => Math.min(1, ...window(groups, lag[v], v))),
    };
    const x = solveHour(net, given, hour);
    levels.push(x);
    groups.push(levelsOf(input.nodeCount, (v) => groupsLevel(net, v, x, x, given, hour)));
  }
  return levels;
}

function levelsOf<T>(count: number, of: (v: number) => T): T[] {
  return Array.from({ length: count }, (_, v) => of(v));
}

/**
 * Workarounds outside their hours give nothing. With a range of delays the pessimistic end has the
 * hours that all delays have in common, the optimistic end those of any.
 */
function inputAt(input: GraphInput, timeline: Timeline, end: End, t: number): GraphInput {
  const { workarounds } = input;
  const { low, likely, high } = workarounds.after;
  const works = (delay: number, w: number) => {
    const ready = timeline.declared + delay;
    return t >= ready && t < ready + workarounds.lasts[end][w];
  };
  const capacity = workarounds.capacity[end].map((c, w) => {
    const delays = end === 'likely' ? [likely[w]] : wholeHours(low[w], high[w]);
    const counts =
      end === 'high' ? delays.some((d) => works(d, w)) : delays.every((d) => works(d, w));
    return counts ? c : 0;
  });
  return {
    ...input,
    workarounds: { ...workarounds, capacity: { low: capacity, likely: capacity, high: capacity } },
  };
}

function wholeHours(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

function ownAt(timeline: Timeline, v: number, t: number): number {
  let least = 1;
  for (const { node, steps } of timeline.outages) {
    const begun = steps.filter((s) => s.hour <= t);
    if (node === v) least = Math.min(least, begun.at(-1)?.level ?? 1);
  }
  return least;
}

function observedAt(timeline: Timeline, v: number, t: number): number | undefined {
  const seen = timeline.observed.filter((o) => o.node === v && o.from <= t && t < o.until);
  return seen.length > 0 ? Math.min(...seen.map((o) => o.level)) : undefined;
}

function isSevered(timeline: Timeline, link: number, t: number): boolean {
  return timeline.severed.some((s) => s.link === link && s.from <= t && t < s.until);
}

/** muX.nuY.F(X, Y) component by component, swept. */
function solveHour(net: Net, given: Set<number>, hour: Hour): number[] {
  const x = hour.own.map(() => 0);
  for (let part = 0; part < net.size; part++) {
    const members = x.map((_, v) => v).filter((v) => net.component[v] === part);
    for (let moved = true; moved; ) {
      const y = greatest(net, members, x, given, hour);
      moved = members.some((v) => y[v] - x[v] > 1e-13);
      for (const v of members) x[v] = y[v];
    }
    for (const v of members) if (x[v] > 1 - 1e-9) x[v] = 1;
    for (const v of members) if (x[v] < 1e-9) x[v] = 0;
  }
  return x;
}

function greatest(net: Net, members: number[], x: number[], given: Set<number>, hour: Hour) {
  const y = x.slice();
  for (const v of members) y[v] = 1;
  for (let moved = true; moved; ) {
    moved = false;
    for (const v of members) {
      const level = hour.observed[v] ?? nodeLevel(net, v, x, y, given, hour);
      if (y[v] - level > 1e-16) moved = true;
      y[v] = Math.min(y[v], level);
    }
  }
  return y;
}

function nodeLevel(
  net: Net,
  v: number,
  x: number[],
  y: number[],
  given: Set<number>,
  hour: Hour,
): number {
  return Math.min(hour.own[v], hour.hold[v], groupsLevel(net, v, x, y, given, hour));
}

function groupsLevel(
  net: Net,
  v: number,
  x: number[],
  y: number[],
  given: Set<number>,
  hour: Hour,
): number {
  return Math.min(1, ...net.groups[v].map((g) => groupLevel(net, g, v, x, y, given, hour)));
}

function groupLevel(
  net: Net,
  g: Group,
  v: number,
  x: number[],
  y: number[],
  given: Set<number>,
  hour: Hour,
): number {
  const read = given.has(v) || !net.redundant(g) ? y : x;
  const felt = g.members.map((m) => {
    const floor = m.link < 0 ? 0 : hour.floor[m.link];
    const delivered = Number.isNaN(floor) ? 0 : Math.max(read[m.from], floor);
    return 1 - m.strength * (1 - delivered);
  });
  const aided = g.aids.map((a) => a.capacity * (a.via < 0 ? 1 : (given.has(v) ? y : x)[a.via]));
  return Math.max(ruleValue(g, felt), ...aided);
}
