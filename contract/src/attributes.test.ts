import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attributeOf,
  readAlternatives,
  readExitPlan,
  readOwnership,
  type Spell,
  spellOn,
  writeExitPlan,
  writeOwnership,
} from './attributes.ts';

const reasonOf = (text: string) => {
  const read = readOwnership(text);
  return read.ok ? '' : read.reason;
};
const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);

test('ownership is read by day, whatever the order it was written in', () => {
  const read = readOwnership('b 2023-06-01/..; a 2019-08-01/2023-05-31');
  expect(read).toEqual({
    ok: true,
    value: [
      { owner: 'a', from: '2019-08-01', to: '2023-05-31' },
      { owner: 'b', from: '2023-06-01' },
    ],
  });
});

test('both days of a spell belong to it, and a day between two spells to none', () => {
  const read = readOwnership('a ../2019-12-31; (none) 2021-01-01/2021-06-30');
  const spells = read.ok ? read.value : [];
  expect(spellOn(spells, '2019-12-31')?.owner).toBe('a');
  expect(spellOn(spells, '2020-05-05')).toBeUndefined();
  expect(spellOn(spells, '2021-01-01')).toEqual({ from: '2021-01-01', to: '2021-06-30' });
});

test.each([
  ['a 2019-01-01/2020-01-01; b 2020-01-01/..', 'two owners on 2020-01-01'],
  ['a 2019-01-01/..; b 2020-01-01/..', 'two owners'],
  ['a ../2019-01-01; b ../2018-01-01', 'two owners'],
  ['a 2020-01-01/2019-01-01', 'ends before it begins'],
  ['a 2019-02-30/..', '“2019-02-30” is no day'],
  ['owned by a since 2019', 'is no owner with two days'],
  [' ; ', 'is empty'],
])('the ownership “%s” is refused: %s', (text, reason) => {
  expect(reasonOf(text)).toContain(reason);
});

test('spells that do not overlap come out again as they went in', () => {
  const gaps = fc.uniqueArray(fc.integer({ min: 0, max: 30_000 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(gaps, fc.infiniteStream(fc.constantFrom('a', 'b:1', undefined)), (days, owners) => {
      const sorted = [...days].sort((a, b) => a - b);
      const spells: Spell[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        const owner = owners.next().value as string | undefined;
        const [from, to] = [day(sorted[i] as number), day(sorted[i + 1] as number)];
        spells.push({ ...(owner === undefined ? {} : { owner }), from, to });
      }
      expect(readOwnership(writeOwnership(spells))).toEqual({ ok: true, value: spells });
    }),
  );
});

test('any text is read or refused with a reason, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const read of [readOwnership(text), readExitPlan(text)]) {
        if (!read.ok) expect(read.reason).not.toBe('');
      }
    }),
  );
});

test.each([
  ['none', { state: 'none' }],
  ['No', { state: 'none' }],
  ['yes', { state: 'exists' }],
  ['drafted', { state: 'drafted' }],
  ['drafted 2026-03-01', { state: 'drafted', on: '2026-03-01' }],
  ['Tested 2026-03-01', { state: 'tested', on: '2026-03-01' }],
  ['tested 2026-03-01; tested 2025-03-01', { state: 'tested', on: '2025-03-01' }],
  ['yes; no', { state: 'none' }],
  ['assessment not performed', undefined],
  ['assessment not performed; yes', undefined],
  ['', undefined],
] as const)('the exit plan “%s” is read, the worst of several counting', (text, value) => {
  expect(readExitPlan(text)).toEqual({ ok: true, value });
});

test.each(['tested', 'tested last year', 'drafted 2026-02-30', 'maybe', 'none 2026-01-01'])(
  'the exit plan “%s” is refused',
  (text) => {
    expect(readExitPlan(text).ok).toBe(false);
  },
);

test('a plan that is written is read as the same', () => {
  for (const plan of [
    { state: 'none' },
    { state: 'exists' },
    { state: 'tested', on: '2026-01-31' },
  ] as const) {
    expect(readExitPlan(writeExitPlan(plan))).toEqual({ ok: true, value: plan });
  }
});

test('nobody recorded alternatives, and none were found, are two things', () => {
  expect(readAlternatives(undefined)).toBeUndefined();
  expect(readAlternatives({ alternatives: '' })).toBeUndefined();
  expect(readAlternatives({ alternatives: 'none' })).toEqual([]);
  expect(readAlternatives({ 'alternatives identified': 'no' })).toEqual([]);
  expect(readAlternatives({ alternatives: 'acme; Beta Ltd' })).toEqual(['acme', 'Beta Ltd']);
});

test('a column is found however a spreadsheet wrote its name, the exact one first', () => {
  expect(attributeOf({ Exit_Plan: 'yes' }, 'exit plan')).toBe('yes');
  expect(attributeOf({ 'Exit Plan': 'yes', 'exit plan': 'no' }, 'exit plan')).toBe('no');
  expect(attributeOf({ exits: 'yes' }, 'exit plan')).toBeUndefined();
});
