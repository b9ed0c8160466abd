/** Timings, and rows of the benchmark's table. */
import { cpus } from 'node:os';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)];
}

/** Processor time of this process so far, all its threads, in ms: what others do meanwhile is not in it. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Least of `calls` timings of `work`, in ms of processor time. */
export function best(work, calls) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < calls; i++) {
    const start = processorTime();
    work();
    least = Math.min(least, processorTime() - start);
  }
  return least;
}

/**
 * Candidates take turns, so that a busy spell of the machine falls on all of them alike: each is
 * called a few times a round, the best call counts, and the median over the rounds is the figure.
 * @param candidates name -> (calls) => ms of the best call, now or later; undefined where it is missing
 * @returns name -> ms, or undefined
 */
export async function interleaved(candidates, { rounds = 9, calls = 5 } = {}) {
  const names = Object.keys(candidates);
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name).push(await candidates[name](calls));
  }
  const figure = (name) =>
    times.get(name).includes(undefined) ? undefined : median(times.get(name));
  return Object.fromEntries(names.map((name) => [name, figure(name)]));
}

/** Median of `runs` timings in ms of processor time, after a warm-up of a few calls. */
export function time(work, { runs = 15, warmUp = 5 } = {}) {
  for (let i = 0; i < warmUp; i++) work();
  return median(Array.from({ length: runs }, () => best(work, 1)));
}

export const ms = (value) => (value === undefined ? 'MISSING' : `${figures(value)} ms`);

/** `what` measured against a peer: "31.2 ×", or MISSING. */
export function ratio(peer, ours) {
  return peer === undefined ? 'MISSING' : `${figures(peer / ours)} ×`;
}

/** Three significant figures, and all digits before the point. */
function figures(value) {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

export function row(what, figure, goal = '-') {
  console.log(`  ${what.padEnd(58)} ${String(figure).padStart(14)}   goal ${goal}`);
}

export function machine() {
  const processors = cpus();
  return `Node ${process.version}, ${processors.length} × ${processors[0]?.model ?? 'unknown processor'}`;
}
