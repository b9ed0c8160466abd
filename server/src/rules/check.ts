/**
 * The rules of the graph, written once for documents, edits and imports.
 * Each function takes items that the schema has accepted, and answers what is wrong with them,
 * in a fixed order; an empty list means nothing is. `path` is the item's own JSON path.
 */
import type { Contract, Dependency, Fault, GraphNode } from '@msp-impact/contract';
import { at, fault } from './fault.ts';
import { ruleOf } from './groups.ts';
import { checkNodeAlone } from './node.ts';
import { checkCircleFrom } from './parents.ts';
import * as values from './values.ts';
import type { RuleView } from './view.ts';

export { checkGroupsOf, declaredGroup, ruleOf } from './groups.ts';

/** A node in its graph: parent, ranges, groups, workarounds, reserved names, days. */
export function checkNode(view: RuleView, node: GraphNode, path: string): Fault[] {
  const out: Fault[] = [];
  checkNodeAlone(view, node, path, out);
  checkCircleFrom(view, node, path, out);
  return out;
}

/** A dependency: both ends exist and differ; a weight stands in a share group alone. */
export function checkDependency(view: RuleView, link: Dependency, path: string): Fault[] {
  const out: Fault[] = [];
  values.checkName(link.id, at(path, 'id'), out);
  checkEnd(view, link.from, path, 'from', out);
  checkEnd(view, link.to, path, 'to', out);
  if (link.from === link.to) {
    out.push(fault(at(path, 'to'), link.to, 'a link needs two different ends'));
  }
  // Most links have few of these, and imports check a million: no path is made for what is not there.
  if (link.group !== undefined) values.checkName(link.group, at(path, 'group'), out);
  if (typeof link.strength === 'object')
    values.checkRange(link.strength, at(path, 'strength'), out);
  if (link.weight !== undefined) checkWeight(view, link, link.weight, at(path, 'weight'), out);
  if (typeof link.bufferHours === 'object') {
    values.checkRange(link.bufferHours, at(path, 'bufferHours'), out);
  }
  if (link.attributes) values.checkMap(link.attributes, at(path, 'attributes'), out);
  if (link.evidence) values.checkEvidence(link.evidence, at(path, 'evidence'), out);
  return out;
}

function checkEnd(
  view: RuleView,
  id: string,
  path: string,
  key: 'from' | 'to',
  out: Fault[],
): void {
  if (view.node(id)) return;
  out.push(fault(at(path, key), id, 'no node has this id; name an existing one'));
}

function checkWeight(
  view: RuleView,
  link: Dependency,
  weight: number,
  path: string,
  out: Fault[],
): void {
  if (link.group === undefined) {
    out.push(fault(path, weight, 'a weight needs a group with rule share; this link has no group'));
    return;
  }
  const node = view.node(link.to);
  const rule = ruleOf(node, link.group);
  if (node && rule !== 'share') {
    const reason = `a weight needs a group with rule share; ${link.group} of ${link.to} has rule ${rule}`;
    out.push(fault(path, weight, reason));
  }
}

const DAYS = ['signed', 'start', 'end', 'maxEnd'] as const;

/** A contract: its supplier is one, its dependencies exist. */
export function checkContract(view: RuleView, contract: Contract, path: string): Fault[] {
  const out: Fault[] = [];
  values.checkName(contract.id, at(path, 'id'), out);
  const supplier = view.node(contract.supplier);
  const place = at(path, 'supplier');
  if (!supplier) {
    out.push(fault(place, contract.supplier, 'no node has this id; name an existing supplier'));
  } else if (supplier.kind !== undefined && supplier.kind !== 'supplier') {
    out.push(fault(place, contract.supplier, `is a ${supplier.kind}; name a supplier`));
  }
  (contract.dependencies ?? []).forEach((id, i) => {
    if (view.hasDependency(id)) return;
    out.push(fault(at(at(path, 'dependencies'), i), id, 'no dependency has this id'));
  });
  for (const key of DAYS) values.checkDay(contract[key], at(path, key), out);
  values.checkMap(contract.attributes, at(path, 'attributes'), out);
  values.checkEvidence(contract.evidence, at(path, 'evidence'), out);
  return out;
}
