/** Snapshots for tests, from a document in memory or a sample on disk. */
import { readFileSync } from 'node:fs';
import type { Dependency, GraphDocument, GraphNode } from '@msp-impact/contract';
import { columnsOf } from '../store/columns.ts';
import { buildSnapshot } from './build.ts';
import type { Snapshot } from './snapshot.ts';

export function snapshotOf(document: GraphDocument, revision = 1): Snapshot {
  const { name = '', nodes, dependencies = [], contracts = [] } = document;
  return buildSnapshot(columnsOf({ name, revision, nodes, dependencies, contracts }));
}

export function sampleDocument(id = 'advanced-2022'): GraphDocument {
  const url = new URL(`../../../graph-seed/${id}/graph.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as GraphDocument;
}

export function sampleSnapshot(id?: string): Snapshot {
  return snapshotOf(sampleDocument(id));
}

/** A document from short lines: `node('a', 'supplier')`, `link('a', 'b')`. */
export function documentOf(nodes: GraphNode[], dependencies: Dependency[] = []): GraphDocument {
  return { format: 'msp-impact-graph/1', name: 'Test', nodes, dependencies };
}

export function node(
  id: string,
  kind: GraphNode['kind'],
  more: Partial<GraphNode> = {},
): GraphNode {
  return { id, kind, name: id.toUpperCase(), ...more };
}

export function link(from: string, to: string, more: Partial<Dependency> = {}): Dependency {
  return { id: `${from}->${to}`, from, to, ...more };
}
