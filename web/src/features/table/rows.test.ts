import { expect, test } from 'vitest';
import { impactRow, viewNode } from '../../ui/testing/answers.ts';
import { COLUMN_KEYS, csvOf } from './csv.ts';
import { areaFirst, cellWords, filterRows, rowsOf } from './rows.ts';

const impacted = [
  impactRow({ id: 'records', name: 'Records', path: ['advanced', 'records'] }),
  impactRow({
    id: 'powys',
    kind: 'region',
    name: 'Powys',
    state: 'degraded',
    level: 0.6,
    area: 'wales',
  }),
];
const answer = {
  atRisk: [{ id: 'gp', kind: 'service' as const, name: 'GP out-of-hours' }],
  unknown: [{ id: 'xray', kind: 'service' as const, name: 'X-ray' }],
};
const rows = rowsOf(impacted, answer, [
  viewNode({ id: 'gp' }),
  viewNode({ id: 'ok', name: 'Fine' }),
]);
const ids = (list: readonly { id: string }[]) => list.map((row) => row.id);

test('every thing has one row, what is hit comes first and not known is never left out', () => {
  expect(ids(rows)).toEqual(['records', 'powys', 'gp', 'xray', 'ok']);
});

test('the counters filter the rows as they filter the drawing', () => {
  const none = { states: [], kinds: [] };
  expect(ids(filterRows(rows, { ...none, states: ['unknown'] }))).toEqual(['xray']);
  expect(ids(filterRows(rows, { ...none, kinds: ['region'] }))).toEqual(['powys']);
  expect(ids(filterRows(rows, { ...none, within: new Set(['gp']) }))).toEqual(['gp']);
});

test('my area and what lies in it come first', () => {
  expect(ids(areaFirst(rows, 'wales'))[0]).toBe('powys');
});

test('a row reads in the words of the screen', () => {
  const names = (id: string) => (id === 'advanced' ? 'Advanced' : 'Records');
  expect(cellWords(rows[0]!, names)).toMatchObject({
    state: 'stopped',
    cause: 'stopped working',
    path: 'Advanced → Records',
  });
});

test('the CSV holds what is shown, and no formula', () => {
  const empty = Object.fromEntries(COLUMN_KEYS.map((key) => [key, ''])) as ReturnType<
    typeof cellWords
  >;
  const csv = csvOf([{ ...empty, name: '=HYPERLINK("x")', left: '15\u00a0%' }]);
  const line = csv.split('\r\n')[1];
  expect(line).toBe('"\'=HYPERLINK(""x"")",,,15 %,,,,,');
});
