/** What is different from the report before, in sentences. */
import type { Report } from '@msp-impact/contract';
import { plural, stateWord } from '../answers/words.ts';
import { people } from '../scenario/sentence.ts';

const NAMED = 10;

export function changesSince(before: Report, now: Report): string[] {
  const changes = [
    ...hourChange(before, now),
    ...stateChanges(before, now),
    ...breachChanges(before, now),
  ];
  const harm = now.people.personHours - before.people.personHours;
  if (Math.abs(harm) >= 1) {
    changes.push(`${people(Math.abs(harm))} ${harm > 0 ? 'more' : 'fewer'} are lost.`);
  }
  if (now.graphRevision !== before.graphRevision) {
    changes.push(
      `The graph has changed: version ${before.graphRevision} then, ${now.graphRevision} now.`,
    );
  }
  return changes.length > 0 ? changes : [`Nothing since report ${before.number}.`];
}

/** States of another hour are no news of the incident itself. */
function hourChange(before: Report, now: Report): string[] {
  if (before.atHour === now.atHour) return [];
  const of = ({ atHour }: Report) =>
    atHour === undefined ? 'at their worst' : `at hour ${Number(atHour.toFixed(1))}`;
  return [`States are those ${of(now)}; in report ${before.number} they were those ${of(before)}.`];
}

function stateChanges(before: Report, now: Report): string[] {
  const old = new Map(before.rows.map((row) => [row.id, row]));
  const current = new Map(now.rows.map((row) => [row.id, row]));
  const ids = [...new Set([...current.keys(), ...old.keys()])];
  const changed = ids.flatMap((id) => {
    const [was, is] = [old.get(id), current.get(id)];
    const [from, to] = [was?.state ?? 'up', is?.state ?? 'up'];
    if (from === to) return [];
    return [`${(is ?? was)?.name}: ${stateWord(from)}, now ${stateWord(to)}.`];
  });
  if (changed.length <= NAMED) return changed;
  return [...changed.slice(0, NAMED), `${plural(changed.length - NAMED, 'more change')} of state.`];
}

function breachChanges(before: Report, now: Report): string[] {
  const missed = ({ breaches }: Report) =>
    new Map(breaches.filter(({ hour }) => hour !== undefined).map(({ id, name }) => [id, name]));
  const [old, current] = [missed(before), missed(now)];
  const added = [...current].filter(([id]) => !old.has(id)).map(([, name]) => name);
  const gone = [...old].filter(([id]) => !current.has(id)).map(([, name]) => name);
  return [
    ...added.map((name) => `The limit of ${name} is missed now.`),
    ...gone.map((name) => `The limit of ${name} is no longer missed.`),
  ];
}
