/** What a set of measures leaves of the harm, by simulating the scenarios on the changed graph. */
import type { Mitigation, Scenario } from '@msp-impact/contract';
import { type Kind, type Simulation, simulate } from '@msp-impact/engine';
import { firstBreaches, tolerancesOf } from '../scenario/breach.ts';
import { totalHarm } from '../scenario/harm.ts';
import { planOf } from '../scenario/plan.ts';
import { lostHours, lowest } from '../scenario/series.ts';
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

  outcome(measures: readonly Mitigation[]): Outcome {
    const { columns, scenarios } = this.#task;
    const patches = patchesOf(this.#task, measures);
    const changed = patchColumns(columns, patches, columns.revision);
    const snapshot = patches.length === 0 ? this.#before : buildSnapshot(changed);
    let harm = 0;
    const services = new Map<string, number>();
    const least = new Map<string, number>();
    const breaches = new Set<string>();
    for (const { scenario, weight } of scenarios) {
      const plan = planOf(snapshot, fitted(snapshot, scenario));
      const simulation = simulate(snapshot.graph, timelineAt(plan, 'likely'), 'likely');
      harm += weight * this.#harm(snapshot, simulation, services, weight);
      this.#lowest(snapshot, simulation, least);
      for (const node of firstBreaches(simulation, tolerancesOf(snapshot)).keys()) {
        breaches.add(nodeId(snapshot, node));
      }
    }
    return { harm, services, lowest: least, breaches };
  }

  nameOf(id: string): string {
    const node = nodeOf(this.#before, id);
    return node < 0 ? id : nodeName(this.#before, node);
  }

  harm(measures: readonly Mitigation[]): number {
    return this.outcome(measures).harm;
  }

  #lowest(snapshot: Snapshot, simulation: Simulation, least: Map<string, number>): void {
    for (const id of this.#services) {
      const { level } = lowest(simulation, nodeOf(snapshot, id));
      least.set(id, Math.min(level, least.get(id) ?? 1));
    }
  }

  /** Also adds up the services. New nodes of a measure are no services of ours. */
  #harm(
    snapshot: Snapshot,
    simulation: Simulation,
    services: Map<string, number>,
    weight: number,
  ): number {
    let hours = 0;
    for (const id of this.#services) {
      const lost = lostHours(simulation, nodeOf(snapshot, id));
      hours += lost;
      services.set(id, (services.get(id) ?? 0) + weight * lost);
    }
    return this.byPeople ? totalHarm(snapshot, simulation) : hours;
  }
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
