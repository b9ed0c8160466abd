import { expect, test } from 'vitest';
import { impactAnswer, impactRow } from '../../ui/testing/answers.ts';
import { EMPTY_VIEW } from '../../url/view.ts';
import { areaSentence } from './area.ts';
import { peopleWords } from './Counters.tsx';
import { riskText } from './risk.ts';

const view = { ...EMPTY_VIEW, down: [{ id: 'advanced' }] };
const nameOf = (id: string) => (id === 'advanced' ? 'Advanced' : id);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a risk has a cause, an event and a consequence, and no likelihood', () => {
  const sentence = 'GP care, N. Ireland stops. NHS 111 keeps 15 %.';
  const text = plain(riskText(impactAnswer({ sentence }), view, nameOf));
  expect(text).toContain(
    'Because Advanced could be stopped, there is a risk that GP care, N. Ireland stops, leading to 5 services stopped and 7 reduced, as if 31 M (26–38) people had none. NHS 111 keeps 15 %.',
  );
  expect(text).toContain('\nLikelihood: \n');
});

const impacted = [
  impactRow({ id: 'records' }),
  impactRow({ id: 'gp', state: 'degraded', level: 0.5 }),
  impactRow({ id: 'elsewhere' }),
  impactRow({ id: 'powys', kind: 'region', state: 'degraded', level: 0.6 }),
];
const area = { id: 'powys', name: 'Powys' };

test('my area is told by its own services and level', () => {
  const said = areaSentence(impactAnswer({ impacted }), area, new Set(['records', 'gp']));
  expect(plain(said)).toBe('In Powys: 1 service stopped, 1 reduced, about 60 % left.');
});

test('an area of which not every row is here says at least', () => {
  const answer = impactAnswer({ impacted, total: 500 });
  expect(areaSentence(answer, area, new Set(['records']))).toMatch(
    /^In Powys: at least 1 service stopped/,
  );
});

test('an area that is not hit says so', () => {
  expect(areaSentence(impactAnswer(), area, new Set())).toBe('In Powys: no service is hit.');
});

test('where only areas without a population are hit, people are not known rather than none', () => {
  const of = { touched: 0, lost: 0, known: true, unknownRegions: 2 };
  expect(peopleWords(of)).toBe('people: not known; 2 areas hit, no population on record');
  expect(peopleWords({ ...of, unknownRegions: 0 })).toBe('live where a service is hit');
});
