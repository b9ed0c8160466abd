/** All runs of a task in this thread, as whoever waits for them wants to hear of them. */
import { buildGraph, type Graph } from '@msp-impact/engine';
import type { MonteCarloTask } from './monte-carlo-task.ts';
import { layoutOf, Sampler } from './sampler.ts';

/** Milliseconds between two reports. */
const REPORT = 150;

/** Runs of a share: those whose number leaves `share` when divided by `shares`. */
export interface Share {
  readonly share: number;
  readonly shares: number;
}

/** Rows of a share, in the order of their runs, in blocks of what one report's time allows. */
export function* blocks(
  task: MonteCarloTask,
  { share, shares }: Share,
  graph: Graph = buildGraph(task.input),
): Generator<{ first: number; rows: Float64Array }> {
  const sampler = new Sampler(graph, task);
  const { width } = layoutOf(task);
  for (let run = share; run < task.runs; ) {
    const first = run;
    const rows: Float64Array[] = [];
    const until = performance.now() + REPORT;
    do {
      const row = new Float64Array(width);
      sampler.run(run, row);
      rows.push(row);
      run += shares;
    } while (run < task.runs && performance.now() < until);
    yield { first, rows: joined(rows, width) };
  }
}

function joined(rows: readonly Float64Array[], width: number): Float64Array {
  const all = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    all.set(row, i * width);
  });
  return all;
}

/** Collects blocks of all shares, each run in its place. */
export class Collected {
  readonly width: number;
  readonly #data: Float64Array;
  readonly #shares: number;
  /** Runs done of each share. */
  readonly #done: number[];

  constructor(task: MonteCarloTask, shares: number) {
    this.width = layoutOf(task).width;
    this.#data = new Float64Array(task.runs * this.width);
    this.#shares = shares;
    this.#done = Array.from({ length: shares }, () => 0);
  }

  add(first: number, rows: Float64Array): void {
    const count = rows.length / this.width;
    for (let i = 0; i < count; i++) {
      const run = first + i * this.#shares;
      this.#data.set(rows.subarray(i * this.width, (i + 1) * this.width), run * this.width);
    }
    (this.#done[first % this.#shares] as number) += count;
  }

  get done(): number {
    return this.#done.reduce((sum, one) => sum + one, 0);
  }

  /** The runs from the first on of which none is missing. */
  rows(): { width: number; count: number; data: Float64Array } {
    const complete = Math.min(...this.#done.map((count, share) => count * this.#shares + share));
    const count = Math.min(complete, this.#data.length / this.width);
    return { width: this.width, count, data: this.#data };
  }
}

/** All runs of a task in this thread. `report` hears several times a second how many are done. */
export function runAll(
  task: MonteCarloTask,
  graph?: Graph,
  report: (done: number) => void = () => {},
): Collected {
  const collected = new Collected(task, 1);
  for (const { first, rows } of blocks(task, { share: 0, shares: 1 }, graph)) {
    collected.add(first, rows);
    report(collected.done);
  }
  return collected;
}
