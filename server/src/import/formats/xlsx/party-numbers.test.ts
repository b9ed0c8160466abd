import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import type { Cell } from '../../../export/formats/workbook.ts';
import { EMPTY } from '../testing/read-with.ts';
import { read } from '../testing/workbooks.ts';

describe('a register by the words of the Transparency Code', () => {
  const HEADERS = [
    'Reference number',
    'Title of agreement',
    'Department responsible',
    'Supplier name',
    'Company registration number',
    'Start date',
    'End date',
    'Value of contract (£, excl. VAT)',
    'Option to extend to',
  ];
  const row = (ref: string, name: string, number: string, value: Cell = 5) => [
    ...[ref, 'Case management', 'Adults', name, number, '2024-01-01', '31/03/2027', value],
    '31/03/2029',
  ];
  const council = (...rows: Cell[][]) => ({ Sheet1: [HEADERS, ...rows] });

  test('is a register, its contracts each on their own', async () => {
    const rows = [row('C1', 'Example Ltd', '00000101'), row('C2', 'Example Ltd', '101', 7)];
    const { graph, rejected } = await read(council(...rows));
    expect(rejected).toEqual([]);
    expect(graph.nodes).toMatchObject([
      { id: 'example-ltd', kind: 'supplier', identifiers: { 'GB-COH': '00000101' } },
    ]);
    expect(graph.contracts).toMatchObject([
      {
        id: 'C1',
        title: 'Case management',
        buyer: 'Adults',
        value: 5,
        currency: 'GBP',
        start: '2024-01-01',
        end: '2027-03-31',
        maxEnd: '2029-03-31',
      },
      { id: 'C2', value: 7 },
    ]);
  });

  test('finds a supplier by its number whatever it is called, and takes no namesake for it', async () => {
    const stored: GraphDocument = {
      ...EMPTY,
      nodes: [
        {
          id: 'ex',
          kind: 'supplier',
          name: 'Example (UK) Limited',
          identifiers: { 'GB-COH': '00000101' },
        },
      ],
    };
    const files = council(
      row('C1', 'Example Ltd', '101'),
      row('C2', 'Example (UK) Limited', '00000202'),
      row('C3', 'Other plc', 'not a number'),
    );
    const { graph, rejected, notes } = await read(files, stored);
    expect(graph.contracts?.map(({ id, supplier }) => [id, supplier])).toEqual([
      ['C1', 'ex'],
      ['C2', 'example-uk-limited'],
      ['C3', 'other-plc'],
    ]);
    expect(rejected.map(({ row: at, column, value }) => [at, column, value])).toEqual([
      [4, 'Company registration number', 'not a number'],
    ]);
    expect(notes.join()).toContain('Recognised by their numbers: Example Ltd is ex.');
    const again = await read(files, graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
  });

  test('a list of suppliers gives numbers, and finds by them', async () => {
    const list = {
      Suppliers: [
        ['Name', 'Companies House', 'LEI'],
        ['Example', '101', ''],
      ],
    };
    const { graph } = await read(list);
    expect(graph.nodes).toMatchObject([{ id: 'example', identifiers: { 'GB-COH': '00000101' } }]);
    const renamed = {
      Suppliers: [
        ['Name', 'Company number'],
        ['Example Group', 101],
      ],
    };
    const after = await read(renamed, graph);
    expect(after.graph.nodes).toMatchObject([{ id: 'example', name: 'Example Group' }]);
  });
});
