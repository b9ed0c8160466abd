import type { Graph } from '../graph.ts';
import type { Question } from '../question.ts';
import type { Impact } from '../solve/solve.ts';

/** Binding link of a node in an impact; -1 its own outage or observation, -2 not hit. */
export function bindingLink(impact: Impact, node: number): number {
  const { hit, binding } = impact;
  let [low, high] = [0, hit.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hit[middle] < node) low = middle + 1;
    else high = middle;
  }
  return hit[low] === node ? binding[low] : -2;
}

/** Links from the outage to the node, in that order; a severed link is no step. */
export function bindingLinks(
  graph: Graph,
  question: Question,
  impact: Impact,
  node: number,
): number[] {
  const severed = new Set(question.severed);
  const links: number[] = [];
  // Ends: a provider is one hop nearer to its outage than what it binds.
  let link = bindingLink(impact, node);
  while (link >= 0 && !severed.has(link)) {
    links.push(link);
    link = bindingLink(impact, graph.from[link]);
  }
  return links.reverse();
}

/**
 * Nodes from the binding outage to a node, both included; for a severed link from its dependent. A
 * marked node has itself alone; a node that is not hit has no path. O(path x log hit).
 */
export function bindingPath(
  graph: Graph,
  question: Question,
  impact: Impact,
  node: number,
): number[] {
  if (bindingLink(impact, node) === -2) return [];
  const links = bindingLinks(graph, question, impact, node);
  return [...links.map((l) => graph.from[l]), node];
}
