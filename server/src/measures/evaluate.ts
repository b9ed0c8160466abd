/** What a set of measures leaves of the harm, by simulating the scenarios on the changed graph. */
import type { Bounds, Mitigation, Scenario } from '@msp-impact/contract';
import { type Kind, type Simulation, simulate } from '@msp-impact/engine';
import { firstBreaches, tolerancesOf } from '../scenario/breach.ts';
import { totalHarm } from '../scenario/harm.ts';
import { planOf } from '../scenario/plan.ts';
import { lostHours, lowest } from '../scenario/series.ts';
import { runsOf } from '../scenario/simulated.ts';
import { timelineAt } from '../scenario/timeline.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { patchColumns } from '../snapshot/patch.ts';
import { nodeId, nodeName, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { patchesOf } from './apply.ts';
import type { MeasuresTask } from './task.ts';

const SERVICE: Kind = 'service';

export interface Outcome {
  /** Weighted over the scenarios: person-hours, or hours of services where no people are on record. */
  readonly harm: number;
  /** By the optimistic and the pessimistic run; equal where nothing is a range. */
  readonly bounds: Bounds;
  /** Service → its hours lost, weighted. */
  readonly services: ReadonlyMap<string, number>;
  /** Service → the lowest that it falls to in any of the scenarios. */
  readonly lowest: ReadonlyMap<string, number>;
  /** Tolerances missed in some scenario. */
  readonly breaches: ReadonlySet<string>;
}

export class Evaluator {
  readonly #task: MeasuresTask;
  readonly #before: Snapshot;
  readonly #services: readonly string[];
  readonly byPeople: boolean;

  constructor(task: MeasuresTask) {
    this.#task = task;
    this.#before = buildSnapshot(task.columns);
    const { id, kind } = task.columns.nodes;
    this.#services = id.filter((_, row) => kind[row] === SERVICE);
    this.byPeople = this.#before.graph.peopleKnown;
  }

  /** With both bounds, so three runs of each scenario where anything is a range. */
  outcome(measures: readonly Mitigation[]): Outcome {
    const snapshot = this.#with(measures);
    let harm = 0;
    const bounds = { low: 0, high: 0 };
    const services = new Map<string, number>();
    const least = new Map<string, number>();
    const breaches = new Set<string>();
    for (const { scenario, weight } of this.#task.scenarios) {
      const plan = planOf(snapshot, fitted(snapshot, scenario));
      const { likely, low, high } = runsOf(snapshot.graph, plan);
      harm += weight * this.#harm(snapshot, likely);
      bounds.low += weight * this.#harm(snapshot, high);
      bounds.high += weight * this.#harm(snapshot, low);
      this.#addServices(snapshot, likely, weight, services, least);
      for (const node of firstBreaches(likely, tolerancesOf(snapshot)).keys()) {
        breaches.add(nodeId(snapshot, node));
      }
    }
    return { harm, bounds, services, lowest: least, breaches };
  }

  /** Of the point answer alone. */
  harm(measures: readonly Mitigation[]): number {
    const snapshot = this.#with(measures);
    let harm = 0;
    for (const { scenario, weight } of this.#task.scenarios) {
      const plan = planOf(snapshot, fitted(snapshot, scenario));
      const simulation = simulate(snapshot.graph, timelineAt(plan, 'likely'), 'likely');
      harm += weight * this.#harm(snapshot, simulation);
    }
    return harm;
  }

  nameOf(id: string): string {
    const node = nodeOf(this.#before, id);
    return node < 0 ? id : nodeName(this.#before, node);
  }

  #with(measures: readonly Mitigation[]): Snapshot {
    const { columns } = this.#task;
    const patches = patchesOf(this.#task, measures);
    if (patches.length === 0) return this.#before;
    return buildSnapshot(patchColumns(columns, patches, columns.revision));
  }

  #addServices(
    snapshot: Snapshot,
    simulation: Simulation,
    weight: number,
    services: Map<string, number>,
    least: Map<string, number>,
  ): void {
    for (const id of this.#services) {
      const node = nodeOf(snapshot, id);
      services.set(id, (services.get(id) ?? 0) + weight * lostHours(simulation, node));
      least.set(id, Math.min(lowest(simulation, node).level, least.get(id) ?? 1));
    }
  }

  /** New nodes of a measure are no services of ours. */
  #harm(snapshot: Snapshot, simulation: Simulation): number {
    if (this.byPeople) return totalHarm(snapshot, simulation);
    return this.#services.reduce((sum, id) => sum + lostHours(simulation, nodeOf(snapshot, id)), 0);
  }
}

/** What is removed of the harm by the point answer, at its least and at its most; the smallest first. */
export function removedBounds(base: Outcome, outcome: Outcome): Bounds {
  const ends = [
    base.bounds.low - outcome.bounds.low,
    base.bounds.high - outcome.bounds.high,
    base.harm - outcome.harm,
  ];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The scenario without what a split zone has left of it. */
function fitted(snapshot: Snapshot, scenario: Scenario): Scenario {
  const { isolations } = scenario;
  if (!isolations) return scenario;
  const left = isolations.filter(({ zone }) => snapshot.zones.has(zone));
  return {
    ...scenario,
    isolations: left.map(({ release, ...rest }) => {
      if (!release) return rest;
      const members = new Set(snapshot.zones.get(rest.zone)?.map((one) => nodeId(snapshot, one)));
      const steps = release.map(({ nodes, ...step }) =>
        nodes ? { ...step, nodes: nodes.filter((id) => members.has(id)) } : step,
      );
      return { ...rest, release: steps };
    }),
  };
}
