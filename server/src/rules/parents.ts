/** Rules on parents: they exist, are of the same kind, and make no circle. */
import type { Fault, GraphNode } from '@msp-impact/contract';
import { at, fault } from './fault.ts';
import type { RuleNode, RuleView } from './view.ts';

/** The parent itself; circles are looked for apart. */
export function checkParent(view: RuleView, node: RuleNode, path: string, out: Fault[]): void {
  const { parent, kind } = node;
  if (parent === undefined || kind === undefined) return;
  const place = at(path, 'parent');
  if (kind !== 'supplier' && kind !== 'region') {
    out.push(fault(place, parent, `a ${kind} has no parent; only suppliers and regions have`));
    return;
  }
  if (parent === node.id) {
    out.push(fault(place, parent, `a ${kind} cannot be its own parent`));
    return;
  }
  const found = view.node(parent);
  if (!found) out.push(fault(place, parent, `no node has this id; name an existing ${kind}`));
  else if (found.kind !== undefined && found.kind !== kind) {
    out.push(fault(place, parent, `is a ${found.kind}; the parent of a ${kind} is a ${kind}`));
  }
}

/** A circle that runs through this node, found by walking up from it: O(depth). */
export function checkCircleFrom(view: RuleView, node: GraphNode, path: string, out: Fault[]) {
  const way = [node.id];
  const seen = new Set(way);
  for (let up = node.parent; up !== undefined; up = view.node(up)?.parent) {
    if (up === node.id) break;
    if (seen.has(up)) return; // a circle further up: that node's fault, not this one's
    seen.add(up);
    way.push(up);
    if (!view.node(up)) return;
  }
  if (way.length > 1 && closes(view, way)) out.push(circle(way, at(path, 'parent')));
}

function closes(view: RuleView, way: readonly string[]): boolean {
  return view.node(way[way.length - 1] as string)?.parent === way[0];
}

function circle(way: readonly string[], path: string): Fault {
  const names = way.slice(0, 6).join(' → ');
  const ring = way.length > 6 ? `${names} → … (${way.length} in all)` : `${names} → ${way[0]}`;
  return fault(path, way[1], `parents must not form a circle: ${ring}`);
}

/**
 * All circles of a whole document, each told once, at its first node in the order given.
 * Every node is walked over once: linear, however deep the tree.
 */
export function parentCircles(
  nodes: readonly RuleNode[],
  parentOf: (id: string) => string | undefined,
  pathOf: (index: number) => string,
): Fault[] {
  const out: Fault[] = [];
  let index: Map<string, number> | undefined; // made once, for the first circle
  const walk = new Map<string, number>(); // id → number of the walk that came by first
  for (let i = 0; i < nodes.length; i++) {
    const way: string[] = [];
    let up: string | undefined = nodes[i]?.id;
    while (up !== undefined && !walk.has(up)) {
      walk.set(up, i);
      way.push(up);
      up = parentOf(up);
    }
    if (up === undefined || walk.get(up) !== i) continue;
    const ring = way.slice(way.indexOf(up));
    if (ring.length < 2) continue;
    index ??= new Map(nodes.map((node, at) => [node.id, at]));
    out.push(circle(ring, at(pathOf(index.get(up) ?? i), 'parent')));
  }
  return out;
}
