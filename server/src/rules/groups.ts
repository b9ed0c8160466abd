/** Rules on the groups of a node and the links in them. */
import {
  type Fault,
  type GraphNode,
  type Group,
  NODE_ID_PATTERN,
  type Rule,
} from '@msp-impact/contract';
import { at, fault, ID_CHARACTERS } from './fault.ts';
import { checkName } from './values.ts';
import type { RuleLink, RuleNode, RuleView } from './view.ts';

/** Weights of a share group sum to 1, give or take this much. */
const WEIGHT_TOLERANCE = 1e-6;

/** The group as declared, or undefined: a group that is only named by links has the rule `all`. */
export function declaredGroup(
  node: Pick<GraphNode, 'groups'> | undefined,
  name: string | undefined,
): Group | undefined {
  const groups = node?.groups;
  return groups && name !== undefined && Object.hasOwn(groups, name) ? groups[name] : undefined;
}

export function ruleOf(
  node: Pick<GraphNode, 'groups'> | undefined,
  name: string | undefined,
): Rule {
  return declaredGroup(node, name)?.rule ?? 'all';
}

const GROUP_NAME = new RegExp(NODE_ID_PATTERN);

/** Names (the schema lets others by unseen); k is there when, and only when, the rule is atLeast. */
export function checkDeclared(groups: GraphNode['groups'], path: string, out: Fault[]): void {
  for (const [name, group] of Object.entries(groups ?? {})) {
    const place = at(path, name);
    if (!GROUP_NAME.test(name)) {
      out.push(fault(place, name, `as the name of a group, ${ID_CHARACTERS}`));
      continue;
    }
    checkName(name, place, out);
    const { rule, k } = group;
    if (rule === 'atLeast' && k === undefined) {
      out.push(fault(place, { rule }, 'rule atLeast needs k, the number of links that suffice'));
    } else if (rule !== 'atLeast' && k !== undefined) {
      out.push(fault(at(place, 'k'), k, `k belongs to rule atLeast, not to ${rule ?? 'all'}`));
    }
  }
}

/**
 * What only shows when all links of a node are known: k against the size of its group, and the
 * weights of share groups. Run for a node when it, or a link into it, has changed.
 *
 * @param path of the node, e.g. `$.nodes[3]`
 */
export function checkGroupsOf(view: RuleView, nodeId: string, path: string): Fault[] {
  return groupFaults(view, nodeId, path).map((found) => found.fault);
}

/** As checkGroupsOf, with the group that each fault is about. */
export function groupFaults(view: RuleView, nodeId: string, path: string) {
  const node = view.node(nodeId);
  const found: { group: string; fault: Fault }[] = [];
  if (!node?.groups) return found;
  for (const [group, links] of membersOf(node, view.linksInto(nodeId))) {
    const out: Fault[] = [];
    checkMembers(node, group, links, at(path, 'groups'), out);
    found.push(...out.map((one) => ({ group, fault: one })));
  }
  return found;
}

/** Every declared group, in order of declaration, with the links in it. */
function membersOf(node: RuleNode, links: readonly RuleLink[]): Map<string, RuleLink[]> {
  const members = new Map<string, RuleLink[]>();
  for (const name of Object.keys(node.groups ?? {})) members.set(name, []);
  for (const link of links) {
    if (link.group !== undefined) members.get(link.group)?.push(link);
  }
  return members;
}

function checkMembers(
  node: RuleNode,
  name: string,
  links: readonly RuleLink[],
  path: string,
  out: Fault[],
): void {
  const group = declaredGroup(node, name);
  const place = at(path, name);
  if (group?.rule === 'share') checkWeights(links, name, place, out);
  if (group?.rule !== 'atLeast' || group.k === undefined || group.k <= links.length) return;
  const size = links.length === 1 ? '1 link' : `${links.length} links`;
  out.push(
    fault(at(place, 'k'), group.k, `k must be at most ${links.length}: the group has ${size}`),
  );
}

function checkWeights(links: readonly RuleLink[], name: string, path: string, out: Fault[]): void {
  const given = links.filter((link) => link.weight !== undefined);
  if (given.length === 0) return; // equal shares, shown as assumed
  if (given.length < links.length) {
    const missing = links.find((link) => link.weight === undefined)?.id;
    const reason = `give a weight to every link of share group ${name} or to none; ${missing} has none`;
    out.push(fault(path, `${given.length} of ${links.length} weights`, reason));
    return;
  }
  const sum = given.reduce((total, link) => total + (link.weight ?? 0), 0);
  if (Math.abs(sum - 1) <= WEIGHT_TOLERANCE) return;
  out.push(fault(path, sum, `the weights of share group ${name} must sum to 1`));
}
