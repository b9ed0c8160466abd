import type { Graph } from '../graph.ts';
import type { Question } from '../question.ts';
import { checkNode } from '../reach.ts';
import { likelyLevel } from '../solve/solve.ts';

/** "Without this outage it would be at …". `index`: into the question's outages or severed links. */
export interface Counterfactual {
  removed: { kind: 'outage' | 'severed'; index: number };
  level: number;
}

/**
 * The level of a node without each outage, each severed link from which there is a way to it (over
 * links, and over the nodes of workarounds where those are in use). Observations stay.
 * One sparse run each. Throws RangeError on a node out of range.
 */
export function counterfactuals(graph: Graph, question: Question, node: number): Counterfactual[] {
  checkNode(graph, node);
  const upstream = leadingTo(graph, node, question.workarounds);
  const found: Counterfactual[] = [];
  question.outages.forEach((outage, index) => {
    if (!upstream.has(outage.node)) return;
    const outages = question.outages.toSpliced(index, 1);
    const level = likelyLevel(graph, { ...question, outages }, node);
    found.push({ removed: { kind: 'outage', index }, level });
  });
  question.severed.forEach((link, index) => {
    if (!upstream.has(graph.to[link])) return;
    const severed = question.severed.toSpliced(index, 1);
    const level = likelyLevel(graph, { ...question, severed }, node);
    found.push({ removed: { kind: 'severed', index }, level });
  });
  return found;
}

/** All nodes from which there is a way to a node, itself included. */
function leadingTo(graph: Graph, node: number, workarounds: boolean): Set<number> {
  const { inStart, from, aids } = graph;
  const needed = new Map<number, number[]>();
  for (let w = 0; workarounds && w < aids.count; w++) {
    if (aids.via[w] < 0) continue;
    needed.set(aids.node[w], [...(needed.get(aids.node[w]) ?? []), aids.via[w]]);
  }
  const found = new Set([node]);
  for (const v of found) {
    for (let l = inStart[v]; l < inStart[v + 1]; l++) found.add(from[l]);
    for (const via of needed.get(v) ?? []) found.add(via);
  }
  return found;
}
