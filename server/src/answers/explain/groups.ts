/** Everything that one level is computed from: each group of the node, with its members. */
import type { Explanation } from '@msp-impact/contract';
import type { ExplainedGroup, ExplainedNode } from '@msp-impact/engine';
import { groupAt, linkId, linkRow, nodeId, nodeName } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Solved } from '../ask.ts';
import { bindingGroupOf } from './steps.ts';

type Group = Explanation['groups'][number];

export function groupsOf({ snapshot }: Solved, here: ExplainedNode): Group[] {
  const binding = bindingGroupOf(here);
  return here.groups.map((group) => ({
    ...ruleOf(snapshot, group),
    value: group.covered,
    binding: group === binding,
    members: membersOf(snapshot, group, here.node),
  }));
}

function ruleOf(
  snapshot: Snapshot,
  { inputGroup }: ExplainedGroup,
): Pick<Group, 'name' | 'rule' | 'k'> {
  if (inputGroup === -1) return { rule: 'all' };
  if (inputGroup < -1) return { name: 'its parts', rule: 'share' };
  const { name, rule, k } = groupAt(snapshot, inputGroup);
  return { ...(name === undefined ? {} : { name }), rule, ...(k === undefined ? {} : { k }) };
}

function membersOf(snapshot: Snapshot, group: ExplainedGroup, node: number): Group['members'] {
  const shares = ruleOf(snapshot, group).rule === 'share';
  return group.links.map(({ link, from, delivered, strength, weight, felt, severed }) => ({
    // A region's part hangs on no recorded link; it is named after its two ends.
    link:
      linkRow(snapshot, link) < 0
        ? `${nodeId(snapshot, from)}->${nodeId(snapshot, node)}`
        : linkId(snapshot, link),
    from: nodeId(snapshot, from),
    name: nodeName(snapshot, from),
    level: delivered,
    strength,
    ...(shares ? { weight } : {}),
    felt,
    severed,
  }));
}
