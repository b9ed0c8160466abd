import { expect, test } from 'vitest';
import { fieldWord } from './field-words.ts';
import { valueWords } from './value-words.ts';

test('shares are percent, and a range shows both ends', () => {
  expect(valueWords('strength', 0.85)).toBe('85\u00a0%');
  expect(valueWords('strength', { low: 0.1, likely: 0.15, high: 0.25 })).toBe(
    '10\u00a0% to 25\u00a0%, likely 15\u00a0%',
  );
});

test('what nobody recorded says so', () => {
  expect(valueWords('owner', undefined)).toBe('not recorded');
});

test('other ways of working and alternatives read as sentences', () => {
  expect(valueWords('groups', { triage: { rule: 'atLeast', k: 2 } })).toBe(
    'triage: needs 2 of these',
  );
  expect(
    valueWords('workarounds', [{ name: 'Paper', capacity: 0.4, afterHours: 4, lastsHours: 336 }]),
  ).toBe('Paper: carries 40\u00a0% after 4 hours for 14 days');
});

test('a value of an unexpected shape is shown, not hidden', () => {
  expect(valueWords('tolerance', 'often')).not.toBe('');
  expect(valueWords('evidence', 'often')).toBe('often');
});

test('fields have the words of the screen', () => {
  expect(fieldWord('dependency', 'strength')).toBe('Relies on it for');
  expect(fieldWord('node', 'toString')).toBe('toString');
});
