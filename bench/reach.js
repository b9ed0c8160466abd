/** Reach and full impact of one node, 100,000 nodes and 500,000 links, beside the libraries of the field. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGraph, reach, solve } from '@msp-impact/engine';
import graphology from 'graphology';
import { bfsFromNode } from 'graphology-traversal';
import { acyclicLinks, engineInput } from './graphs.js';
import { ms, ratio, row, time } from './report.js';

const NODES = 100_000;
const LINKS = 500_000;
const SEED = 111;
const RUNS = 21;

export const title = `Reach and impact of one node: ${NODES} nodes, ${LINKS} links, seed ${SEED}`;

/** The node, among a few, whose reach is nearest to 57,500: large, and not everything. */
function source(graph) {
  const sizes = Array.from({ length: 1000 }, (_, i) => ({
    node: i * 40,
    size: reach(graph, i * 40, 'downstream').nodes.length,
  }));
  return sizes.reduce((best, one) =>
    Math.abs(one.size - 57_500) < Math.abs(best.size - 57_500) ? one : best,
  );
}

function graphologyTime(links, start) {
  const graph = new graphology.MultiDirectedGraph();
  for (let i = 0; i < NODES; i++) graph.addNode(i);
  for (let i = 0; i < links.from.length; i++) graph.addDirectedEdge(links.from[i], links.to[i]);
  const walk = () => bfsFromNode(graph, start, () => false, { mode: 'outbound' });
  return time(walk, { runs: 3, warmUp: 1 });
}

/** @returns {{ igraph?: number, scipy?: number }} ms; undefined where python3 lacks the library */
function pythonTimes(links, start) {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-bench-'));
  const file = join(folder, 'links.bin');
  const pairs = new Uint32Array(links.from.length * 2);
  links.from.forEach((from, i) => {
    pairs[2 * i] = from;
    pairs[2 * i + 1] = links.to[i];
  });
  writeFileSync(file, pairs);
  const script = new URL('peers.py', import.meta.url).pathname;
  const python = process.env.PYTHON ?? 'python3';
  try {
    const args = [script, file, String(NODES), String(start), String(RUNS)];
    const answer = JSON.parse(execFileSync(python, args, { encoding: 'utf8' }));
    return { igraph: answer.igraph?.ms, scipy: answer.scipy?.ms };
  } catch {
    return {};
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measure() {
  const links = acyclicLinks(NODES, LINKS, SEED);
  const input = engineInput(NODES, links, { seed: SEED, redundant: 0 });
  const graph = buildGraph(input);
  const { node, size } = source(graph);
  const level = { low: 0, likely: 0, high: 0 };
  const question = {
    outages: [{ node, level, cause: 0 }],
    severed: [],
    observed: [],
    workarounds: false,
  };
  const plain = time(() => reach(graph, node, 'downstream'), { runs: RUNS });
  const full = time(() => solve(graph, question), { runs: RUNS });
  const start = graph.order[node];
  const { igraph, scipy } = pythonTimes(links, start);
  const theirs = graphologyTime(links, start);
  row('nodes reached', size, '-');
  row(
    'build of the graph in memory',
    ms(time(() => buildGraph(input), { runs: 5, warmUp: 1 })),
    '-',
  );
  row('plain reach', ms(plain), '-');
  row('  against graphology', ratio(theirs, plain), '≥ 100 ×');
  row('  against igraph', ratio(igraph, plain), '≥ 7 ×');
  row("  against scipy's csgraph", ratio(scipy, plain), '≥ 0.5 ×');
  row('full impact (levels, states, causes)', ms(full), '-');
  row('  as a multiple of our plain reach', `${(full / plain).toPrecision(3)} ×`, '≤ 3 ×');
}
