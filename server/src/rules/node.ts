/** The rules for one node, but for circles of parents and for what depends on all links into it. */
import type { Fault, GraphNode, Workaround } from '@msp-impact/contract';
import { at, fault } from './fault.ts';
import { checkDeclared, declaredGroup } from './groups.ts';
import { checkParent } from './parents.ts';
import * as values from './values.ts';
import type { RuleView } from './view.ts';

export function checkNodeAlone(view: RuleView, node: GraphNode, path: string, out: Fault[]): void {
  values.checkName(node.id, at(path, 'id'), out);
  checkParent(view, node, path, out);
  values.checkNames(node.zones, at(path, 'zones'), out);
  values.checkDay(node.reviewed, at(path, 'reviewed'), out);
  values.checkMap(node.identifiers, at(path, 'identifiers'), out);
  values.checkNames(node.tags, at(path, 'tags'), out);
  values.checkMap(node.attributes, at(path, 'attributes'), out);
  values.checkRange(node.restartLagHours, at(path, 'restartLagHours'), out);
  checkDeclared(node.groups, at(path, 'groups'), out);
  const list = node.workarounds ?? [];
  for (let i = 0; i < list.length; i++) {
    checkWorkaround(view, node, list[i] as Workaround, at(at(path, 'workarounds'), i), out);
  }
  values.checkEvidence(node.evidence, at(path, 'evidence'), out);
}

function checkWorkaround(
  view: RuleView,
  node: GraphNode,
  workaround: Workaround,
  path: string,
  out: Fault[],
): void {
  const { group, via } = workaround;
  if (group !== undefined && !hasGroup(view, node, group)) {
    const reason = `${node.id} has no group of this name; declare it in groups or leave group out`;
    out.push(fault(at(path, 'group'), group, reason));
  }
  values.checkRange(workaround.capacity, at(path, 'capacity'), out);
  values.checkRange(workaround.afterHours, at(path, 'afterHours'), out);
  values.checkRange(workaround.lastsHours, at(path, 'lastsHours'), out);
  if (via !== undefined && via === node.id) {
    out.push(fault(at(path, 'via'), via, 'a workaround cannot run via the node that it helps'));
  } else if (via !== undefined && !view.node(via)) {
    out.push(fault(at(path, 'via'), via, 'no node has this id; name an existing one'));
  }
}

/** Declared on the node, or named by a link into it. */
function hasGroup(view: RuleView, node: GraphNode, group: string): boolean {
  if (declaredGroup(node, group)) return true;
  return view.linksInto(node.id).some((link) => link.group === group);
}
