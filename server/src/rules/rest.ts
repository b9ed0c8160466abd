/** What else is wrong with an item of the wrong shape: people put right an item once. */
import type { Contract, Dependency, Fault, GraphNode, ItemType } from '@msp-impact/contract';
import { checkContract, checkDependency, checkNode } from './check.ts';
import { Doubt } from './doubt.ts';
import { groupFaults } from './groups.ts';
import { isObject, soundItem } from './sound.ts';
import type { RuleView } from './view.ts';

/**
 * What the rules say of the sound parts of `item`, but for what only follows from an unsound one.
 *
 * @param told by its shape already
 * @param view of a graph that may hold the sound parts (`soundItem`) themselves
 */
export function restOf(
  view: RuleView,
  type: ItemType,
  item: unknown,
  told: readonly Fault[],
  path: string,
): Fault[] {
  if (!isObject(item)) return [];
  const left = soundItem(type, item);
  const doubt = new Doubt();
  doubt.note(type, item, left);
  const places = new Set(told.map((one) => one.path));
  return judged(view, type, left, doubt, path).filter((one) => !places.has(one.path));
}

function judged(
  view: RuleView,
  type: ItemType,
  left: object,
  doubt: Doubt,
  path: string,
): readonly Fault[] {
  if (type === 'contract') return checkContract(view, left as Contract, path);
  if (type === 'dependency') {
    return checkDependency(view, doubt.judgeableLink(left as Dependency), path);
  }
  const node = left as GraphNode;
  const groups = groupFaults(view, node.id, path).filter(
    ({ group }) => !doubt.ofGroup(node.id, group),
  );
  return [...checkNode(view, doubt.judgeableNode(node), path), ...groups.map(({ fault }) => fault)];
}
