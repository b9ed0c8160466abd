import { expect, test } from 'vitest';
import { impactRow, viewNode } from '../../ui/testing/answers.ts';
import { csvOf } from './csv.ts';
import { areaFirst, cellWords, filterRows, type Row, rowsOf, shownRow } from './rows.ts';

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

const csvLine = (row: Row) => csvOf([shownRow(row, (id) => id)]).split('\r\n')[1];
const powys: Row = {
  id: 'powys',
  kind: 'region',
  name: 'Powys',
  state: 'degraded',
  level: 0.495,
  range: { low: 0.25, high: 0.6 },
  path: [],
  people: 133_600,
  area: 'wales',
};

test('the CSV holds what is shown, and its numbers as numbers', () => {
  expect(csvLine(powys)).toBe('Powys,area,reduced,50 %,25–60 %,,,133600,wales,49.5,25,60');
});

test('in the CSV what is not known has no number, and nothing is a formula', () => {
  const row = { ...powys, name: '=HYPERLINK("x")', state: 'unknown', level: 1 } as const;
  expect(csvLine(row)).toMatch(/^"'=HYPERLINK\(""x""\)",area,not known,not known,.*wales,,,$/);
});

test('a nation does not lie in itself', () => {
  expect(cellWords({ ...powys, area: 'powys' }, (id) => id).area).toBe('');
});
