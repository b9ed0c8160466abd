/** Which rules an edit can break: those of its own items, and those of what hangs on them. */
import type { Contract, Dependency, Fault, GraphNode } from '@msp-impact/contract';
import { checkContract, checkDependency, checkGroupsOf, checkNode } from '../rules/check.ts';
import { at, fault } from '../rules/fault.ts';
import { checkNodeAlone } from '../rules/node.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { find } from '../snapshot/sorted.ts';
import type { Edit } from './edit.ts';
import { leftHanging } from './hanging.ts';
import { nodeBefore, Overlay } from './overlay.ts';

/** Every rule that the edits, taken together, would break; in their order. */
export function brokenRules(snapshot: Snapshot, edits: readonly Edit[]): Fault[] {
  const view = new Overlay(snapshot, edits);
  const seen = new Set<string>();
  const faults = edits.flatMap((edit) => [
    ...ownRules(view, edit),
    ...groupsTouched(snapshot, view, edit, seen),
  ]);
  return [...faults, ...leftHanging(snapshot, view, edits)];
}

function ownRules(view: Overlay, { type, after, path }: Edit): Fault[] {
  if (!after) return [];
  if (type === 'dependency') return checkDependency(view, after as Dependency, path);
  if (type === 'contract') return checkContract(view, after as Contract, path);
  return [...checkNode(view, after as GraphNode, path), ...weightsUnder(view, after.id, path)];
}

/** A group that is no longer a share group while links into it still carry weights. */
function weightsUnder(view: Overlay, id: string, path: string): Fault[] {
  const weighted = view.linksInto(id).filter((link) => link.weight !== undefined);
  return weighted.flatMap((link) =>
    checkDependency(view, link, '$').map(({ reason }) =>
      fault(at(path, 'groups'), link.id, `this link into ${id}: ${reason}`),
    ),
  );
}

/** Sizes, weights and workarounds of each node whose links or groups the edit changes: once a node. */
function groupsTouched(
  snapshot: Snapshot,
  view: Overlay,
  { type, id, after, path }: Edit,
  seen: Set<string>,
): Fault[] {
  if (type === 'contract') return [];
  const nodes = type === 'node' ? [id] : endsOf(snapshot, id, after as Dependency | null);
  const fresh = nodes.filter((node) => !seen.has(node) && view.node(node));
  for (const node of fresh) seen.add(node);
  if (type === 'node') return fresh.flatMap((node) => checkGroupsOf(view, node, path));
  return fresh.flatMap((node) =>
    [...checkGroupsOf(view, node, '$'), ...aidsOf(snapshot, view, node)].map((found) => ({
      ...found,
      path: after ? at(path, 'group') : path,
      reason: `${node}: ${found.reason}`,
    })),
  );
}

/** Nodes that a dependency leads to: before the edit and after it. */
function endsOf(snapshot: Snapshot, id: string, after: Dependency | null): string[] {
  const { dependencies } = snapshot.columns;
  const row = find(dependencies.id, id);
  const before = row < 0 ? [] : [dependencies.to[row] as string];
  return [...new Set([...before, ...(after ? [after.to] : [])])];
}

/** A workaround may name a group that only links name; the last such link must not go. */
function aidsOf(snapshot: Snapshot, view: Overlay, id: string): Fault[] {
  const node = view.node(id);
  if (!node?.workarounds || !nodeBefore(snapshot, id)) return [];
  const found: Fault[] = [];
  checkNodeAlone(view, node as GraphNode, '$', found);
  return found.filter(({ path }) => path.endsWith('.group'));
}
