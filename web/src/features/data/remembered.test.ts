import type { SheetReading } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { recalled, remember } from './remembered.ts';

const sheet = (name: string, ...headers: string[]): SheetReading => ({
  file: `${name}.csv`,
  sheet: name,
  rows: 1,
  columns: headers.map((header) => ({ header, column: '', by: 'nothing', samples: [] })),
  choices: [],
  asks: [],
  rejectedRows: [],
});

test('rows that come back in a file of another name mean what was said of their headings', () => {
  const mapping = { list: { Where: 'area' } };
  remember([sheet('list', 'Who', 'Where')], { mapping, valueBasis: 'annual' });
  const back = recalled([sheet('list-left-out', 'Who', 'Where')], {});
  expect(back).toEqual({
    mapping: { 'list-left-out': { Where: 'area' } },
    valueBasis: 'annual',
  });
  expect(recalled([sheet('list', 'Who', 'When')], {})).toBeUndefined();
});
