import { AT_LEAST, NO_CAUSE } from '../codes.ts';
import type { Graph } from '../graph.ts';
import type { Question } from '../question.ts';
import { coveredValue, felt, groupValue } from '../solve/evaluate.ts';
import { load } from '../solve/load.ts';
import type { Impact } from '../solve/solve.ts';
import { LIKELY, reset, setLevel, type Workspace, workspaceOf } from '../solve/workspace.ts';
import { bindingLink, bindingLinks } from './path.ts';

/** One dependency of the node explained, at its likely values. */
export interface ExplainedLink {
  link: number;
  from: number;
  strength: number;
  /** Share; 0 outside share groups. */
  weight: number;
  severed: boolean;
  /** Level of the provider; 0 when severed. */
  delivered: number;
  /** 1 - strength * (1 - delivered). */
  felt: number;
  binding: boolean;
}

export interface ExplainedWorkaround {
  /** Input index. */
  workaround: number;
  capacity: number;
  /** Node that it needs; -1 none. */
  via: number;
  /** Level of that node; 1 without one. */
  viaLevel: number;
}

export interface ExplainedGroup {
  group: number;
  /** Input index; -1 the links required on their own; -2 the parts of a region. */
  inputGroup: number;
  /** Rule code. */
  rule: number;
  /** Healthy members needed. */
  need: number;
  links: ExplainedLink[];
  /** Those in use. */
  workarounds: ExplainedWorkaround[];
  /** By the rule alone. */
  value: number;
  /** With the workarounds in use. */
  covered: number;
}

/** Everything that one node's level is computed from. */
export interface ExplainedNode {
  node: number;
  level: number;
  /** Level observed, which replaces the rest; null without an observation. */
  observed: number | null;
  /** Its own outage; null without one. */
  outage: { level: number; cause: number } | null;
  groups: ExplainedGroup[];
}

/** Why a node is at its level: the nodes along its binding path, the last the node itself. */
export interface Explanation {
  node: number;
  level: number;
  /** State and cause codes. */
  state: number;
  cause: number;
  /** For a node at level 1: itself alone. */
  steps: ExplainedNode[];
}

/**
 * Explains the likely level of a node. O(links of the nodes on its path, and n to load the levels).
 */
export function explain(
  graph: Graph,
  question: Question,
  impact: Impact,
  node: number,
): Explanation {
  const links = bindingLinks(graph, question, impact, node);
  const nodes = [...links.map((l) => graph.from[l]), node];
  const ws = workspaceOf(graph);
  try {
    load(ws, question, LIKELY);
    for (const v of impact.hit) setLevel(ws, v, impact.level.likely[v]);
    return {
      node,
      level: impact.level.likely[node],
      state: impact.state[node],
      cause: impact.cause[node],
      steps: nodes.map((v) => explainNode(ws, v, bindingLink(impact, v))),
    };
  } finally {
    for (const v of impact.hit) setLevel(ws, v, 1);
    reset(ws);
  }
}

function explainNode(ws: Workspace, v: number, binding: number): ExplainedNode {
  const { groupStart } = ws.graph;
  const groups: ExplainedGroup[] = [];
  for (let g = groupStart[v]; g < groupStart[v + 1]; g++) groups.push(explainGroup(ws, g, binding));
  const cause = ws.cap[v] < 1 ? ws.ownCause[v] : NO_CAUSE;
  return {
    node: v,
    level: ws.level[v],
    observed: ws.fixed[v] ? ws.pin[v] : null,
    outage: cause === NO_CAUSE ? null : { level: ws.cap[v], cause },
    groups,
  };
}

function explainGroup(ws: Workspace, group: number, binding: number): ExplainedGroup {
  const { graph } = ws;
  const links: ExplainedLink[] = [];
  for (let l = graph.linkStart[group]; l < graph.linkStart[group + 1]; l++) {
    links.push(explainLink(ws, l, l === binding));
  }
  return {
    group,
    inputGroup: graph.groupOrder[group],
    rule: graph.groupRule[group],
    need: graph.groupRule[group] === AT_LEAST ? graph.groupNeed[group] : links.length,
    links,
    workarounds: ws.aids ? explainAids(ws, group) : [],
    value: groupValue(ws, group),
    covered: coveredValue(ws, group),
  };
}

function explainLink(ws: Workspace, link: number, binding: boolean): ExplainedLink {
  const { graph } = ws;
  const severed = ws.source[link] === graph.nodeCount;
  return {
    link,
    from: graph.from[link],
    strength: ws.strength[link],
    weight: graph.weight[link],
    severed,
    delivered: severed ? 0 : ws.level[graph.from[link]],
    felt: felt(ws, link),
    binding,
  };
}

function explainAids(ws: Workspace, group: number): ExplainedWorkaround[] {
  const { aids } = ws.graph;
  const used = Array.from(
    aids.byGroup.subarray(aids.groupStart[group], aids.groupStart[group + 1]),
  );
  return used.map((w) => ({
    workaround: w,
    capacity: ws.capacity[w],
    via: aids.via[w],
    viaLevel: aids.via[w] < 0 ? 1 : ws.level[aids.via[w]],
  }));
}
