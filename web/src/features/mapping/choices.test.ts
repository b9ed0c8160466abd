import { expect, test } from 'vitest';
import { allTicked, choicesFor, linksOf } from './choices.ts';

const guess = (id: string, likely: boolean) => {
  return { id, name: id, kind: 'service' as const, why: '', likely };
};
const contract = (id: string, ...guesses: ReturnType<typeof guess>[]) => {
  return { id, revision: 4, supplier: { id: 's', name: 'S' }, guesses };
};
const CONTRACTS = [
  contract('a', guess('x', true)),
  contract('b', guess('y', false)),
  contract('c'),
];

test('likely guesses are filled in, others wait for a person', () => {
  const choices = choicesFor(CONTRACTS);
  expect(choices.get('b')).toEqual({ ticked: false });
  expect(linksOf(CONTRACTS, choices)).toEqual([{ contract: 'a', to: 'x', ifRevision: 4 }]);
  choices.set('b', { ticked: true, to: { id: 'z', name: 'Z' } });
  expect(linksOf(CONTRACTS, choices).map(({ to }) => to)).toEqual(['x', 'z']);
});

test('all that have a guess are ticked at once, and unticked; what has none stays', () => {
  const all = allTicked(choicesFor(CONTRACTS), true);
  expect([...all.values()].every(({ ticked, to }) => ticked === (to !== undefined))).toBe(true);
  expect(linksOf(CONTRACTS, allTicked(all, false))).toEqual([]);
});
