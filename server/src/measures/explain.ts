/** What a measure changes, in words. */
import type { Mitigation } from '@msp-impact/contract';
import { list, percent, plural } from '../answers/words.ts';
import { people, serviceHours } from '../scenario/sentence.ts';
import { type Evaluator, type Outcome, removedBounds } from './evaluate.ts';

/** Hours under which nothing was gained. */
const NOTHING = 1e-6;

export function explanationOf(
  evaluator: Evaluator,
  measure: Mitigation,
  base: Outcome,
  outcome: Outcome,
): string {
  const change = changeOf(measure, (id) => evaluator.nameOf(id));
  const gains = [...base.services]
    .map(([id, lost]) => ({ id, hours: lost - (outcome.services.get(id) ?? 0) }))
    .filter(({ hours }) => hours > NOTHING)
    .sort((a, b) => b.hours - a.hours || (a.id < b.id ? -1 : 1));
  const [first] = gains;
  if (!first) return `${change}. It changes no service in these scenarios.`;
  const others = gains.length > 1 ? `, and ${plural(gains.length - 1, 'other service')}` : '';
  const removed = base.harm - outcome.harm;
  const range = removedBounds(base, outcome);
  const amount = evaluator.byPeople ? people(removed, range) : serviceHours(removed, range);
  const harm = removed > NOTHING ? `: ${amount}` : '';
  const hours = plural(Number(first.hours.toFixed(1)), 'hour');
  const name = evaluator.nameOf(first.id);
  const level = levelOf(name, base.lowest.get(first.id), outcome.lowest.get(first.id));
  return `${change}. It gives ${name} back ${hours} of normal work${others}${harm}.${level}`;
}

/** What the node has left at its worst, where that changes. */
function levelOf(name: string, before = 1, after = 1): string {
  const [was, is] = [percent(before), percent(after)];
  return was === is ? '' : ` At its worst ${name} has ${is} left, not ${was}.`;
}

function timeOf({ afterHours = 0, lastsHours }: Extract<Mitigation, { do: 'workaround' }>): string {
  const ready = afterHours > 0 ? `, ready after ${plural(afterHours, 'hour')}` : '';
  return lastsHours === undefined ? ready : `${ready}, for ${plural(lastsHours, 'hour')}`;
}

/** What it does to the graph. */
function changeOf(measure: Mitigation, nameOf: (id: string) => string): string {
  switch (measure.do) {
    case 'supplier': {
      const second = measure.from === undefined ? 'a second supplier' : nameOf(measure.from);
      return `${nameOf(measure.to)} can rely on ${second} as well as on ${nameOf(measure.beside)}`;
    }
    case 'workaround':
      return `${nameOf(measure.node)} has another way of working that carries ${percent(measure.capacity)}${timeOf(measure)}`;
    case 'buffer':
      return `${nameOf(measure.to)} can do without ${nameOf(measure.from)} for ${plural(measure.hours, 'hour')}`;
    case 'split': {
      const are = measure.nodes.length === 1 ? 'is' : 'are';
      // A zone has no name: its id, as words.
      const zone = measure.zone.replace(/[-_]+/g, ' ');
      return `${list(measure.nodes.map(nameOf))} ${are} no longer switched off together with the rest of "${zone}"`;
    }
    case 'restart':
      return `${nameOf(measure.node)} restarts within ${plural(measure.hours, 'hour')}`;
    case 'exit':
      return `${nameOf(measure.to)} loses no more than ${percent(measure.strength)} with ${nameOf(measure.from)}`;
  }
}
