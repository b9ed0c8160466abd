/** What stands at the right of each step of the way. */
import type { ExplainStep, Explanation } from '@msp-impact/contract';
import { capital, causeWord, groupWords, KIND_WORDS, percent, reliesFor } from '../../ui/words.ts';

type Link = NonNullable<ExplainStep['link']>;

/** First step: how it began; later ones: by which link the loss came here. */
export function stepWords(step: ExplainStep, first: boolean, cause: Explanation['cause']): string {
  if (step.workaround) {
    return `${step.workaround.name} holds ${percent(step.workaround.capacity)}`;
  }
  if (step.link) return linkWords(step.link);
  if (first) return cause ? causeWord(cause) : '';
  return 'made of its parts';
}

function linkWords(link: Link): string {
  if (link.severed) return 'cut off by its user';
  if (link.group && link.group.members > 1) {
    return groupWords(link.group.rule, link.group.k, link.group.members);
  }
  return link.strength < 1 ? reliesFor(link.strength) : 'relies on it wholly';
}

/** "Service", "Area · England". */
export function kindLine(kind: Explanation['kind'], parent: string | undefined): string {
  const word = capital(KIND_WORDS[kind].one);
  return parent ? `${word} · ${parent}` : word;
}
