/** A scenario in engine indices, its ranges still open: what every run of it starts from. */
import { CAUSES, type Scenario, type Uncertain } from '@msp-impact/contract';
import { at } from '../rules/fault.ts';
import { nodeName, nodeOf } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { linksBetween } from './ids.ts';
import { type Draw, Quantities, type Quantity } from './quantity.ts';

export interface PlannedStep {
  /** Hours after the outage or the isolation began. */
  readonly after: Quantity;
  readonly level: Quantity;
}
export interface PlannedOutage {
  readonly node: number;
  readonly cause: number;
  readonly start: number;
  readonly level: Quantity;
  /** An end is a step to level 1. */
  readonly recovery: readonly PlannedStep[];
  readonly path: string;
}
export interface PlannedIsolation {
  readonly zone: string;
  readonly start: number;
  readonly delay: Quantity;
  /** Engine nodes of the zone, each with its own steps. */
  readonly members: readonly { readonly node: number; readonly release: readonly PlannedStep[] }[];
  readonly path: string;
}
export interface PlannedCut {
  readonly from: number;
  readonly to: number;
  readonly links: readonly number[];
  readonly start: number;
  /** undefined: for good. */
  readonly duration: Quantity | undefined;
  readonly path: string;
}
export interface PlannedObservation {
  readonly node: number;
  readonly level: number;
  readonly from: number;
  readonly until: number;
  readonly path: string;
}

/** Plain data: it crosses to worker threads. */
export interface Plan {
  readonly hours: number;
  readonly declared: number;
  readonly workarounds: boolean;
  readonly outages: readonly PlannedOutage[];
  readonly isolations: readonly PlannedIsolation[];
  readonly cuts: readonly PlannedCut[];
  readonly observations: readonly PlannedObservation[];
  /** The ranges of the scenario, by slot. */
  readonly draws: readonly Draw[];
}

const ISOLATED = CAUSES.indexOf('isolated');
const NORMAL: Quantity = { low: 1, likely: 1, high: 1, slot: -1 };

export { ISOLATED };

/** The scenario must have passed checkScenario against this snapshot. */
export function planOf(snapshot: Snapshot, scenario: Scenario): Plan {
  const maker = new Maker(snapshot);
  const { outages = [], isolations = [], cuts = [], observations = [] } = scenario;
  return {
    hours: scenario.hours,
    declared: scenario.declaredHour ?? 0,
    workarounds: scenario.workarounds ?? true,
    outages: outages.map((one, i) => maker.outage(one, at('$.outages', i))),
    isolations: isolations.map((one, i) => maker.isolation(one, at('$.isolations', i))),
    cuts: cuts.map((one, i) => maker.cut(one, at('$.cuts', i))),
    observations: observations.map(({ id, level, startHour = 0, durationHours }, i) => ({
      node: nodeOf(snapshot, id),
      level,
      from: startHour,
      until: durationHours === undefined ? Number.POSITIVE_INFINITY : startHour + durationHours,
      path: at('$.observations', i),
    })),
    draws: maker.quantities.draws,
  };
}

type List<K extends 'outages' | 'isolations' | 'cuts'> = NonNullable<Scenario[K]>[number];

/** Two steps of one recovery are told apart by their place. */
const numbered = (name: string, i: number, of: number) =>
  of > 1 ? `${name}, step ${i + 1} of ${of}` : name;

class Maker {
  readonly quantities = new Quantities();
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  outage(outage: List<'outages'>, path: string): PlannedOutage {
    const { id, cause = 'failed', startHour = 0, durationHours, level = 0, recovery = [] } = outage;
    const node = nodeOf(this.#snapshot, id);
    const name = nodeName(this.#snapshot, node);
    const steps = recovery.map((step, i) =>
      this.#step(step, at(at(path, 'recovery'), i), numbered(name, i, recovery.length)),
    );
    const end =
      durationHours === undefined
        ? []
        : [
            {
              after: this.#of(
                durationHours,
                path,
                'durationHours',
                `${name}: hours until it is back`,
              ),
              level: NORMAL,
            },
          ];
    return {
      node,
      cause: CAUSES.indexOf(cause),
      start: startHour,
      level: this.#of(level, path, 'level', `${name}: what is left`),
      recovery: [...steps, ...end],
      path,
    };
  }

  isolation(isolation: List<'isolations'>, path: string): PlannedIsolation {
    const { zone, startHour = 0, delayHours = 0, release = [] } = isolation;
    const nodes = this.#snapshot.zones.get(zone) ?? [];
    // Zones have no name: their id, as words.
    const setText = zone.replace(/[-_]+/g, ' ');
    const steps = release.map(({ nodes: ids, level = 1, afterHours }, i) => {
      const whom = ids ? ids.map((id) => this.#nameOf(id)).join(', ') : setText;
      const only = ids && new Set(ids.map((id) => nodeOf(this.#snapshot, id)));
      const step = this.#step(
        { afterHours, level },
        at(at(path, 'release'), i),
        numbered(whom, i, release.length),
      );
      return { only, step };
    });
    return {
      zone,
      start: startHour,
      delay: this.#of(delayHours, path, 'delayHours', `${setText}: hours until it is isolated`),
      members: nodes.map((node) => ({
        node,
        release: steps.filter(({ only }) => !only || only.has(node)).map(({ step }) => step),
      })),
      path,
    };
  }

  cut({ from, to, startHour = 0, durationHours }: List<'cuts'>, path: string): PlannedCut {
    const [giver, taker] = [nodeOf(this.#snapshot, from), nodeOf(this.#snapshot, to)];
    const label = `${this.#nameOf(from)} → ${this.#nameOf(to)}: hours until reconnected`;
    return {
      from: giver,
      to: taker,
      links: linksBetween(this.#snapshot, giver, taker),
      start: startHour,
      duration:
        durationHours === undefined
          ? undefined
          : this.#of(durationHours, path, 'durationHours', label),
      path,
    };
  }

  #step(
    step: { afterHours: Uncertain; level: Uncertain },
    path: string,
    name: string,
  ): PlannedStep {
    return {
      after: this.#of(
        step.afterHours,
        path,
        'afterHours',
        `${name}: hours until it comes back in part`,
      ),
      level: this.#of(
        step.level,
        path,
        'level',
        `${name}: what is left when it comes back in part`,
      ),
    };
  }

  #of(value: Uncertain, path: string, key: string, label: string): Quantity {
    return this.quantities.of(value, at(path, key), label);
  }

  #nameOf(id: string): string {
    return nodeName(this.#snapshot, nodeOf(this.#snapshot, id));
  }
}
