import type { ReplayAnswer, ReplayRow } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { agreeingWords, assumptionOf, modelWords, sourceOf } from './replay-words.ts';

const row = (over: Partial<ReplayRow> = {}): ReplayRow => ({
  date: '2022-08-05',
  hour: 30,
  subject: 'nhs-111-england',
  name: 'NHS 111, England',
  statement: 'Calls are answered on paper.',
  source: 'https://www.example.org/a',
  reading: 'less than normal',
  model: { level: 0.4, range: { low: 0.25, high: 0.6 }, state: 'degraded' },
  agrees: 'yes',
  ...over,
});

test('what the model says has its range beside it', () => {
  expect(modelWords(row())).toBe('40\u00a0% left (25–60\u00a0% left)');
  expect(modelWords(row({ model: { level: 0, state: 'down' } }))).toBe('Stopped');
});

test('a source is a link where it has an address, else words', () => {
  expect(sourceOf('https://www.example.org/a/b')).toEqual({
    href: 'https://www.example.org/a/b',
    words: 'example.org',
  });
  expect(sourceOf('https://example.org (The Example, 12 August 2022)')).toEqual({
    href: 'https://example.org',
    words: 'The Example, 12 August 2022',
  });
  expect(sourceOf('Board paper 7')).toEqual({ words: 'Board paper 7' });
});

test('what does not agree is counted in the sentence', () => {
  const rows = [row(), row({ agrees: 'within the range' }), row({ agrees: 'no' })];
  const answer: ReplayAnswer = { id: 'a', title: 'A', agreeing: 1, rows, assumptions: [] };
  expect(agreeingWords(answer)).toBe(
    'The model agrees with 1 of 3 published statements; 1 lies within its range only; 1 does not agree.',
  );
});

test('an assumption says how it is known', () => {
  expect(assumptionOf('$.cuts[0].startHour (reported, known on 2022-08-11): Shut off.')).toEqual({
    place: 'cuts[0].startHour',
    basis: 'reported, known on 2022-08-11',
    reason: 'Shut off.',
  });
  expect(assumptionOf('Something else').reason).toBe('Something else');
});
