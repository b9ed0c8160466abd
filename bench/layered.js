/** A seeded graph of as many nodes as are drawn at once. */
import { random } from '../engine/dist/testing/random-graph.js';

/** Nodes of each kind, the one that is stopped first. */
export const LAYERS = [
  ['supplier', 30],
  ['product', 120],
  ['service', 250],
  ['region', 100],
];
export const NODES = LAYERS.reduce((sum, [, count]) => sum + count, 0);

/** Each node relies on one to three of the layer before, so the first supplier hits all. */
export function layered(seed) {
  const next = random(seed);
  const nodes = [];
  const dependencies = [];
  const link = (from, to) => dependencies.push({ id: `${from}->${to}`, from, to });
  let before = [];
  for (const [kind, count] of LAYERS) {
    const layer = Array.from({ length: count }, (_, i) => `${kind}-${i}`);
    for (const id of layer) {
      nodes.push({ id, kind, name: `${kind} ${id.split('-')[1]}` });
      const providers = before.length > 0 ? before : layer.slice(0, id === layer[0] ? 0 : 1);
      const chosen = new Set([1, 2, 3].map(() => providers[Math.floor(next() * providers.length)]));
      for (const from of chosen) if (from !== undefined) link(from, id);
    }
    before = layer;
  }
  return { name: 'Benchmark', nodes, dependencies };
}
