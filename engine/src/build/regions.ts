import { REGION } from '../codes.ts';
import type { GraphInput } from '../graph.ts';

/** What the tree of regions adds to the graph; all by input index. */
export interface Regions {
  /** 1: a region without child regions. */
  leaf: Uint8Array;
  /** 1: a region with child regions. */
  whole: Uint8Array;
  /** Links from a part to its whole, for wholes without dependencies. */
  from: Uint32Array;
  to: Uint32Array;
  /** Share of the whole's people, or equal shares. */
  weight: Float64Array;
  /** Wholes whose shares are equal because a part's population is unknown. */
  assumed: Uint32Array;
}

/**
 * A region with parts and no dependency of its own has its parts' mean, weighted by people.
 * O(n + m).
 */
export function regionsOf(input: GraphInput): Regions {
  const { nodeCount, kind, parent, population } = input;
  const leaf = kind.map((code) => (code === REGION ? 1 : 0));
  const whole = new Uint8Array(nodeCount);
  const total = new Float64Array(nodeCount);
  const parts = new Uint32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const p = parent[v];
    if (!isPart(input, v)) continue;
    leaf[p] = 0;
    whole[p] = 1;
    total[p] += population[v]; // NaN as soon as one is unknown
    parts[p]++;
  }
  const relies = new Uint8Array(nodeCount);
  for (const v of input.links.to) relies[v] = 1;
  const linked: number[] = [];
  const equal: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    if (isPart(input, v) && !relies[parent[v]]) linked.push(v);
    if (whole[v] && !relies[v] && !(total[v] > 0)) equal.push(v);
  }
  const from = Uint32Array.from(linked);
  const to = from.map((v) => parent[v]);
  const weight = Float64Array.from(from, (v) =>
    shareOf(population[v], total[parent[v]], parts[parent[v]]),
  );
  const assumed = Uint32Array.from(equal);
  return { leaf, whole, from, to, weight, assumed };
}

function isPart({ kind, parent }: GraphInput, v: number): boolean {
  return kind[v] === REGION && parent[v] >= 0 && kind[parent[v]] === REGION;
}

function shareOf(people: number, total: number, parts: number): number {
  return total > 0 ? people / total : 1 / parts;
}
