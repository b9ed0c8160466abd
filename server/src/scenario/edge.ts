/**
 * Nodes on their last option: at 1, while a redundant group has exactly as many healthy members as it
 * needs because others are hit. By the point answer, as every state is.
 */
import type { Spans } from '@msp-impact/contract';
import { lastOptions, type Span } from '@msp-impact/engine';
import type { Simulated } from './simulated.ts';
import { timelineAt } from './timeline.ts';

export type Edges = ReadonlyMap<number, readonly Span[]>;

/** Engine node → its spans, ascending and apart. O(groups, and changes of those concerned). */
export function edgesOf({ snapshot, likely, plan }: Simulated): Edges {
  return lastOptions(snapshot.graph, likely, timelineAt(plan, 'likely'), 'likely');
}

export function isOnEdge(edges: Edges, node: number, hour: number): boolean {
  return edges.get(node)?.some(({ from, until }) => from <= hour && hour < until) ?? false;
}

/** A span that lasts to the end of the scenario has no end of its own. */
export function spansOf(edges: Edges, node: number, hours: number): Spans {
  const spans = edges.get(node) ?? [];
  return spans.map(({ from, until }) => (until > hours ? { from } : { from, until }));
}
