/** What my area has of the answer. */
import type { ImpactAnswer } from '@msp-impact/contract';
import { count, percent } from '../../ui/words.ts';

/**
 * "In Powys: 4 services reduced." `relied`: ids of everything that the area relies on.
 * undefined when nothing is known of the area. "At least" where not every row is here.
 */
export function areaSentence(
  answer: ImpactAnswer,
  area: { readonly id: string; readonly name: string },
  relied: ReadonlySet<string>,
): string {
  const services = answer.impacted.filter((row) => row.kind === 'service' && relied.has(row.id));
  const stopped = services.filter((row) => row.state === 'down').length;
  const reduced = services.length - stopped;
  const own = answer.impacted.find((row) => row.id === area.id);
  const partly = answer.impacted.length < answer.total ? 'at least ' : '';
  const parts = [
    ...(stopped > 0 ? [`${count(stopped, 'service')} stopped`] : []),
    ...(reduced > 0 ? [`${stopped > 0 ? reduced : count(reduced, 'service')} reduced`] : []),
  ];
  const hit = parts.length > 0 ? `${partly}${parts.join(', ')}` : 'no service is hit';
  return `In ${area.name}: ${hit}${own ? `, about ${percent(own.level)} left` : ''}.`;
}
