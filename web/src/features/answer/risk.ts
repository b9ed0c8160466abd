/** "Because … there is a risk that … leading to …": the form of a risk register. */
import type { ImpactAnswer } from '@msp-impact/contract';
import { causeWord, peopleRange, percent } from '../../ui/words.ts';
import type { View } from '../../url/view.ts';

/** Likelihood stays empty: how often it happens is not for this product to invent. */
export function riskText(answer: ImpactAnswer, view: View, nameOf: (id: string) => string): string {
  const because = joined(causes(view, nameOf));
  // "N. Ireland" ends no sentence: only a small letter, a bracket or a % before the dot does.
  const [first = '', ...rest] = answer.sentence.split(/(?<=[a-z)%]\.)\s+/);
  const that = lowered(first.replace(/\.$/, ''));
  const basis = `Rests on ${answer.basis.links} links, ${answer.basis.assumed + answer.basis.none} of them assumed or without a source; version ${answer.revision} of the data.`;
  return [
    [
      `Because ${because}, there is a risk that ${that}, leading to ${consequence(answer)}.`,
      ...rest,
    ].join(' '),
    'Likelihood: ',
    basis,
  ].join('\n');
}

function causes(view: View, nameOf: (id: string) => string): string[] {
  const zone = (id: string) => id.replace(/[-_]+/g, ' ');
  return [
    ...view.down.map(({ id, level, cause }) =>
      level
        ? `${nameOf(id)} could be reduced to ${percent(level)}`
        : `${nameOf(id)} could be ${cause && cause !== 'failed' ? causeWord(cause) : 'stopped'}`,
    ),
    ...view.isolate.map((id) => `everything in “${zone(id)}” could be switched off together`),
    ...view.sever.map(({ from, to }) => `${nameOf(to)} could cut itself off from ${nameOf(from)}`),
  ];
}

function consequence({ summary }: ImpactAnswer): string {
  const { people, services } = summary;
  const hit = `${services.stopped} services stopped and ${services.reduced} reduced`;
  if (!people.known || people.lost === 0) return hit;
  return `${hit}, as if ${peopleRange(people.lost, people.lostRange)} people had none`;
}

const joined = (list: readonly string[]) =>
  list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;

/** Only words that are no names may lose their capital. */
const lowered = (text: string) =>
  text.replace(/^(No|Nothing|One|All|Only|Every|About|The|More|Two|Three)\b/, (word) =>
    word.toLowerCase(),
  );
