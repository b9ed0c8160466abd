/**
 * Does single runs of a task. A run's random numbers come from (seed, run) alone, so any split of
 * the runs over workers gives the same result.
 */
import { DISTRIBUTIONS } from '@msp-impact/contract';
import {
  breaches,
  type Graph,
  generator,
  type Parameters,
  type Simulation,
  sample,
  simulate,
} from '@msp-impact/engine';
import { type Distribution, pickDrawn } from '../scenario/quantity.ts';
import { lostHours, lowest } from '../scenario/series.ts';
import { timelineWith } from '../scenario/timeline.ts';
import { TARGETS } from './inputs.ts';
import type { MonteCarloTask } from './monte-carlo-task.ts';

/** Where the numbers of a run stand in its row. */
export interface Layout {
  readonly areas: number;
  readonly lost: number;
  readonly worst: number;
  readonly breaches: number;
  readonly inputs: number;
  readonly width: number;
}

export function layoutOf(task: MonteCarloTask): Layout {
  const areas = 1;
  const lost = areas + task.areas.length;
  const worst = lost + task.services.length;
  const breached = worst + task.services.length;
  const inputs = breached + task.toleranceOf.length;
  return {
    areas,
    lost,
    worst,
    breaches: breached,
    inputs,
    width: inputs + task.inputs.named.length,
  };
}

export class Sampler {
  readonly #graph: Graph;
  readonly #task: MonteCarloTask;
  readonly #layout: Layout;
  readonly #parameters: Required<Parameters>;
  readonly #drawn: Float64Array;
  /** Where a draw goes, by code of its target. */
  readonly #places: readonly Float64Array[];
  readonly #tolerance: Map<number, number>;

  constructor(graph: Graph, task: MonteCarloTask) {
    this.#graph = graph;
    this.#task = task;
    this.#layout = layoutOf(task);
    const { strength, buffer, restartLag, aids } = graph;
    this.#parameters = {
      strength: strength.likely.slice(),
      buffer: buffer.likely.slice(),
      lag: restartLag.likely.slice(),
      capacity: aids.capacity.likely.slice(),
      after: aids.after.likely.slice(),
      lasts: aids.lasts.likely.slice(),
    };
    this.#drawn = new Float64Array(task.plan.draws.length);
    this.#places = TARGETS.map((one) => (one === 'scenario' ? this.#drawn : this.#parameters[one]));
    this.#tolerance = new Map([...task.tolerances.node].map((node, i) => [node, i]));
  }

  /** Writes the row of one run: harm, then as the layout says. A breach that did not come is NaN. */
  run(run: number, row: Float64Array): void {
    this.#draw(run, row);
    const timeline = timelineWith(this.#task.plan, pickDrawn(this.#drawn));
    this.#read(simulate(this.#graph, timeline, 'likely', this.#parameters), row);
  }

  #draw(run: number, row: Float64Array): void {
    const { seed, inputs } = this.#task;
    const { target, index, low, likely, high, shape, most } = inputs;
    const kept = inputs.named.length;
    const next = generator(seed, run);
    const range = { low: 0, likely: 0, high: 0 };
    for (let i = 0; i < inputs.count; i++) {
      range.low = low[i] as number;
      range.likely = likely[i] as number;
      range.high = high[i] as number;
      const distribution = DISTRIBUTIONS[shape[i] as number] as Distribution;
      const value = Math.min(most[i] as number, sample(distribution, range, next));
      const place = this.#places[target[i] as number] as Float64Array;
      place[index[i] as number] = value;
      if (i < kept) row[this.#layout.inputs + i] = value;
    }
  }

  #read(simulation: Simulation, row: Float64Array): void {
    const { counted, areaOf, serviceNode, tolerances } = this.#task;
    const layout = this.#layout;
    row.fill(0, 0, layout.lost);
    for (let i = 0; i < counted.node.length; i++) {
      const harm = (counted.weight[i] as number) * lostHours(simulation, counted.node[i] as number);
      (row[0] as number) += harm;
      const area = areaOf[i] as number;
      if (area >= 0) (row[layout.areas + area] as number) += harm;
    }
    for (let i = 0; i < serviceNode.length; i++) {
      const node = serviceNode[i] as number;
      row[layout.lost + i] = lostHours(simulation, node);
      row[layout.worst + i] = lowest(simulation, node).level;
    }
    row.fill(Number.NaN, layout.breaches, layout.inputs);
    for (const { node, hour } of breaches(simulation, tolerances)) {
      row[layout.breaches + (this.#tolerance.get(node) as number)] = hour;
    }
  }
}
