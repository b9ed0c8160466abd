import { describe, expect, test } from 'vitest';
import { numberIn, numbersOf, readIdentifier } from './identifiers.ts';

describe('one number', () => {
  test.each([
    ['Companies House', '5965280'],
    ['GB-COH', '05965280'],
    ['company number', ' 0596 5280 '],
    ['GB_CRN', 'GB-COH-05965280'],
    ['anything', 'GB-COH-5965280'],
  ])('of Companies House, as %s %s', (scheme, value) => {
    expect(readIdentifier(scheme, value)).toEqual({ scheme: 'GB-COH', number: '05965280' });
  });

  test.each([
    ['sc12345', 'SC012345'],
    ['OC301540', 'OC301540'],
    ['IP12345R', 'IP12345R'],
  ])('of Scotland, a partnership or a society keeps its letters: %s', (value, number) => {
    expect(readIdentifier('GB-COH', value)).toEqual({ scheme: 'GB-COH', number });
  });

  test('of the LEI index is held against its check digits', () => {
    const number = 'INR2EJN1ERAN0W5ZP974';
    expect(readIdentifier('XI-LEI', number.toLowerCase())).toEqual({ scheme: 'LEI', number });
    expect(readIdentifier('LEI', 'INR2EJN1ERAN0W5ZP947')).toMatchObject({
      reason: expect.stringContaining('check digits'),
    });
    expect(readIdentifier('LEI', 'INR2EJN1')).toMatchObject({ reason: expect.any(String) });
  });

  test('of DUNS and ODS, however they are written', () => {
    expect(readIdentifier('D-U-N-S', '21-712-3456')).toEqual({
      scheme: 'DUNS',
      number: '217123456',
    });
    expect(readIdentifier('GB-NHS', 'rj1')).toEqual({ scheme: 'ODS', number: 'RJ1' });
    expect(readIdentifier('DUNS', '12')).toMatchObject({ reason: expect.any(String) });
  });

  test('of any other list of org-id.guide, and of none that numbers no parties', () => {
    expect(readIdentifier('GB-CHC', '1089464')).toEqual({ scheme: 'GB-CHC', number: '1089464' });
    expect(readIdentifier('purl', 'pkg:npm/x')).toBeUndefined();
  });

  test.each(['00000000', 'n/a', 'TBC', '-'])('is not a placeholder: %s', (value) => {
    expect(readIdentifier('GB-COH', value)).toEqual({ reason: 'stands for no number' });
  });
});

test('an id can be made of a number, or of none', () => {
  expect(numberIn('GB-COH-05965280')).toEqual({ scheme: 'GB-COH', number: '05965280' });
  expect(numberIn('LEI:INR2EJN1ERAN0W5ZP974')?.scheme).toBe('LEI');
  expect(numberIn('advanced-health')).toBeUndefined();
  expect(numberIn('dora:CA-1')).toBeUndefined();
});

test('a node tells each number once, and those that are wrong', () => {
  const identifiers = { COH: '5965280', 'GB-COH': '05965280', LEI: 'X', toString: 'y' };
  expect(numbersOf({ id: 'GB-COH-05965280', identifiers })).toEqual({
    known: [{ scheme: 'GB-COH', number: '05965280' }],
    wrong: [{ scheme: 'LEI', value: 'X', reason: 'stands for no number' }],
  });
});
