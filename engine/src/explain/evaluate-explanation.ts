import { ALL, ANY, SHARE } from '../codes.ts';
import type { ExplainedGroup, ExplainedNode, Explanation } from './explain.ts';

/**
 * The level that an explanation's own numbers give (law 6): each step of the binding path is
 * computed from its numbers, the binding link delivering what the step before came to.
 * Knows nothing of the graph. Within 1e-9 of the level explained.
 */
export function evaluateExplanation(explanation: Explanation): number {
  let level = 1;
  for (const step of explanation.steps) level = evaluateNode(step, level);
  return level;
}

function evaluateNode(node: ExplainedNode, before: number): number {
  if (node.observed !== null) return node.observed;
  let level = node.outage ? node.outage.level : 1;
  for (const group of node.groups) level = Math.min(level, evaluateGroup(group, before));
  return level;
}

function evaluateGroup(group: ExplainedGroup, before: number): number {
  const felt = group.links.map(({ strength, severed, delivered, binding }) => {
    const given = binding ? before : delivered;
    return 1 - strength + strength * (severed ? 0 : given);
  });
  const value = evaluateRule(group, felt);
  return group.workarounds.reduce((h, w) => Math.max(h, w.capacity * w.viaLevel), value);
}

function evaluateRule({ rule, need, links }: ExplainedGroup, felt: number[]): number {
  if (rule === ALL) return Math.min(...felt);
  if (rule === ANY) return Math.max(...felt);
  if (rule === SHARE) return 1 - felt.reduce((lost, f, i) => lost + links[i].weight * (1 - f), 0);
  return felt.sort((a, b) => b - a)[need - 1];
}
