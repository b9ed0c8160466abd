/** The files of docs/importers/examples, and short words for what a graph holds. For tests. */
import { readFileSync } from 'node:fs';
import type { GraphDocument, Rejected } from '@msp-impact/contract';
import type { SourceFile } from '../format.ts';

export function example(name: string): SourceFile {
  const url = new URL(`../../../../../docs/importers/examples/${name}`, import.meta.url);
  return { name, bytes: readFileSync(url) };
}

/** `supplier CrowdStrike`, sorted. */
export function nodesIn({ nodes }: GraphDocument): string[] {
  return nodes.map(({ kind, name }) => `${kind} ${name}`).sort();
}

/** `CrowdStrike > Falcon`, by the names of both ends, sorted. */
export function linksIn({ nodes, dependencies = [] }: GraphDocument): string[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return dependencies.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`).sort();
}

/** `row column: value`. */
export function refusedIn(rejected: readonly Rejected[]): string[] {
  return rejected.map(({ row, column, value }) => `${row} ${column}: ${value}`);
}
