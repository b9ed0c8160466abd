import { CAUSES, CONFIDENCES, STATES, SUBSTITUTABILITIES } from '@msp-impact/contract/codes';
import { expect, test } from 'vitest';
import { internalWords } from './testing/internal-words.ts';
import * as w from './words.ts';

test('no code of the model is its own word', () => {
  const said = [
    ...STATES.map(w.stateWord),
    ...CAUSES.map(w.causeWord),
    ...CONFIDENCES.map((one) => w.CONFIDENCE_WORDS[one]),
    ...SUBSTITUTABILITIES.map((one) => w.SUBSTITUTABILITY_WORDS[one]),
  ];
  const page = document.createElement('div');
  page.innerHTML = said.map((word) => `<p>${word}</p>`).join('');
  expect(internalWords(page)).toEqual([]);
});

test('rounding hides neither a loss nor a rest', () => {
  expect(w.percent(0.001)).toBe('1\u00a0%');
  expect(w.percent(0.999)).toBe('99\u00a0%');
  expect([w.percent(0.495), w.percentLost(0.495)]).toEqual(['50\u00a0%', '50\u00a0%']);
  expect(w.rangeLost({ low: 0.335, high: 0.675 })).toBe('32–66\u00a0%');
  expect(w.percent(0.495 - 1e-15)).toBe(w.percent(0.495));
  expect(w.percent(0)).toBe('0\u00a0%');
  expect(w.percent(1)).toBe('100\u00a0%');
});

test('a contract says when it ends, and whether it has', () => {
  expect(w.contractEnd({})).toBe('no end on record');
  expect(w.contractEnd({ end: '2001-03-14' })).toBe('ended 14 March 2001');
  expect(w.contractEnd({ end: '2999-03-31' })).toBe('ends 31 March 2999');
});

test('a small share of a whole is told as the command line tells it', () => {
  const said = [0, 0.0006, 0.003, 0.0094, 0.012, 0.5, 1].map(w.sharePercent);
  expect(said.map((one) => one.replace('\u00a0', ' '))).toEqual([
    '0 %',
    '<0.1 %',
    '0.3 %',
    '0.9 %',
    '1 %',
    '50 %',
    '100 %',
  ]);
});

test('a range reads low to high, or as one number', () => {
  expect(w.percentRange({ low: 0.1, high: 0.25 })).toBe('10–25\u00a0%');
  expect(w.percentRange({ low: 0.101, high: 0.104 })).toBe('10\u00a0%');
});

test('a state and a level read as one line', () => {
  expect(w.leftLong('degraded', 0.15)).toBe('Reduced: about 15\u00a0% left');
  expect(w.leftLong('down', 0)).toBe('Stopped');
  expect(w.leftShort('degraded', 0.15)).toBe('15\u00a0% left');
  expect(w.leftShort('at-risk', 1)).toBe('Last option');
  expect(w.leftShort('up', 1)).toBe('Working');
});

test('people are told in three digits', () => {
  expect(w.people(66_800_000)).toBe('66.8\u00a0M');
  expect(w.people(312)).toBe('312');
  expect(w.people(314_159)).toBe('314,000');
  expect(w.people(999_999)).toBe('1\u00a0M');
  expect(w.peopleRange(31e6, { low: 26e6, high: 38e6 })).toBe('31\u00a0M (26–38)');
  expect(w.peopleRange(900, { low: 800, high: 1_200_000 })).toBe('900 (800–1.2\u00a0M)');
});

test('what is lost falls into five steps, and nothing lost into none', () => {
  expect([1, 0.99, 0.8, 0.79, 0.15, 0].map(w.lostStep)).toEqual([0, 1, 1, 2, 5, 5]);
});

test('alternatives are told by how many are needed', () => {
  expect(w.groupWords('atLeast', 2, 3)).toBe('needs 2 of these 3');
  expect(w.groupWords('any', undefined, 2)).toBe('any one of these 2 is enough');
});

test('times are told in the unit that people use', () => {
  expect(w.hours(1)).toBe('1 hour');
  expect(w.hours(336)).toBe('14 days');
  expect(w.hours(24 * 42)).toBe('6 weeks');
});
