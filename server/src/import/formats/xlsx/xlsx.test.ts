import { readFileSync } from 'node:fs';
import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { type Cell, workbookOf } from '../../../export/formats/workbook.ts';
import { xlsx as exportXlsx } from '../../../export/formats/xlsx.ts';
import { memoryReader } from '../../../store/memory-reader.ts';
import { survives } from '../testing/fuzz.ts';
import { EMPTY, fileOf, graphAfter } from '../testing/read-with.ts';
import { zipOf } from '../testing/zip.ts';
import { unzipped } from '../zip/zip.ts';
import { xlsx } from './xlsx.ts';

const EXAMPLE = readFileSync(
  new URL('../../../../../docs/importers/examples/workbook.xlsx', import.meta.url),
);

type Rows = Cell[][];
const book = (sheets: Record<string, Rows>) =>
  workbookOf(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, rows })));
const read = async (sheets: Record<string, Rows>, graph: GraphDocument = EMPTY, options = {}) =>
  graphAfter(xlsx, [fileOf('b.xlsx', await book(sheets))], graph, options);

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

describe('the example workbook', () => {
  test('gives suppliers with owners, products, services, regions, links and contracts', async () => {
    const { graph, rejected } = await graphAfter(xlsx, [fileOf('w.xlsx', EXAMPLE)]);
    expect(rejected).toEqual([]);
    expect(graph.nodes.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'product Adastra',
      'region England',
      'region Scotland',
      'service NHS 111 (England)',
      'service Out-of-hours GP (Scotland)',
      'supplier Advanced',
      'supplier DXC Technology',
      'supplier Vista and BC Partners',
    ]);
    expect(graph.nodes.find((node) => node.id === 'advanced')).toMatchObject({
      parent: 'vista-and-bc-partners',
      attributes: { Note: 'Attacked on 4 August 2022' },
    });
    expect(graph.dependencies?.map(({ from, to, strength }) => [from, to, strength ?? 1])).toEqual([
      ['advanced', 'adastra', 1],
      ['adastra', 'nhs-111-england', 0.85],
      ['adastra', 'out-of-hours-gp-scotland', 1],
    ]);
    expect(graph.contracts).toMatchObject([
      {
        id: 'ocds-h6vhtk-0543ae',
        supplier: 'advanced',
        value: 15158695,
        currency: 'GBP',
        valueBasis: 'total',
        signed: '2025-06-02',
      },
      {
        id: 'ocds-h6vhtk-043662',
        supplier: 'dxc-technology',
        value: 3985063,
        signed: '2024-01-30',
      },
      { id: 'ocds-h6vhtk-06b510', supplier: 'advanced', value: 2974992, end: '2027-10-16' },
    ]);
  });
  test('changes nothing when it is read again', async () => {
    const first = await graphAfter(xlsx, [fileOf('w.xlsx', EXAMPLE)]);
    const again = await graphAfter(xlsx, [fileOf('w.xlsx', EXAMPLE)], first.graph);
    expect(documentString(again.graph)).toBe(documentString(first.graph));
  });
});

test('our own export comes back as the same graph', async () => {
  const text = readFileSync(
    new URL('../../../../../graph-seed/advanced-2022/graph.json', import.meta.url),
    'utf8',
  );
  const graph = JSON.parse(text) as GraphDocument;
  const pieces: Uint8Array[] = [];
  for await (const piece of exportXlsx(memoryReader(graph))) pieces.push(piece);
  const back = await graphAfter(xlsx, [fileOf('graph.xlsx', Buffer.concat(pieces))]);
  expect(back.rejected).toEqual([]);
  expect(documentString(back.graph)).toBe(documentString(graph));
});

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

describe('columns', () => {
  test('that nobody knows are kept as attributes; a mapping corrects the guess', async () => {
    const sheets = {
      Suppliers: [
        ['Vendor', 'Known as', 'Colour'],
        ['V-7', 'Acme', 'red'],
      ],
    };
    const guess = await read(sheets);
    expect(guess.graph.nodes[0]).toMatchObject({
      name: 'V-7',
      attributes: { 'Known as': 'Acme', Colour: 'red' },
    });
    const mapping = { Suppliers: { Vendor: 'id', 'Known as': 'name' } };
    const told = await read(sheets, EMPTY, { mapping });
    expect(told.graph.nodes[0]).toMatchObject({
      id: 'V-7',
      name: 'Acme',
      attributes: { Colour: 'red' },
    });
  });
  test('with one of our names may be told to mean something else', async () => {
    const sheets = {
      Suppliers: [
        ['Name', 'Known as'],
        ['V-7', 'Acme'],
      ],
    };
    const mapping = { Suppliers: { Name: '', 'Known as': 'name' } };
    const { graph, rejected } = await read(sheets, EMPTY, { mapping });
    expect(rejected).toEqual([]);
    expect(graph.nodes).toMatchObject([
      { name: 'Acme', attributes: { 'Name (as written)': 'V-7' } },
    ]);
  });
  test('may be told, where nothing would be guessed', async () => {
    const sheets = {
      Contracts: [
        ['Ref', 'Who', 'Value £'],
        ['C1', 'Acme', 5],
      ],
    };
    expect((await read(sheets)).graph.nodes).toEqual([]);
    const { graph } = await read(sheets, EMPTY, { mapping: { Contracts: { Who: 'supplier' } } });
    expect(graph.contracts).toMatchObject([{ id: 'C1', supplier: 'acme', value: 5 }]);
  });
  test('find stored nodes by name, and leave what they do not speak of', async () => {
    const graph: GraphDocument = {
      ...EMPTY,
      nodes: [{ id: 'acme-1', kind: 'supplier', name: 'Acme', tags: ['x'] }],
    };
    const after = await read(
      {
        Suppliers: [
          ['Name', 'Colour'],
          [' ACME', 'red'],
        ],
      },
      graph,
    );
    expect(after.graph.nodes).toMatchObject([
      { id: 'acme-1', tags: ['x'], attributes: { Colour: 'red' } },
    ]);
  });
  test('under a title row are found; a header that stands twice refuses its sheet', async () => {
    const { graph } = await read({
      Products: [['Our products'], ['Name', 'Tier'], ['P', 2]],
    });
    expect(graph.nodes).toMatchObject([{ kind: 'product', name: 'P', priority: 2 }]);
    const twice = await read({
      Products: [
        ['Name', 'Note', 'Note'],
        ['P', 'a', 'b'],
      ],
    });
    expect(twice.rejected).toMatchObject([{ row: 1, column: 'Note' }]);
  });
  test('of an unknown sheet leave it out, and say so', async () => {
    const { graph, notes } = await read({
      Products: [
        ['Name', 'Tier'],
        ['P', 2],
      ],
      Sheet7: [
        ['x', 'y'],
        [1, 2],
      ],
    });
    expect(graph.nodes).toHaveLength(1);
    expect(notes.join()).toContain('sheet Sheet7 was not read');
  });
  test('of the analyst make chains, as the same sheet in CSV does', async () => {
    const { graph } = await read({
      Data: [
        ['Supplier', 'Product', 'Service', 'Area'],
        ['Advanced', 'Adastra', 'NHS 111', 'England'],
      ],
    });
    expect(graph.dependencies).toHaveLength(3);
  });
  test('with dangling names in links are told', async () => {
    const { rejected } = await read({
      Suppliers: [
        ['Name', 'Note'],
        ['A', ''],
      ],
      Links: [
        ['Provider', 'Dependent'],
        ['A', 'Nowhere'],
      ],
    });
    expect(rejected).toMatchObject([{ row: 2, column: 'Dependent', value: 'Nowhere' }]);
  });
});

describe('a bad workbook', () => {
  const part = async (name: string, content: string | Uint8Array) => {
    const zip = await unzipped(EXAMPLE);
    if ('reason' in zip) throw new Error(zip.reason);
    return zipOf(
      [...zip.entries].map(([one, old]) => ({ name: one, content: one === name ? content : old })),
    );
  };
  const sheet = (xml: string) =>
    part('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${xml}</sheetData></worksheet>`);
  const refused = async (bytes: Uint8Array) => {
    const { graph, reading } = await graphAfter(xlsx, [fileOf('b.xlsx', bytes)]);
    expect(graph.nodes).toEqual([]);
    return reading.errors[0]?.reason ?? '';
  };
  test('that is empty, cut off, text, or an archive of something else is refused', async () => {
    expect(await refused(Buffer.alloc(0))).toMatch(/empty/);
    expect(await refused(EXAMPLE.subarray(0, 4000))).toMatch(/zip/);
    expect(await refused(Buffer.from('id,kind,name\n'))).toMatch(/zip/);
    expect(await refused(zipOf([{ name: 'x.txt', content: 'x' }]))).toMatch(/no workbook/);
    expect(await refused(zipOf([{ name: '../xl/workbook.xml', content: 'x' }]))).toMatch(
      /relative path/,
    );
  });
  test('with entities, external or laughing, is refused unread', async () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet/>';
    expect(await refused(await part('xl/worksheets/sheet1.xml', laughs))).toMatch(/document type/);
    const external = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>';
    expect(await refused(await part('xl/sharedStrings.xml', external))).toMatch(/document type/);
  });
  test('with a cell far out or a million columns is refused before it is laid out', async () => {
    expect(
      await refused(await sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    ).toMatch(/spans/);
    expect(await refused(await sheet('<row r="1"><c r="BDWGN1"><v>1</v></c></row>'))).toMatch(
      /columns/,
    );
  });
  test('whose cells are called by what is no address is refused, not counted', async () => {
    const cell = '<row r="1"><c r="openxmlformats.org/officA2"><v>1</v></c></row>';
    const sheet = `<worksheet><sheetData>${cell}</sheetData></worksheet>`;
    expect(await refused(await part('xl/worksheets/sheet1.xml', Buffer.from(sheet)))).toContain(
      'names the cell "openxmlformats.org/officA2"',
    );
  });
  test('that is a bomb is refused', async () => {
    expect(
      await refused(await part('xl/worksheets/sheet1.xml', Buffer.alloc(140 << 20, 32))),
    ).toMatch(/bomb/);
  });
});

test('damaged workbooks are refused or read in time, and break nothing', async () => {
  await survives(xlsx, 'w.xlsx', EXAMPLE);
});

test.each([
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet6.xml',
  'xl/sharedStrings.xml',
  'xl/workbook.xml',
  'xl/styles.xml',
])('damage to %s alone breaks nothing either', async (part) => {
  const zip = await unzipped(EXAMPLE);
  if ('reason' in zip) throw new Error(zip.reason);
  const { entries } = zip;
  const wrapped = (damaged: Uint8Array) =>
    zipOf(
      [...entries].map(([name, content]) => ({ name, content: name === part ? damaged : content })),
    );
  await survives(xlsx, 'w.xlsx', entries.get(part) as Uint8Array, wrapped);
});
