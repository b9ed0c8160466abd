import { GRAPH_FORMAT, type GraphDocument, type ImportRequest } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { memoryReader } from '../../store/memory-reader.ts';
import { importText } from '../import.ts';

const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };
const look = async (text: string, more: Partial<ImportRequest> = {}, graph = EMPTY) =>
  importText({ name: 'list.csv', text, ...more }, memoryReader(graph));

const REGISTER = `Ref,Contract title,Supplier,Award value (£),Contract end date,Maximum end date,Notice,Route,Category,Lot
C1,Patient records,Advanced,"1,200,000",2027-03-31,2029-03-31,3 months,G-Cloud,ICT,7
C2,Finance ledger,Data withheld,500000,2026-12-31,,90,Open,ICT,
C3,Payroll,Acme Ltd,0,2026-12-31,,90,Open,HR,
`;

test('a register in CSV is known as such; its other columns become attributes', async () => {
  const { answer, writes } = await look(REGISTER);
  expect(answer.sheets).toMatchObject([{ kind: 'contracts', rows: 3, asks: ['valueBasis'] }]);
  const lot = answer.sheets?.[0]?.columns.find(({ header }) => header === 'Lot');
  expect(lot).toMatchObject({ column: '', by: 'nothing', samples: ['7'] });
  const first = writes?.find(({ id }) => id === 'C1')?.after;
  expect(first).toMatchObject({
    value: 1_200_000,
    currency: 'GBP',
    noticeDays: 90,
    framework: 'G-Cloud',
    attributes: { Lot: '7' },
  });
  expect(answer.notes.join(' ')).toContain('link 2 contracts to services');
});

test('notice counts in the unit of its heading, unless the cell names its own', async () => {
  const read = async (heading: string) => {
    const text = `Contract title,Supplier,Award value (£),${heading}\nA,Acme,100,3\nB,Acme,100,2 weeks\n`;
    const { answer, writes } = await look(text);
    const days = writes?.flatMap(({ after }) =>
      after && 'noticeDays' in after ? after.noticeDays : [],
    );
    const unit = answer.sheets?.[0]?.columns.find(({ header }) => header === heading)?.unit;
    return { days, unit, told: answer.notes.join(' ').includes('no unit: taken as days') };
  };
  expect(await read('Notice (months)')).toEqual({ days: [90, 14], unit: 'months', told: false });
  expect(await read('Notice period in weeks')).toMatchObject({ unit: 'weeks', days: [21, 14] });
  expect(await read('Notice period (days)')).toMatchObject({ unit: 'days', told: false });
  expect(await read('Notice')).toEqual({ days: [3, 14], unit: 'days', told: true });
});

test('headings below a title are found and named, and another row can be told', async () => {
  const { answer, writes } = await look(`Anytown: contracts register Q2\n\n${REGISTER}`);
  expect(answer.sheets).toMatchObject([{ kind: 'contracts', rows: 3, headingRow: 3 }]);
  expect(answer.notes.join(' ')).toContain('its headings stand in row 3');
  expect(writes?.some(({ id }) => id === 'C1')).toBe(true);
  const printed = `Printed,24 November\n${REGISTER.replace('2027-03-31', 'soon')}`;
  const told = await look(printed, { headingRows: { list: 2 } });
  expect(told.answer.sheets).toMatchObject([{ kind: 'contracts', headingRow: 2 }]);
  // Rows are counted as in the file.
  expect(told.answer.rejected).toMatchObject([{ row: 3, value: 'soon' }]);
});

test('a supplier that is withheld is not known, and never a supplier', async () => {
  const { answer, writes } = await look(REGISTER);
  expect(writes?.filter(({ type }) => type === 'node').map(({ id }) => id)).toEqual([
    'advanced',
    'acme-ltd',
  ]);
  expect(answer.notes.join(' ')).toContain('1 row names no supplier');
});

test('columns whose headings say nothing are guessed from their values', async () => {
  const { answer } = await look(
    'A,B,C,D,E\nAcme Ltd,"£12,000.00",2025-01-01,2027-01-01,Cleaning\nBeta plc,"£9,500.00",2024-02-02,2026-02-02,Food\n',
    { kinds: { list: 'contracts' } },
  );
  expect(answer.sheets?.[0]?.columns.map(({ column, by }) => `${column} ${by}`)).toEqual([
    'supplier values',
    'value values',
    'start values',
    'end values',
    ' nothing',
  ]);
  expect(answer.difference.created).toBe(4);
});

test('what is told goes before what is guessed', async () => {
  const mapping = { list: { Lot: 'category', Category: '' } };
  const { answer, writes } = await look(REGISTER, { mapping });
  const lot = answer.sheets?.[0]?.columns.find(({ header }) => header === 'Lot');
  expect(lot).toMatchObject({ column: 'category', by: 'request' });
  expect(writes?.find(({ id }) => id === 'C1')?.after).toMatchObject({
    category: '7',
    attributes: { 'Category (as written)': 'ICT' },
  });
});

test('headings that nobody knows are refused, and come with the sheet to choose what it is', async () => {
  const { answer } = await look('a,b\n1,2\n');
  expect(answer.errors).toMatchObject([{ path: 'list.csv, row 1' }]);
  expect(answer.sheets).toMatchObject([{ sheet: 'list', rows: 1 }]);
});

test('a sheet that is skipped brings nothing and is no fault', async () => {
  const { answer } = await look('a,b\n1,2\n', { kinds: { list: 'skip' } });
  expect(answer.errors).toEqual([]);
  expect(answer.difference.created).toBe(0);
});

test('rows that were left out come whole, to be put right', async () => {
  const { answer } = await look('id,kind,name,population\na,region,A,many\nb,region,B,5\n');
  expect(answer.rejected).toMatchObject([{ row: 2, column: 'population' }]);
  expect(answer.sheets?.[0]?.rejectedRows).toEqual([
    { row: 2, cells: ['a', 'region', 'A', 'many'] },
  ]);
  const corrections = [{ file: 'list.csv', row: 2, column: 'population', value: '7' }];
  const after = await look('id,kind,name,population\na,region,A,many\nb,region,B,5\n', {
    corrections,
  });
  expect(after.answer).toMatchObject({ rejected: [], difference: { created: 2 } });
});

test('the columns of the analyst sheet are told as well', async () => {
  const text = 'Vendor,Thing,Used in,Share\nAcme,EPR,Wards,lots\nAcme,EPR,Wards,40 %\n';
  const mapping = { list: { Thing: 'product', 'Used in': 'service' } };
  const { answer, writes } = await look(text, { mapping, kinds: { list: 'chain' } });
  expect(writes?.filter(({ type }) => type === 'node').map(({ id }) => id)).toEqual([
    'acme',
    'epr',
    'wards',
  ]);
  expect(answer.rejected).toMatchObject([{ row: 2, column: 'Share' }]);
});
