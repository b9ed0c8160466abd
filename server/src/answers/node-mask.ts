/** A set of engine nodes as one byte a node: at 100,000 nodes many times faster than a Set. */
import type { Graph } from '@msp-impact/engine';

export class NodeMask {
  readonly #graph: Graph;
  readonly #flags: Uint8Array;
  #size = 0;

  constructor(graph: Graph, nodes: Iterable<number> = []) {
    this.#graph = graph;
    this.#flags = new Uint8Array(graph.nodeCount);
    for (const node of nodes) this.add(node);
  }

  static all(graph: Graph): NodeMask {
    const mask = new NodeMask(graph);
    mask.#flags.fill(1);
    mask.#size = graph.nodeCount;
    return mask;
  }

  get size(): number {
    return this.#size;
  }

  has(node: number): boolean {
    return this.#flags[node] === 1;
  }

  add(node: number): void {
    if (this.#flags[node] !== 0) return;
    this.#flags[node] = 1;
    this.#size++;
  }

  /** Those for which `keep` holds. */
  filter(keep: (node: number) => boolean): NodeMask {
    const kept = new NodeMask(this.#graph);
    for (let node = 0; node < this.#flags.length; node++) {
      if (this.has(node) && keep(node)) kept.add(node);
    }
    return kept;
  }

  /** By id: input rows are in id order. */
  *byId(): Iterable<number> {
    const { indexOf } = this.#graph;
    for (let row = 0; row < indexOf.length; row++) {
      const node = indexOf[row] as number;
      if (this.#flags[node] === 1) yield node;
    }
  }
}
