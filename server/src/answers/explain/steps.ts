/** The way from the outage to a node, one step a node. */
import type { ExplainStep } from '@msp-impact/contract';
import type {
  Explanation as EngineExplanation,
  ExplainedGroup,
  ExplainedLink,
  ExplainedNode,
} from '@msp-impact/engine';
import { groupAt, linkConfidence, linkId, linkRow } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Solved } from '../ask.ts';
import { nameOf } from '../impact.ts';
import { levelOf, rangeOf, stateOf } from '../numbers.ts';

/** Levels this close are the same: sums of shares carry rounding. */
const SAME = 1e-9;

export function bindingGroupOf(node: ExplainedNode): ExplainedGroup | undefined {
  return node.groups.find((group) => group.links.some((link) => link.binding));
}

export function bindingLinkOf(node: ExplainedNode): ExplainedLink | undefined {
  return bindingGroupOf(node)?.links.find((link) => link.binding);
}

export function stepsOf(solved: Solved, { steps }: EngineExplanation): ExplainStep[] {
  const { snapshot, impact } = solved;
  return steps.map((step) => ({
    ...nameOf(snapshot, step.node),
    level: levelOf(impact, step.node),
    ...rangeOf(impact, step.node),
    state: stateOf(impact, step.node),
    ...linkOf(snapshot, step),
    ...workaroundOf(snapshot, step),
  }));
}

/** A part of a region is reached over no recorded link. */
function linkOf(snapshot: Snapshot, step: ExplainedNode): Pick<ExplainStep, 'link'> {
  const group = bindingGroupOf(step);
  const link = bindingLinkOf(step);
  if (!group || !link || linkRow(snapshot, link.link) < 0) return {};
  const confidence = linkConfidence(snapshot, link.link);
  return {
    link: {
      id: linkId(snapshot, link.link),
      strength: link.strength,
      ...strengthRange(snapshot, link.link),
      felt: link.felt,
      severed: link.severed,
      ...(confidence ? { confidence } : {}),
      ...(group.inputGroup < 0 ? {} : { group: groupOf(snapshot, group) }),
    },
  };
}

export function strengthRange({ graph }: Snapshot, link: number) {
  const low = graph.strength.low[link] as number;
  const high = graph.strength.high[link] as number;
  return low === high ? {} : { strengthRange: { low, high } };
}

function groupOf(snapshot: Snapshot, group: ExplainedGroup) {
  const { name, rule, k } = groupAt(snapshot, group.inputGroup);
  return {
    name: name ?? 'its services',
    rule,
    ...(k === undefined ? {} : { k }),
    members: group.links.length,
    healthy: group.links.filter(({ felt }) => felt >= 1 - SAME).length,
  };
}

/** The workaround that carries the binding group, when one does. */
function workaroundOf(snapshot: Snapshot, step: ExplainedNode): Pick<ExplainStep, 'workaround'> {
  const group = bindingGroupOf(step);
  if (!group || group.covered <= group.value) return {};
  const best = group.workarounds.find((one) => one.capacity * one.viaLevel >= group.covered - SAME);
  const recorded = best && snapshot.workarounds.recorded[best.workaround];
  return best && recorded ? { workaround: { name: recorded.name, capacity: best.capacity } } : {};
}
