/** The graph that most benchmarks share, and the nodes in it whose failure reaches far. */
import { buildGraph, reach } from '@msp-impact/engine';
import { acyclicLinks, documentOf, engineInput, id } from './graphs.js';

export const NODES = 100_000;
export const LINKS = 500_000;
export const SEED = 111;
/** Large, and not everything. */
const WANTED = 57_500;
const OPTIONS = { seed: SEED, redundant: 0 };

export const SIZE = `${NODES} nodes, ${LINKS} links, seed ${SEED}`;

/** @returns {{ links: { from: Uint32Array, to: Uint32Array }, input: object, graph: object }} */
export function largeGraph() {
  const links = acyclicLinks(NODES, LINKS, SEED);
  const input = engineInput(NODES, links, OPTIONS);
  return { links, input, graph: buildGraph(input) };
}

export function largeDocument() {
  return documentOf(NODES, acyclicLinks(NODES, LINKS, SEED), OPTIONS);
}

/**
 * The nodes among some whose reach is nearest to 57,500, nearest first.
 * @returns {{ node: number, size: number, id: string }[]} engine index, nodes reached, id in the document
 */
export function farReaching(graph, count) {
  const sizes = Array.from({ length: 1000 }, (_, i) => ({
    node: i * 40,
    size: reach(graph, i * 40, 'downstream').nodes.length,
  }));
  const off = ({ size }) => Math.abs(size - WANTED);
  sizes.sort((a, b) => off(a) - off(b) || a.node - b.node);
  return sizes.slice(0, count).map((one) => ({ ...one, id: id(graph.order[one.node]) }));
}
