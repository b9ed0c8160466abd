/**
 * People of services, split among their suppliers. A supplier's weight for a service is the sum,
 * over the ways that lead from it to the service through products alone, of the product of the
 * strengths along the way; the service's people are split in proportion to the weights.
 */
import { KINDS } from '@msp-impact/engine';
import { linksInto, nodeRow } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Within } from './within.ts';

const SUPPLIER = KINDS.indexOf('supplier');
const PRODUCT = KINDS.indexOf('product');
const SERVICE = KINDS.indexOf('service');

/** By supplier (engine node). `inside`: over the ways that meet the scope. */
interface Weight {
  all: number;
  inside: number;
}
type Weights = Map<number, Weight>;

/** One entry per service and supplier in scope. */
export interface Parts {
  /** Node row of the supplier. */
  readonly holder: Int32Array;
  /** NaN: the service's people are not on record. */
  readonly amount: Float64Array;
  /** Services in scope with no supplier on record. */
  readonly unsupplied: number;
}

/** Suppliers of a node through products; inside a circle of products the strongest way counts. */
export class SupplierWalk {
  readonly #snapshot: Snapshot;
  readonly #meets: (node: number) => boolean;
  readonly #known = new Map<number, Weights>();

  /** @param meets whether an engine node is what the scope is about */
  constructor(snapshot: Snapshot, meets: (node: number) => boolean = () => true) {
    this.#snapshot = snapshot;
    this.#meets = meets;
  }

  suppliersOf(node: number): Weights {
    const known = this.#known.get(node);
    if (known) return known;
    const found: Weights = new Map();
    for (const [member, { strength, meets }] of this.#circleOf(node)) {
      this.#addProviders(found, member, strength, meets);
    }
    this.#known.set(node, found);
    return found;
  }

  /** What supplies `member` from outside its circle, as seen from `strength` further on. */
  #addProviders(found: Weights, member: number, strength: number, meets: boolean): void {
    const { graph } = this.#snapshot;
    const { start, end } = linksInto(this.#snapshot, member);
    for (let link = start; link < end; link++) {
      const provider = graph.from[link] as number;
      const share = strength * (graph.strength.likely[link] as number);
      if (graph.kind[provider] === SUPPLIER) {
        add(found, provider, share, meets || this.#meets(provider) ? share : 0);
      } else if (graph.kind[provider] === PRODUCT && !this.#sameCircle(provider, member)) {
        for (const [supplier, { all, inside }] of this.suppliersOf(provider)) {
          add(found, supplier, all * share, (meets ? all : inside) * share);
        }
      }
    }
  }

  #sameCircle(a: number, b: number): boolean {
    const { of } = this.#snapshot.graph.circles;
    return of[a] === of[b] && (of[a] as number) >= 0;
  }

  /** The node, and the products of its circle that it relies on, by their strongest way to it. */
  #circleOf(node: number): Map<number, { strength: number; meets: boolean }> {
    const { graph } = this.#snapshot;
    const best = new Map([[node, { strength: 1, meets: this.#meets(node) }]]);
    const queue = [node];
    for (let member = queue.pop(); member !== undefined; member = queue.pop()) {
      const here = best.get(member) as { strength: number; meets: boolean };
      const { start, end } = linksInto(this.#snapshot, member);
      for (let link = start; link < end; link++) {
        const provider = graph.from[link] as number;
        if (graph.kind[provider] !== PRODUCT || !this.#sameCircle(provider, node)) continue;
        const strength = here.strength * (graph.strength.likely[link] as number);
        if (strength <= (best.get(provider)?.strength ?? 0)) continue;
        best.set(provider, { strength, meets: here.meets || this.#meets(provider) });
        queue.push(provider);
      }
    }
    return best;
  }
}

function add(found: Weights, supplier: number, all: number, inside: number): void {
  const weight = found.get(supplier);
  if (weight) {
    weight.all += all;
    weight.inside += inside;
  } else found.set(supplier, { all, inside });
}

/** A service meets a scope about regions when it supplies such a region. */
export function peopleParts(snapshot: Snapshot, within: Within): Parts {
  const walk = new SupplierWalk(snapshot, meetsTest(snapshot, within));
  const holder: number[] = [];
  const amount: number[] = [];
  let unsupplied = 0;
  for (let node = 0; node < snapshot.graph.nodeCount; node++) {
    if (snapshot.graph.kind[node] !== SERVICE) continue;
    if (within.reliedOn && !within.reliedOn(nodeRow(snapshot, node))) continue;
    const weights = [...walk.suppliersOf(node)].filter(([, { all }]) => all > 0);
    if (weights.length === 0) unsupplied++;
    const total = weights.reduce((sum, [, { all }]) => sum + all, 0);
    for (const [supplier, { inside }] of weights) {
      if (inside === 0) continue;
      holder.push(nodeRow(snapshot, supplier));
      amount.push((snapshot.people[node] as number) * (inside / total));
    }
  }
  return { holder: Int32Array.from(holder), amount: Float64Array.from(amount), unsupplied };
}

function meetsTest(snapshot: Snapshot, { node: test }: Within): (node: number) => boolean {
  if (!test) return () => true;
  const { graph } = snapshot;
  return (node) => {
    if (test(nodeRow(snapshot, node))) return true;
    if (graph.kind[node] !== SERVICE) return false;
    for (let i = graph.outStart[node] as number; i < (graph.outStart[node + 1] as number); i++) {
      if (test(nodeRow(snapshot, graph.outTo[i] as number))) return true;
    }
    return false;
  };
}
