/** A scenario run against a snapshot: the point answer and, where any number is a range, both bounds. */
import type { Scenario } from '@msp-impact/contract';
import { type Ends, type Graph, type Simulation, simulate } from '@msp-impact/engine';
import type { Answer } from '../answers/ask.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkScenario } from './check.ts';
import { type Plan, planOf } from './plan.ts';
import { type RunEnd, timelineAt } from './timeline.ts';

export interface Runs {
  readonly likely: Simulation;
  /** Pessimistic; the same object as `likely` when nothing is a range. */
  readonly low: Simulation;
  readonly high: Simulation;
}

export interface Simulated extends Runs {
  readonly snapshot: Snapshot;
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly notes: readonly string[];
}

export type Prepared = Pick<Simulated, 'snapshot' | 'scenario' | 'plan' | 'notes'>;

/** Faults name what is wrong with the scenario; `path` is where it stands in the request. */
export function prepareScenario(
  snapshot: Snapshot,
  scenario: Scenario,
  path = '$',
): Answer<Prepared> {
  const { faults, notes } = checkScenario(snapshot, scenario, path);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { snapshot, scenario, plan: planOf(snapshot, scenario), notes } };
}

/** As prepareScenario, and run in this thread. */
export function simulateScenario(
  snapshot: Snapshot,
  scenario: Scenario,
  path = '$',
): Answer<Simulated> {
  const prepared = prepareScenario(snapshot, scenario, path);
  if (!prepared.ok) return prepared;
  const { value } = prepared;
  return { ok: true, value: { ...value, ...runsOf(snapshot.graph, value.plan) } };
}

export function runsOf(graph: Graph, plan: Plan): Runs {
  const run = (end: RunEnd) => simulate(graph, timelineAt(plan, end), end);
  const likely = run('likely');
  if (plan.draws.length === 0 && !hasRanges(graph)) return { likely, low: likely, high: likely };
  return { likely, low: run('low'), high: run('high') };
}

export function isRanged({ likely, low, high }: Runs): boolean {
  return low !== likely || high !== likely;
}

/** Ends of a column without any range are one array. */
function hasRanges({ strength, buffer, restartLag, aids }: Graph): boolean {
  const ranged = ({ low, likely, high }: Ends) => low !== likely || high !== likely;
  return [strength, buffer, restartLag, aids.capacity, aids.after, aids.lasts].some(ranged);
}
