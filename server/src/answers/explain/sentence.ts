/** Why, in a sentence or two. */
import type { ExplainedNode, Explanation } from '@msp-impact/engine';
import { groupAt, linksInto, nodeName } from '../../snapshot/read.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Solved } from '../ask.ts';
import { causeOf, levelOf, rangeOf, stateOf } from '../numbers.ts';
import { about, causeWord, percent, stateWord } from '../words.ts';
import { bindingGroupOf, bindingLinkOf } from './steps.ts';

/** Input group of the links that the engine makes from the parts of a region to the whole. */
const PARTS = -2;

export function explainSentence(solved: Solved, explained: Explanation): string {
  const { snapshot, impact } = solved;
  const { node, steps } = explained;
  const here = steps.at(-1);
  const name = nodeName(snapshot, node);
  if (!here) return `${name} works: nothing that is stopped reaches it.`;
  if (here.observed !== null)
    return `Someone has looked: ${name} has ${about(here.observed)} left.`;
  if (levelOf(impact, node) >= 1) return unhit(solved, node, name);
  const keeps = keepsOf(solved, node, name);
  if (steps.length === 1) return alone(solved, here, keeps, name);
  return `${keeps}: ${reliance(solved, here)}.${origin(solved, steps)}`;
}

function unhit({ impact, snapshot }: Solved, node: number, name: string): string {
  const state = stateOf(impact, node);
  if (state === 'unknown') {
    // Its supplier or its parts may be linked to it (snapshot/silent.ts).
    const { start, end } = linksInto(snapshot, node);
    const what = end > start ? `what else ${name}` : `what ${name}`;
    return `Nobody has recorded ${what} relies on: whether it is hit is not known.`;
  }
  if (state === 'at-risk')
    return `${name} still works, on its last option: one more stop and it is hit.`;
  const maybe = (impact.level.low[node] as number) < 1;
  if (maybe)
    return `${name} works by the likeliest figures, but may be reduced (${percent(impact.level.low[node] as number)} at worst).`;
  return `${nodeName(snapshot, node)} works: nothing that is stopped reaches it.`;
}

function keepsOf({ impact }: Solved, node: number, name: string): string {
  const level = levelOf(impact, node);
  const { range } = rangeOf(impact, node);
  if (level === 0 && !range) return `${name} stops`;
  return `${name} keeps ${about(level, range)}`;
}

/** Marked by the question itself, or cut off by its own hand. */
function alone(solved: Solved, here: ExplainedNode, keeps: string, name: string): string {
  const link = bindingLinkOf(here);
  if (link?.severed)
    return `${keeps}: it cut itself off from ${nodeName(solved.snapshot, link.from)}.`;
  const cause = causeOf(solved.impact, here.node);
  return cause ? `${name} is marked: ${causeWord(cause)}.` : `${keeps}.`;
}

/** "it relies on Adastra for 85 %, which is stopped". */
function reliance({ snapshot, impact }: Solved, here: ExplainedNode): string {
  const link = bindingLinkOf(here);
  if (!link) return 'what it relies on is hit';
  const provider = nodeName(snapshot, link.from);
  const parts = bindingGroupOf(here)?.inputGroup === PARTS;
  if (parts) return `its parts are hit, ${provider} most (${percent(link.delivered)} left)`;
  const state = stateOf(impact, link.from);
  const left = state === 'degraded' ? `keeps ${percent(link.delivered)}` : `is ${stateWord(state)}`;
  const share = bindingGroupOf(here);
  const inGroup = share ? groupWords(snapshot, share, here.node) : '';
  const relies =
    link.strength < 1
      ? `it relies on ${provider} for ${percent(link.strength)}`
      : `it relies on ${provider}`;
  return `${relies}, which ${left}${inGroup}`;
}

function groupWords(
  snapshot: Snapshot,
  { inputGroup, links, need }: NonNullable<ReturnType<typeof bindingGroupOf>>,
  node: number,
): string {
  if (inputGroup < 0) return '';
  const { rule } = groupAt(snapshot, inputGroup);
  if (rule === 'share') return `, one of the ${links.length} services that count here`;
  if (rule === 'all') return '';
  const circle = snapshot.graph.circles.of[node] as number;
  const leans =
    circle >= 0 && links.every((link) => snapshot.graph.circles.of[link.from] === circle);
  if (leans) return '; its alternatives only lean on each other';
  const needed = rule === 'any' ? 1 : need;
  return `; it needs ${needed} of ${links.length}, and fewer are left`;
}

function origin({ snapshot, impact }: Solved, steps: readonly ExplainedNode[]): string {
  const first = steps[0] as ExplainedNode;
  const cause = causeOf(impact, first.node);
  const name = nodeName(snapshot, first.node);
  const link = bindingLinkOf(first);
  if (link?.severed)
    return ` It began when ${name} cut itself off from ${nodeName(snapshot, link.from)}.`;
  if (!cause) return '';
  return ` It began with ${name}: ${causeWord(cause)}.`;
}
