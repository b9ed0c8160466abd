/** Medians, and rows of the benchmark's table. */
import { cpus } from 'node:os';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)];
}

/** Median of `runs` timings in ms, after one warm-up of a few calls. */
export function time(work, { runs = 15, warmUp = 5 } = {}) {
  for (let i = 0; i < warmUp; i++) work();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

export const ms = (value) => (value === undefined ? 'MISSING' : `${value.toPrecision(3)} ms`);

/** `what` measured against a peer: "31.2 ×", or MISSING. */
export function ratio(peer, ours) {
  return peer === undefined ? 'MISSING' : `${(peer / ours).toPrecision(3)} ×`;
}

export function row(what, figure, goal) {
  console.log(`  ${what.padEnd(58)} ${String(figure).padStart(14)}   goal ${goal}`);
}

export function machine() {
  const processors = cpus();
  return `Node ${process.version}, ${processors.length} × ${processors[0]?.model ?? 'unknown processor'}`;
}
