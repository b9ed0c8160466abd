import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../export/formats/workbook.ts';
import { EMPTY, fileOf, graphAfter } from '../testing/read-with.ts';
import { type Rows, read } from '../testing/workbooks.ts';
import { xlsx } from './xlsx.ts';

test('a register that comes again leaves evidence that people have added since', async () => {
  const rows = (value: number) => ({
    Contracts: [
      ['Contract ID', 'Supplier', 'Value', 'Currency'],
      ['C1', 'Example Ltd', value, 'GBP'],
    ],
  });
  const { graph } = await read(rows(100));
  const own = { claim: 'Signed copy seen', publisher: 'Legal', confidence: 'stated' as const };
  const [contract] = graph.contracts ?? [];
  const with2 = {
    ...graph,
    contracts: [{ ...contract!, evidence: [own, ...contract!.evidence!] }],
  };
  const again = await read(rows(200), with2);
  expect(again.graph.contracts?.[0]).toMatchObject({ value: 200 });
  expect(again.graph.contracts?.[0]?.evidence).toEqual(with2.contracts[0]?.evidence);
});

describe('a register of contracts', () => {
  const register = (header: string, ...rows: Cell[][]): Record<string, Rows> => ({
    Contracts: [
      ['Ref', 'Supplier name', header, 'Contract end', 'Notice period', 'Procurement route'],
      ...rows,
    ],
  });
  test('hangs contracts on suppliers and says how many wait for services', async () => {
    const { graph, notes } = await read(
      register(
        'Annual value (£)',
        ['C1', 'Acme Ltd', '£1,200.50', '31/03/2027', '3 months', 'G-Cloud 13'],
        ['C2', 'ACME  Ltd', 7, '2027-04-30', '90', ''],
      ),
    );
    expect(graph.nodes.map((node) => node.id)).toEqual(['acme-ltd']);
    expect(graph.contracts).toMatchObject([
      {
        id: 'C1',
        supplier: 'acme-ltd',
        value: 1200.5,
        valueBasis: 'annual',
        currency: 'GBP',
        end: '2027-03-31',
        noticeDays: 90,
        framework: 'G-Cloud 13',
      },
      { id: 'C2', value: 7, currency: 'GBP' },
    ]);
    expect(notes.join()).toContain('link 2 contracts to services');
  });
  test('without a word on the basis asks for it once, and takes the answer', async () => {
    const sheets = register('Value £', ['C1', 'Acme', 5, '', '', '']);
    const { notes, graph } = await read(sheets);
    expect(notes.join()).toContain('totals or per year');
    expect(graph.contracts?.[0]).not.toHaveProperty('valueBasis');
    const told = await read(sheets, EMPTY, { valueBasis: 'annual' });
    expect(told.graph.contracts?.[0]?.valueBasis).toBe('annual');
  });
  test.each(['Unknown', 'Data withheld', 'No system installed', ''])(
    'makes no supplier of "%s"',
    async (name) => {
      const { graph, notes, rejected } = await read(
        register('Value £', ['C1', name, 5, '', '', ''], ['C2', 'Acme', 5, '', '', '']),
      );
      expect(graph.nodes.map((node) => node.name)).toEqual(['Acme']);
      expect(rejected).toEqual([]);
      expect(notes.join()).toContain('1 row names no supplier');
    },
  );
  test.each([
    ['0', undefined],
    ['-5', undefined],
    ['(5)', undefined],
    ['1,200', 1200],
    ['€1.200,50', 1200.5],
    ['12k', 12_000],
    ['£48.3k', 48_300],
    ['1.2 million GBP', 1_200_000],
    ['12x', undefined],
  ])('reads an amount of %s as %s', async (cell, value) => {
    const { graph } = await read(register('Award value £', ['C1', 'Acme', cell, '', '', '']));
    expect(graph.contracts?.[0]?.value).toBe(value);
  });
  test('tells a contract that stands twice with different values', async () => {
    const { graph, rejected } = await read(
      register('Value £', ['C1', 'Acme', 5, '', '', ''], ['C1', 'Acme', 6, '', '', '']),
    );
    expect(graph.contracts?.map((one) => one.value)).toEqual([5]);
    expect(rejected).toMatchObject([
      { file: 'b.xlsx, sheet Contracts', row: 3, column: 'Ref', value: 'C1' },
    ]);
  });
  test('may be a table of text, with its own separators, encoding and broken rows', async () => {
    const text =
      'Ref;Supplier;Award value (£);Contract end\r\nC1;Größe AG;"1,200";31/03/2027\nC2;"open;5;\n';
    for (const encoding of ['utf8', 'latin1'] as const) {
      const file = fileOf('Contract register.csv', Buffer.from(text, encoding));
      const { graph, rejected } = await graphAfter(xlsx, [file]);
      expect(graph.nodes.map((node) => node.name)).toEqual(['Größe AG']);
      expect(graph.contracts).toMatchObject([{ id: 'C1', value: 1200, valueBasis: 'total' }]);
      expect(rejected).toMatchObject([{ file: 'Contract register.csv', row: 3 }]);
    }
  });
  test('reads days of five kinds as one', async () => {
    const days = ['2027-03-31', '31/03/2027', '31.3.2027', '31 March 2027', 'Mar 31, 2027'];
    const rows = days.map((day, i) => [`C${i}`, 'Acme', 5, day, '', '']);
    const { graph } = await read(register('Value £', ...rows));
    expect(new Set(graph.contracts?.map((one) => one.end))).toEqual(new Set(['2027-03-31']));
    expect(graph.contracts).toHaveLength(5);
  });
  test('reads an amount that goes on and on in no time', async () => {
    const { rejected } = await read(
      register('Value £', ['C1', 'Acme', `1${','.repeat(15_000)}1`, '', '', '']),
    );
    expect(rejected).toMatchObject([{ column: 'Value £' }]);
  });
  test('tells a day that can be read in two ways, in the words of the sheet', async () => {
    const { rejected } = await read(register('Value £', ['C1', 'Acme', 5, '01/02/2027', '', '']));
    expect(rejected).toMatchObject([{ row: 2, column: 'Contract end', value: '01/02/2027' }]);
  });
  test('reads such a day in the order of its table where another day can be read in one way alone', async () => {
    const row = (n: number, day: string) => [`C${n}`, 'Acme', 5, day, '', ''];
    const ends = async (...days: string[]) => {
      const { graph, notes } = await read(register('Value £', ...days.map((d, i) => row(i, d))));
      const told = notes.filter((note) => note.includes('two ways'));
      return [...(graph.contracts ?? []).map(({ end }) => end), ...told];
    };
    expect(await ends('01/02/2027', '16/08/2027')).toEqual([
      '2027-02-01',
      '2027-08-16',
      'b.xlsx, sheet Contracts: 1 day that could be read in two ways: taken as day/month, because 16/08/2027 in the same table can be nothing else.',
    ]);
    expect((await ends('01-02-2027', '08-16-2027')).slice(0, 2)).toEqual([
      '2027-01-02',
      '2027-08-16',
    ]);
    // Days of both orders stand in it: none is the order of the table.
    expect(await ends('01/02/2027', '16/08/2027', '08/17/2027')).toEqual([
      undefined, // told as a problem; the contract is kept
      '2027-08-16',
      '2027-08-17',
    ]);
  });
  test('keeps a contract whose end is open, or no day, without an end', async () => {
    const { graph, rejected, notes } = await read(
      register('Value £', ['C1', 'Acme', 5, 'Rolling', '', ''], ['C2', 'Acme', 6, 'soon', '', '']),
    );
    expect(graph.contracts?.map(({ value, end }) => [value, end])).toEqual([
      [5, undefined],
      [6, undefined],
    ]);
    expect(rejected).toMatchObject([{ row: 3, column: 'Contract end', value: 'soon' }]);
    expect(rejected[0]?.reason).toContain('the contract is kept without it');
    expect(notes.join()).toContain('1 contract goes on until somebody ends it');
  });
  test('takes a value that is unknown or withheld as not known, without a problem', async () => {
    const rows = ['Unknown', 'Data withheld', 'TBC'].map((value, i) => [`C${i}`, 'Acme', value]);
    const { graph, rejected, notes } = await read(
      register('Value £', ...rows.map((row) => [...row, '', '', ''])),
    );
    expect(rejected).toEqual([]);
    expect(graph.contracts?.every(({ value }) => value === undefined)).toBe(true);
    expect(notes.join()).toContain('3 values are unknown or withheld: not known, in no share');
  });
});
