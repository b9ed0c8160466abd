/**
 * One row of the columns in port.ts per item, and whole columns from lists of items.
 * Both stores fill their columns through these, so that they cannot differ.
 */
import type { Confidence, Contract, Dependency, Evidence, GraphNode } from '@msp-impact/contract';
import type { ContractColumns, DependencyColumns, GraphColumns, NodeColumns } from './port.ts';

/** One position of columns, `revision` apart: that is the store's to know. */
type Row<C> = { [K in Exclude<keyof C, 'revision'>]: C[K] extends (infer T)[] ? T : never };
export type NodeRow = Row<NodeColumns>;
export type DependencyRow = Row<DependencyColumns>;
export type ContractRow = Row<ContractColumns>;

/** Canonical order (contract/src/graph-document.ts). */
const MODEL_FIELDS = [
  'zones',
  'population',
  'people',
  'downAt',
  'restartLagHours',
  'tolerance',
  'groups',
  'workarounds',
] as const satisfies (keyof GraphNode)[];

/** Importers of bills of materials say so of parts without an entry (attribute `dependencies`). */
const NOT_RECORDED = 'not recorded';

/** Relations of a whole to its parts: they do not say what the whole relies on besides. */
const OF_PARTS: ReadonlySet<string | undefined> = new Set(['part of', 'CONTAINS', 'CONTAINED_BY']);

const BEST_FIRST: readonly Confidence[] = ['stated', 'reported', 'assumed'];

/** JSON of the fields that are set; null when none is. */
function jsonOrNull(fields: Record<string, unknown>): string | null {
  const text = JSON.stringify(fields);
  return text === '{}' ? null : text;
}

/** Half a surrogate pair has no UTF-8: both stores would fail on it, each in its own way. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

function bestConfidence(evidence: readonly Evidence[] | undefined): Confidence | null {
  if (!evidence) return null;
  return BEST_FIRST.find((one) => evidence.some((e) => e.confidence === one)) ?? null;
}

/** The columns of one node, in the units of the document. */
export function nodeRow(node: GraphNode): NodeRow {
  const model: Record<string, unknown> = {};
  for (const field of MODEL_FIELDS) if (node[field] !== undefined) model[field] = node[field];
  if (node.attributes?.dependencies === NOT_RECORDED) model.silent = true;
  return {
    id: node.id,
    kind: node.kind,
    name: wellFormed(node.name),
    parent: node.parent ?? null,
    model: jsonOrNull(model),
  };
}

/** The columns of one dependency; a strength that is a range goes to `ranges`. */
export function dependencyRow(dependency: Dependency): DependencyRow {
  const { strength, bufferHours } = dependency;
  const ranges: Record<string, unknown> = {};
  if (typeof strength === 'object') ranges.strength = strength;
  if (bufferHours !== undefined) ranges.bufferHours = bufferHours;
  if (OF_PARTS.has(dependency.attributes?.relation)) ranges.part = true;
  return {
    id: dependency.id,
    from: dependency.from,
    to: dependency.to,
    group: dependency.group ?? null,
    strength: typeof strength === 'number' ? strength : null,
    weight: dependency.weight ?? null,
    ranges: jsonOrNull(ranges),
    confidence: bestConfidence(dependency.evidence),
  };
}

/** The columns of one contract, in the units of the document. */
export function contractRow(contract: Contract): ContractRow {
  const { dependencies } = contract;
  return {
    id: contract.id,
    supplier: contract.supplier,
    value: contract.value ?? null,
    currency: contract.currency ?? null,
    valueBasis: contract.valueBasis ?? null,
    dependencies: dependencies && dependencies.length > 0 ? JSON.stringify(dependencies) : null,
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Turns items into columns sorted by id (code units): O(n log n). */
function columns<T extends { id: string }, R extends { id: string }>(
  items: readonly T[],
  row: (item: T) => R,
  names: readonly (keyof R)[],
  revision: number,
): { [K in keyof R]: R[K][] } & { revision: number[] } {
  const rows = items.map(row).sort(byId);
  const out = { revision: rows.map(() => revision) } as Record<keyof R | 'revision', unknown[]>;
  for (const name of names) out[name] = rows.map((one) => one[name]);
  return out as { [K in keyof R]: R[K][] } & { revision: number[] };
}

export const NODE_FIELDS = ['id', 'kind', 'name', 'parent', 'model'] as const;
export const DEPENDENCY_FIELDS = [
  'id',
  'from',
  'to',
  'group',
  'strength',
  'weight',
  'ranges',
  'confidence',
] as const;
export const CONTRACT_FIELDS = [
  'id',
  'supplier',
  'value',
  'currency',
  'valueBasis',
  'dependencies',
] as const;

/** Columns of a graph that is held as lists, in any order; every item gets the graph's revision. */
export function columnsOf(graph: {
  readonly name: string;
  readonly revision: number;
  readonly nodes: readonly GraphNode[];
  readonly dependencies: readonly Dependency[];
  readonly contracts: readonly Contract[];
}): GraphColumns {
  const { name, revision } = graph;
  return {
    revision,
    name,
    nodes: columns(graph.nodes, nodeRow, NODE_FIELDS, revision),
    dependencies: columns(graph.dependencies, dependencyRow, DEPENDENCY_FIELDS, revision),
    contracts: columns(graph.contracts, contractRow, CONTRACT_FIELDS, revision),
  };
}
