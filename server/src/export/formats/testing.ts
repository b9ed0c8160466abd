/** Python with networkx, where the machine has it; said loudly where not. */
import { spawnSync } from 'node:child_process';

const PYTHON = process.env.PYTHON ?? 'python3';
const found = spawnSync(PYTHON, ['-c', 'import networkx'], { timeout: 60_000 });
export const HAS_NETWORKX = found.status === 0;
if (!HAS_NETWORKX) {
  console.warn('!! SKIPPED: GraphML and GEXF opened by networkx. Install python3 and networkx.');
}

/** What networkx reads from a file: nodes and edges with their attributes. */
export interface Opened {
  readonly directed: boolean;
  readonly graph: Record<string, unknown>;
  readonly nodes: readonly [string, Record<string, unknown>][];
  readonly edges: readonly [string, string, Record<string, unknown>][];
}

const SCRIPT = `
import json, sys, networkx as nx
kind, path = sys.argv[1], sys.argv[2]
g = nx.read_graphml(path) if kind == 'graphml' else nx.read_gexf(path)
print(json.dumps({'directed': g.is_directed(), 'graph': {k: v for k, v in g.graph.items() if isinstance(v, str)},
  'nodes': list(g.nodes(data=True)), 'edges': list(g.edges(data=True))}))
`;

export function openWithNetworkx(kind: 'graphml' | 'gexf', file: string): Opened {
  const run = spawnSync(PYTHON, ['-c', SCRIPT, kind, file], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    timeout: 60_000,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Opened;
}
