/** What a worker needs to do its share of the runs: plain data, no ids but for the result. */
import type { GraphInput } from '@msp-impact/engine';
import { KINDS } from '@msp-impact/engine';
import { firstBreaches, type Tolerances, tolerancesOf } from '../scenario/breach.ts';
import { knownLeaves } from '../scenario/harm.ts';
import type { Plan } from '../scenario/plan.ts';
import { isHit, lostHours } from '../scenario/series.ts';
import type { Simulated } from '../scenario/simulated.ts';
import { nodeId, nodeName } from '../snapshot/read.ts';
import { type Inputs, inputsOf } from './inputs.ts';

const SERVICE = KINDS.indexOf('service');
/** Services and tolerances of which every run is kept; the others count in the harm all the same. */
const MOST_SERVICES = 100;
const MOST_TOLERANCES = 100;

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface MonteCarloTask {
  readonly revision: number;
  readonly runs: number;
  readonly seed: number;
  readonly input: GraphInput;
  readonly plan: Plan;
  /** The draws of those with a name are kept. */
  readonly inputs: Inputs;
  readonly unit: 'person-hours' | 'service-hours';
  /** What the harm is summed over: leaf regions by people, or services by 1. */
  readonly counted: { readonly node: Uint32Array; readonly weight: Float64Array };
  /** Topmost regions, and for each entry of `counted` its position in them; -1 none. */
  readonly areas: readonly Named[];
  readonly areaOf: Int32Array;
  readonly services: readonly Named[];
  readonly serviceNode: Uint32Array;
  readonly tolerances: Tolerances;
  readonly toleranceOf: readonly Named[];
}

/** Reads what the graph and the scenario leave open, giving the event loop a turn now and then. */
export function* monteCarloTask(
  simulated: Simulated,
  runs: number,
  seed: number,
): Generator<void, MonteCarloTask> {
  const { snapshot, plan } = simulated;
  const { graph } = snapshot;
  const byPeople = graph.peopleKnown;
  const node = byPeople ? knownLeaves(snapshot) : servicesHit(simulated);
  const weight = Float64Array.from(node, (v) => (byPeople ? (graph.population[v] as number) : 1));
  const top = byPeople ? node.map((v) => snapshot.area[v] as number) : node.map(() => -1);
  const areas = [...new Set(top.filter((v) => v >= 0))];
  yield;
  const services = servicesHit(simulated).slice(0, MOST_SERVICES);
  const tolerances = tolerancesMissed(simulated);
  const inputs = yield* inputsOf(simulated);
  const named = (v: number) => ({ id: nodeId(snapshot, v), name: nodeName(snapshot, v) });
  return {
    revision: snapshot.revision,
    runs,
    seed,
    input: snapshot.input,
    plan,
    inputs,
    unit: byPeople ? 'person-hours' : 'service-hours',
    counted: { node: Uint32Array.from(node), weight },
    areas: areas.map(named),
    areaOf: Int32Array.from(top, (v) => areas.indexOf(v)),
    services: services.map(named),
    serviceNode: Uint32Array.from(services),
    tolerances,
    toleranceOf: [...tolerances.node].map(named),
  };
}

/** Those that the pessimistic run misses: no other run misses another. Earliest first. */
function tolerancesMissed({ snapshot, low }: Simulated): Tolerances {
  const all = tolerancesOf(snapshot);
  const missed = firstBreaches(low, all);
  const hours = (i: number) => missed.get(all.node[i] as number) as number;
  const kept = [...all.node.keys()].filter((i) => missed.has(all.node[i] as number));
  const rows = kept.sort((a, b) => hours(a) - hours(b) || a - b).slice(0, MOST_TOLERANCES);
  return {
    node: Uint32Array.from(rows, (i) => all.node[i] as number),
    minimum: Float64Array.from(rows, (i) => all.minimum[i] as number),
    maxHours: Float64Array.from(rows, (i) => all.maxHours[i] as number),
  };
}

/** Services that the pessimistic run hits, most hours lost first. */
function servicesHit({ snapshot: { graph }, low }: Simulated): number[] {
  const all = Array.from({ length: graph.nodeCount }, (_, node) => node);
  const hit = all.filter((node) => graph.kind[node] === SERVICE && isHit(low, node));
  const lost = new Map(hit.map((node) => [node, lostHours(low, node)]));
  return hit.sort((a, b) => (lost.get(b) as number) - (lost.get(a) as number) || a - b);
}
