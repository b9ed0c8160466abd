/** What a node or link is called, by engine index: the way back from indices to ids. */
import type { Confidence, Kind, Rule } from '@msp-impact/contract';
import { COLUMNS, type Column } from '@msp-impact/contract';
import { KINDS, RULES } from '@msp-impact/engine';
import type { NodeModel, Snapshot } from './snapshot.ts';

/** Engine node of an id; -1 when there is none. */
export function nodeOf(snapshot: Snapshot, id: string): number {
  const row = snapshot.rows.get(id);
  return row === undefined ? -1 : (snapshot.graph.indexOf[row] as number);
}

export function nodeRow(snapshot: Snapshot, node: number): number {
  return snapshot.graph.order[node] as number;
}

export function nodeId(snapshot: Snapshot, node: number): string {
  return snapshot.columns.nodes.id[nodeRow(snapshot, node)] as string;
}

export function nodeName(snapshot: Snapshot, node: number): string {
  return snapshot.columns.nodes.name[nodeRow(snapshot, node)] as string;
}

export function nodeKind(snapshot: Snapshot, node: number): Kind {
  return KINDS[snapshot.graph.kind[node] as number] as Kind;
}

export function nodeModel(snapshot: Snapshot, node: number): NodeModel | undefined {
  return snapshot.models[nodeRow(snapshot, node)];
}

export function nodeColumn(snapshot: Snapshot, node: number): Column {
  return COLUMNS[snapshot.column[node] as number] as Column;
}

export function nodeParent(snapshot: Snapshot, node: number): string | undefined {
  return snapshot.columns.nodes.parent[nodeRow(snapshot, node)] ?? undefined;
}

/** Row of an engine link in the columns; -1: made for a region's part, on record nowhere. */
export function linkRow(snapshot: Snapshot, link: number): number {
  return snapshot.graph.linkOrder[link] as number;
}

export function linkId(snapshot: Snapshot, link: number): string {
  return snapshot.columns.dependencies.id[linkRow(snapshot, link)] as string;
}

/** Best confidence among the evidence of a link; undefined when none is on record. */
export function linkConfidence(snapshot: Snapshot, link: number): Confidence | undefined {
  const confidence = snapshot.columns.dependencies.confidence[linkRow(snapshot, link)];
  return (confidence ?? undefined) as Confidence | undefined;
}

/** No stated or reported evidence: drawn dotted, and counted beside the answer. */
export function isAssumed(snapshot: Snapshot, link: number): boolean {
  const confidence = linkConfidence(snapshot, link);
  return confidence === undefined || confidence === 'assumed';
}

/** Name and rule of the group of an engine link; undefined when it is required on its own. */
export function linkGroup(
  snapshot: Snapshot,
  link: number,
): { name: string | undefined; rule: Rule; k?: number } | undefined {
  const group = snapshot.graph.groupOrder[snapshot.graph.groupOf[link] as number] as number;
  if (group < 0) return undefined;
  return groupAt(snapshot, group);
}

/** A group by its input position. */
export function groupAt(
  snapshot: Snapshot,
  group: number,
): { name: string | undefined; rule: Rule; k?: number } {
  const { groups } = snapshot;
  const rule = RULES[groups.rule[group] as number] as Rule;
  const k = rule === 'atLeast' ? { k: groups.k[group] as number } : {};
  return { name: groups.name[group] ?? undefined, rule, ...k };
}

/** Engine links into a node, by group. */
export function linksInto({ graph }: Snapshot, node: number): { start: number; end: number } {
  const start = graph.linkStart[graph.groupStart[node] as number] as number;
  const end = graph.linkStart[graph.groupStart[node + 1] as number] as number;
  return { start, end };
}

/** Engine links out of a node. */
export function linksOutOf({ graph }: Snapshot, node: number): Uint32Array {
  return graph.outLink.subarray(graph.outStart[node], graph.outStart[node + 1]);
}
