/**
 * Nodes that stay at 1 but come to depend on their last option: at some hour a redundant group has
 * exactly as many healthy members as it needs, because others are hit.
 */
import { RULES, type Simulation } from '@msp-impact/engine';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { PlannedCut } from './plan.ts';
import { highestWithin, isHit, stepsOf, valueAt } from './series.ts';
import type { Simulated } from './simulated.ts';

const ALL = RULES.indexOf('all');
const SHARE = RULES.indexOf('share');

/** Node → the first hour at which it is on its last option. O(groups, and changes of those concerned). */
export function lastOptions({ snapshot, likely, plan }: Simulated): Map<number, number> {
  const { graph } = snapshot;
  const members = new Members(snapshot, likely, plan.cuts);
  const found = new Map<number, number>();
  for (let g = 0; g < graph.groupCount; g++) {
    const node = graph.groupNode[g] as number;
    const [start, end] = [graph.linkStart[g] as number, graph.linkStart[g + 1] as number];
    const [rule, need] = [graph.groupRule[g], graph.groupNeed[g] as number];
    if (rule === ALL || rule === SHARE || need >= end - start || isHit(likely, node)) continue;
    const hour = members.firstEdge(start, end, need);
    if (hour !== undefined) found.set(node, Math.min(hour, found.get(node) ?? hour));
  }
  return found;
}

class Members {
  readonly #snapshot: Snapshot;
  readonly #simulation: Simulation;
  readonly #cuts = new Map<number, { from: number; until: number }[]>();

  constructor(snapshot: Snapshot, simulation: Simulation, cuts: readonly PlannedCut[]) {
    this.#snapshot = snapshot;
    this.#simulation = simulation;
    for (const { links, start, duration } of cuts) {
      const span = { from: start, until: start + (duration?.likely ?? Number.POSITIVE_INFINITY) };
      for (const link of links) this.#cuts.set(link, [...(this.#cuts.get(link) ?? []), span]);
    }
  }

  /** First hour at which exactly `need` of the links start .. end deliver in full. */
  firstEdge(start: number, end: number, need: number): number | undefined {
    const hours = new Set<number>();
    for (let link = start; link < end; link++) this.#addChanges(link, hours);
    const sorted = [...hours].filter((hour) => hour <= this.#simulation.hours);
    return sorted.sort((a, b) => a - b).find((hour) => this.#healthy(start, end, hour) === need);
  }

  #addChanges(link: number, hours: Set<number>): void {
    const { graph } = this.#snapshot;
    const from = graph.from[link] as number;
    for (const span of this.#cuts.get(link) ?? []) hours.add(span.from).add(span.until);
    if (!isHit(this.#simulation, from)) return;
    for (const [hour] of stepsOf(this.#simulation, from)) {
      hours.add(hour).add(hour + (graph.buffer.likely[link] as number));
    }
  }

  #healthy(start: number, end: number, hour: number): number {
    let healthy = 0;
    for (let link = start; link < end; link++) if (this.#isWhole(link, hour)) healthy++;
    return healthy;
  }

  #isWhole(link: number, hour: number): boolean {
    const { graph } = this.#snapshot;
    if (graph.strength.likely[link] === 0) return true;
    const cuts = this.#cuts.get(link) ?? [];
    if (cuts.some(({ from, until }) => from <= hour && hour < until)) return false;
    const from = graph.from[link] as number;
    const buffer = graph.buffer.likely[link] as number;
    return buffer === 0
      ? valueAt(stepsOf(this.#simulation, from), hour) === 1
      : highestWithin(this.#simulation, from, hour - buffer, hour) === 1;
  }
}
