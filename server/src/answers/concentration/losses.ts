/**
 * Each supplier alone at level 0: what is lost and which services stop. One run per supplier that
 * supplies anything, done once per version of the graph; the event loop gets a turn in between.
 */
import { setImmediate } from 'node:timers/promises';
import type { LossIfDown } from '@msp-impact/contract';
import { KINDS, type Question, STATES, solve } from '@msp-impact/engine';
import type { Snapshot } from '../../snapshot/snapshot.ts';

const SUPPLIER = KINDS.indexOf('supplier');
const SERVICE = KINDS.indexOf('service');
const DOWN = STATES.indexOf('down');
/** Milliseconds in one go, and in all. */
const TURN = 15;
const TIME_LIMIT = 20_000;

export interface Loss {
  /** Engine node of the supplier. */
  readonly node: number;
  /** Σ (1 − level) over services. */
  readonly services: number;
  /** Nodes at or under their `downAt`, itself included. */
  readonly down: number;
  readonly people: number;
  /** Engine nodes, ascending: services it lowers, and those of them that it stops. */
  readonly lowered: Uint32Array;
  readonly stopped: Uint32Array;
}

export interface Losses {
  /** By engine node; a supplier that supplies nothing loses nothing and is not listed. */
  readonly of: ReadonlyMap<number, Loss>;
  readonly peopleKnown: boolean;
  /** False: the time limit was reached; suppliers are missing. */
  readonly complete: boolean;
}

const kept = new WeakMap<Snapshot, Promise<Losses>>();

export function lossesOf(snapshot: Snapshot): Promise<Losses> {
  const known = kept.get(snapshot);
  if (known) return known;
  const losses = sweep(snapshot);
  kept.set(snapshot, losses);
  losses.catch(() => kept.delete(snapshot));
  return losses;
}

async function sweep(snapshot: Snapshot): Promise<Losses> {
  const { graph } = snapshot;
  const of = new Map<number, Loss>();
  const began = performance.now();
  let turn = began;
  let [peopleKnown, complete] = [false, true];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kind[node] !== SUPPLIER || graph.outStart[node] === graph.outStart[node + 1])
      continue;
    const now = performance.now();
    if (now - began > TIME_LIMIT) {
      complete = false;
      break;
    }
    if (now - turn > TURN) {
      await setImmediate();
      turn = performance.now();
    }
    const found = alone(snapshot, node);
    of.set(node, found.loss);
    peopleKnown = found.peopleKnown;
  }
  return { of, peopleKnown, complete };
}

function alone({ graph }: Snapshot, node: number): { loss: Loss; peopleKnown: boolean } {
  const outage = { node, level: { low: 0, likely: 0, high: 0 }, cause: 0 };
  const question: Question = {
    outages: [outage],
    severed: [],
    observed: [],
    workarounds: false,
  };
  const { hit, level, state, people } = solve(graph, question);
  const lowered = hit.filter((one) => graph.kind[one] === SERVICE);
  let [services, down] = [0, 0];
  for (const one of lowered) services += 1 - (level.likely[one] as number);
  for (const one of hit) if (state[one] === DOWN) down++;
  const stopped = lowered.filter((one) => state[one] === DOWN);
  const loss = { node, services, down, people: people.lost.likely, lowered, stopped };
  return { loss, peopleKnown: people.known };
}

/** A supplier that supplies nothing loses nothing. */
export function lossShown(losses: Losses, node: number): LossIfDown {
  const { services = 0, down = 1, people = 0 } = losses.of.get(node) ?? {};
  return { services, down, ...(losses.peopleKnown ? { people } : {}) };
}

/** Largest first: people where they are on record, then services, then id. */
export function byLoss({ graph }: Snapshot, losses: Losses): (a: number, b: number) => number {
  const people = (node: number) => losses.of.get(node)?.people ?? 0;
  const services = (node: number) => losses.of.get(node)?.services ?? 0;
  return (a, b) =>
    people(b) - people(a) ||
    services(b) - services(a) ||
    (graph.order[a] as number) - (graph.order[b] as number);
}
