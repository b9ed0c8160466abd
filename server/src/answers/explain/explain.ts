/** Why a node is where it is: how it gets here, what it is computed from, what would change it. */
import type { Explanation } from '@msp-impact/contract';
import { explain as explainLevel } from '@msp-impact/engine';
import { linkId, linkRow } from '../../snapshot/read.ts';
import type { Solved } from '../ask.ts';
import { basisOf } from '../basis.ts';
import { nameOf } from '../impact.ts';
import { causeOf, levelOf, rangeOf, stateOf } from '../numbers.ts';
import { changesOf } from './changes.ts';
import { counterfactualsOf } from './counterfactuals.ts';
import { groupsOf } from './groups.ts';
import { explainSentence } from './sentence.ts';
import { bindingLinkOf, stepsOf } from './steps.ts';

/** The claims of the links stand in the store: whoever has it at hand adds what they say. */
export type Unsourced = Omit<Explanation, 'weakest' | 'assumedShares'>;

export function explanationOf(
  solved: Solved,
  node: number,
): { explanation: Unsourced; carrying: readonly string[] } {
  const { snapshot, impact, engineQuestion } = solved;
  const explained = explainLevel(snapshot.graph, engineQuestion, impact, node);
  const here = explained.steps.at(-1);
  const carrying = explained.steps
    .map(bindingLinkOf)
    .filter((link) => link !== undefined && linkRow(snapshot, link.link) >= 0)
    .map((link) => link?.link as number);
  const cause = causeOf(impact, node);
  const explanation: Unsourced = {
    revision: snapshot.revision,
    ...nameOf(snapshot, node),
    level: levelOf(impact, node),
    ...rangeOf(impact, node),
    state: stateOf(impact, node),
    ...(cause ? { cause } : {}),
    observed: here ? here.observed !== null : false,
    sentence: explainSentence(solved, explained),
    steps: stepsOf(solved, explained),
    groups: here ? groupsOf(solved, here) : [],
    counterfactuals: counterfactualsOf(solved, node),
    changes: here ? changesOf(solved, here) : [],
    basis: basisOf(snapshot, carrying),
  };
  return { explanation, carrying: carrying.map((link) => linkId(snapshot, link)) };
}
