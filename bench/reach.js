/** Reach and full impact of one node, beside the libraries of the field, all taking turns. */
import { buildGraph, reach, solve } from '@msp-impact/engine';
import graphology from 'graphology';
import { bfsFromNode } from 'graphology-traversal';
import { farReaching, largeGraph, NODES, SIZE } from './large.js';
import { pythonPeers } from './python-peers.js';
import { best, interleaved, ms, ratio, row, time } from './report.js';

export const title = `Reach and impact of one node: ${SIZE}`;

function graphologyWalk(links, start) {
  const graph = new graphology.MultiDirectedGraph();
  for (let i = 0; i < NODES; i++) graph.addNode(i);
  for (let i = 0; i < links.from.length; i++) graph.addDirectedEdge(links.from[i], links.to[i]);
  return () => bfsFromNode(graph, start, () => false, { mode: 'outbound' });
}

/** The node alone, failed. */
function stopped(node) {
  const level = { low: 0, likely: 0, high: 0 };
  return { outages: [{ node, level, cause: 0 }], severed: [], observed: [], workarounds: false };
}

/** A peer that walks another graph, or walks it otherwise, is no measure of ours. */
function tellOtherReach(name, theirs, ours) {
  if (theirs === ours) return;
  console.log(`  NOT COMPARABLE: ${name} reaches ${theirs} nodes, we reach ${ours}`);
}

export async function measure() {
  const { links, input, graph } = largeGraph();
  const [{ node, size }] = farReaching(graph, 1);
  const source = graph.order[node];
  const walk = graphologyWalk(links, source);
  const peers = pythonPeers({ nodes: NODES, links, source });
  const question = stopped(node);
  for (let i = 0; i < 20; i++) solve(graph, question);
  const found = await interleaved({
    plain: (calls) => best(() => reach(graph, node, 'downstream'), calls),
    full: (calls) => best(() => solve(graph, question), calls),
    igraph: (calls) => peers.best('igraph', calls),
    scipy: (calls) => peers.best('scipy', calls),
    graphology: () => best(walk, 2),
  });
  peers.close();
  row('nodes reached', size);
  for (const [name, count] of peers.reached) tellOtherReach(name, count, size);
  row('build of the graph in memory', ms(time(() => buildGraph(input), { runs: 5, warmUp: 1 })));
  row('plain reach', ms(found.plain));
  row('  against graphology', ratio(found.graphology, found.plain), '≥ 100 ×');
  row('  against igraph', ratio(found.igraph, found.plain), '≥ 7 ×');
  row("  against scipy's csgraph", ratio(found.scipy, found.plain), '≥ 0.5 ×');
  row('full impact (levels, states, causes)', ms(found.full));
  row('  as a multiple of our plain reach', ratio(found.full, found.plain), '≤ 3 ×');
}
