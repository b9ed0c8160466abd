/** Runs → percentiles, exceedance curve, probabilities of breaches, what drives the spread. */
import type { MonteCarloResult, Percentiles } from '@msp-impact/contract';
import { exceedanceCurve, percentile, rankCorrelation } from '@msp-impact/engine';
import type { MonteCarloTask } from './monte-carlo-task.ts';
import { layoutOf } from './sampler.ts';

/** Rows of runs that are done, one after the other. */
export interface Rows {
  readonly width: number;
  readonly count: number;
  readonly data: Float64Array;
}

const CURVE_POINTS = 200;
const DRIVERS = 20;

/** @param partial without what takes long: single services and drivers */
export function monteCarloResult(
  task: MonteCarloTask,
  rows: Rows,
  partial = false,
): MonteCarloResult {
  const layout = layoutOf(task);
  const harm = column(rows, 0);
  const sorted = harm.slice().sort();
  return {
    revision: task.revision,
    runs: rows.count,
    seed: task.seed,
    unit: task.unit,
    harm: percentilesOf(sorted),
    regions: task.areas.map((area, i) => ({
      ...area,
      harm: percentilesOf(column(rows, layout.areas + i).sort()),
    })),
    services: partial
      ? []
      : task.services.map((service, i) => ({
          ...service,
          lostHours: percentilesOf(column(rows, layout.lost + i).sort()),
          worst: percentilesOf(column(rows, layout.worst + i).sort()),
        })),
    exceedance: exceedanceCurve(sorted, CURVE_POINTS).map(({ value, share }) => [value, share]),
    breaches: breachesOf(task, rows, layout.breaches),
    drivers: partial ? [] : driversOf(task, rows, layout.inputs, harm),
    inputs: task.inputs.count,
  };
}

function column({ width, count, data }: Rows, at: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = data[i * width + at] as number;
  return values;
}

/** Of ascending values, at least one. */
function percentilesOf(sorted: Float64Array): Percentiles {
  let sum = 0;
  for (const value of sorted) sum += value;
  return {
    p5: percentile(sorted, 0.05),
    p25: percentile(sorted, 0.25),
    p50: percentile(sorted, 0.5),
    p75: percentile(sorted, 0.75),
    p95: percentile(sorted, 0.95),
    mean: sum / sorted.length,
    least: sorted[0] as number,
    greatest: sorted[sorted.length - 1] as number,
  };
}

/** Tolerances that some run misses, the likeliest first. */
function breachesOf(task: MonteCarloTask, rows: Rows, first: number): MonteCarloResult['breaches'] {
  const found = task.toleranceOf.map((node, i) => {
    const hours = column(rows, first + i).filter((hour) => !Number.isNaN(hour));
    return {
      ...node,
      probability: hours.length / rows.count,
      ...(hours.length > 0 ? { hour: percentilesOf(hours.sort()) } : {}),
    };
  });
  return found
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
}

function driversOf(
  task: MonteCarloTask,
  rows: Rows,
  first: number,
  harm: Float64Array,
): MonteCarloResult['drivers'] {
  const all = task.inputs.named.map(({ input, label }, i) => ({
    input,
    label,
    correlation: rankCorrelation(column(rows, first + i), harm),
  }));
  return all.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation)).slice(0, DRIVERS);
}
