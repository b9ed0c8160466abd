/** Rows of the replay in the words of the screen. */
import type { ReplayAnswer, ReplayRow } from '@msp-impact/contract';
import { planText } from '../../ui/hour-words.ts';
import { leftShort, percentRange } from '../../ui/words.ts';

export const AGREES_WORDS: Readonly<Record<ReplayRow['agrees'], string>> = {
  yes: 'Agrees',
  'within the range': 'Within the range only',
  no: 'Does not agree',
};

/** "40 % left (25–60 %)": never a bare number where a range is known. */
export function modelWords({ model }: ReplayRow): string {
  const left = leftShort(model.state, model.level);
  return model.range ? `${left} (${percentRange(model.range)} left)` : left;
}

/** The address of a source and the words for it; without an address it is words alone. */
export function sourceOf(source: string): { readonly href?: string; readonly words: string } {
  const [, href, words] = /^(https?:\/\/\S+)(?:\s+\((.+)\))?$/.exec(source) ?? [];
  if (!href) return { words: source };
  return { href, words: words ?? hostOf(href) };
}

function hostOf(href: string): string {
  try {
    return new URL(href).hostname.replace(/^www\./, '');
  } catch {
    return href;
  }
}

/** "32 of 33 statements agree; one lies within the range only." */
export function agreeingWords({ rows }: ReplayAnswer): string {
  const of = (agrees: ReplayRow['agrees']) => rows.filter((row) => row.agrees === agrees).length;
  const [yes, within, no] = [of('yes'), of('within the range'), of('no')];
  const parts = [
    `The model agrees with ${yes} of ${rows.length} published statements`,
    ...(within > 0 ? [`${within} ${within === 1 ? 'lies' : 'lie'} within its range only`] : []),
    ...(no > 0 ? [`${no} ${no === 1 ? 'does' : 'do'} not agree`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** `$.start (reported, known on 2022-08-08): Systems were …` in three parts. */
export function assumptionOf(text: string) {
  const [, place, basis, reason] = /^\$\.?(\S*) \(([^)]*)\): (.*)$/s.exec(text) ?? [];
  return reason === undefined
    ? { place: '', basis: '', reason: planText(text) }
    : { place: place ?? '', basis: basis ?? '', reason: planText(reason) };
}
