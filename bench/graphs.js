/** Seeded graphs for the benchmarks. The same seed gives the same graph on every machine. */
import { bareGraph, random } from '../engine/dist/testing/random-graph.js';

function shuffled(n, next) {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * Links without circles: each node's providers are drawn from all that stand before it in a hidden
 * random order, so that early nodes reach far and late ones reach little.
 * @returns {{ from: Uint32Array, to: Uint32Array }}
 */
export function acyclicLinks(nodeCount, linkCount, seed) {
  const next = random(seed);
  const place = shuffled(nodeCount, next);
  const from = new Uint32Array(linkCount);
  const to = new Uint32Array(linkCount);
  for (let i = 0; i < linkCount; i++) {
    const later = 1 + Math.floor(next() * (nodeCount - 1));
    from[i] = place[Math.floor(next() * later)];
    to[i] = place[later];
  }
  return { from, to };
}

function kinds(nodeCount, next) {
  return Uint8Array.from({ length: nodeCount }, () => Math.floor(next() * 4));
}

/**
 * The engine's input over given links.
 * @param redundant share of nodes whose links form one group that needs all but one of its members
 */
export function engineInput(nodeCount, links, { seed, redundant }) {
  const next = random(seed + 1);
  const kind = kinds(nodeCount, next);
  const groupOf = new Int32Array(nodeCount).fill(-1);
  const size = new Uint32Array(nodeCount);
  for (const node of links.to) size[node]++;
  const groups = { node: [], rule: [], k: [] };
  for (let node = 0; node < nodeCount; node++) {
    if (size[node] < 2 || next() >= redundant) continue;
    groupOf[node] = groups.node.length;
    groups.node.push(node);
    groups.rule.push(2);
    groups.k.push(size[node] - 1);
  }
  const bare = bareGraph(nodeCount, links.from, links.to);
  return {
    ...bare,
    kind,
    population: Float64Array.from(kind, (k) => (k === 3 ? Math.ceil(next() * 1e5) : Number.NaN)),
    links: { ...bare.links, group: Int32Array.from(links.to, (node) => groupOf[node]) },
    groups: {
      node: Uint32Array.from(groups.node),
      rule: Uint8Array.from(groups.rule),
      k: Uint32Array.from(groups.k),
    },
  };
}

/** Some regions that rely on something: the others lie in them, as in a real country. */
function nationsOf({ kind, links }) {
  const relies = new Set(links.to);
  const nations = Array.from(kind.keys()).filter((i) => kind[i] === 3 && relies.has(i));
  return nations.slice(0, 4);
}

function regionOf(i, nations, population) {
  return {
    population,
    ...(nations.includes(i) ? {} : { parent: id(nations[i % nations.length]) }),
  };
}

/** Id of a node of `documentOf`, by input index. */
export const id = (i) => `n${String(i).padStart(7, '0')}`;

/** Id of a link of `documentOf`, by input index. */
export const linkId = (i) => `d${String(i).padStart(8, '0')}`;

/** The same shape as a graph document, for the store, the API and Neo4j. */
export function documentOf(nodeCount, links, { seed, redundant }) {
  const input = engineInput(nodeCount, links, { seed, redundant });
  const kindNames = ['supplier', 'product', 'service', 'region'];
  const grouped = new Map(Array.from(input.groups.node, (node, g) => [node, input.groups.k[g]]));
  const nations = nationsOf(input);
  const nodes = Array.from({ length: nodeCount }, (_, i) => ({
    id: id(i),
    kind: kindNames[input.kind[i]],
    name: `Node ${i}`,
    ...(input.kind[i] === 3 ? regionOf(i, nations, input.population[i]) : {}),
    ...(grouped.has(i) ? { groups: { main: { rule: 'atLeast', k: grouped.get(i) } } } : {}),
  }));
  const dependencies = Array.from({ length: links.from.length }, (_, i) => ({
    id: linkId(i),
    from: id(links.from[i]),
    to: id(links.to[i]),
    ...(grouped.has(links.to[i]) ? { group: 'main' } : {}),
  }));
  return { format: 'msp-impact-graph/1', name: 'Benchmark', nodes, dependencies };
}
