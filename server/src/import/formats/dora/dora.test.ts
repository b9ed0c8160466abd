import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { workbookOf } from '../../../export/formats/workbook.ts';
import { decoded } from '../../encoding.ts';
import { readTable } from '../../table.ts';
import { survives } from '../testing/fuzz.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { zipOf } from '../testing/zip.ts';
import { unzipped } from '../zip/zip.ts';
import { dora } from './dora.ts';

const EXAMPLE = readFileSync(
  new URL('../../../../../docs/importers/examples/dora-register.zip', import.meta.url),
);
const BANK = '529900EXAMPLEBANK012';

type Tables = Record<string, string>;
const TABLES: Tables = {
  'b_01.01.csv': `c0010,c0020\n${BANK},Bank\n`,
  'b_02.01.csv': 'c0010,c0020,c0040,c0050\nK1,eba_CO:x1,eba_CU:EUR,100\n',
  'b_02.02.csv': `c0010,c0020,c0030,c0050,c0060,c0180\nK1,${BANK},P1,F1,eba_TA:S19,eba_ZZ:x796\n`,
  'b_03.02.csv': 'c0010,c0020\nK1,P1\n',
  'b_05.01.csv': 'c0010,c0020,c0050,c0110\nP1,VAT,One,\nP2,VAT,Two,\nP3,VAT,Three,\n',
  'b_06.01.csv': `c0010,c0030,c0040,c0080\nF1,Pay,${BANK},4\n`,
};
const packed = (more: Tables = {}) =>
  zipOf(
    Object.entries({ ...TABLES, ...more }).map(([name, content]) => ({
      name: `r/reports/${name}`,
      content,
    })),
  );
const read = (more: Tables = {}) => graphAfter(dora, [fileOf('r.zip', packed(more))]);

describe('the example package', () => {
  test('gives providers, functions, reliance, the chain behind it, and contracts', async () => {
    const { graph, rejected } = await graphAfter(dora, [fileOf('x.zip', EXAMPLE)]);
    expect(rejected).toEqual([]);
    expect(graph.nodes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'supplier Example Core Banking GmbH',
      'supplier Microsoft Ireland Operations Limited',
      'supplier Microsoft Corporation',
      'supplier Amazon Web Services EMEA SARL',
      'supplier Amazon.com, Inc.',
      'service Current accounts',
      'service Lending',
    ]);
    expect(graph.nodes[1]).toMatchObject({
      parent: 'LEI:INR2EJN1ERAN0W5ZP974',
      identifiers: { EUID: 'IECRO.256796' },
    });
    expect(graph.nodes[5]).toMatchObject({
      rtoHours: 4,
      priority: 1,
      attributes: { 'rpo hours': '1' },
    });
    expect(
      graph.dependencies?.map(({ from, to, strength, substitutability }) => [
        from,
        to,
        strength,
        substitutability,
      ]),
    ).toEqual([
      ['EUID:DEB8536R.HRB000000', `function:${BANK}/F1`, 1, 'none'],
      ['EUID:IECRO.256796', `function:${BANK}/F2`, 0.7, undefined],
      ['EUID:IECRO.256796', `function:${BANK}/F1`, 0.3, 'medium'],
      ['EUID:LURCSL.B186284', `function:${BANK}/F2`, undefined, undefined],
      ['EUID:IECRO.256796', 'EUID:DEB8536R.HRB000000', undefined, 'complex'],
    ]);
    expect(graph.contracts).toMatchObject([
      {
        id: 'dora:CA-1',
        value: 480000,
        valueBasis: 'annual',
        currency: 'EUR',
        end: '2028-03-31',
        noticeDays: 180,
      },
      { id: 'dora:CA-2', value: 1250000.5, start: '2024-01-01' },
      { id: 'dora:CA-3', attributes: { 'annual expense': '0 USD' } },
    ]);
    expect(graph.contracts?.[1]).not.toHaveProperty('end');
    expect(graph.contracts?.[2]).not.toHaveProperty('value');
    expect(graph.nodes[0]?.evidence).toMatchObject([{ confidence: 'assumed', date: '2026-03-31' }]);
  });

  test('changes nothing when it is read again, and says the same as a workbook', async () => {
    const first = await graphAfter(dora, [fileOf('x.zip', EXAMPLE)]);
    const again = await graphAfter(dora, [fileOf('x.zip', EXAMPLE)], first.graph);
    expect(documentString(again.graph)).toBe(documentString(first.graph));
    const zip = await unzipped(EXAMPLE, (name) => /b_\d\d\.\d\d\.csv$/.test(name));
    if ('reason' in zip) throw new Error(zip.reason);
    const sheets = [...zip.entries].map(([name, bytes]) => {
      const { headers, rows } = readTable(decoded(bytes).text, name);
      const sheet = (/b_\d\d\.\d\d/.exec(name)?.[0] ?? '').toUpperCase();
      return {
        sheet,
        rows: [['A register of information'], headers, ...rows.map((row) => row.cells)],
      };
    });
    const book = await graphAfter(dora, [fileOf('x.zip', await workbookOf(sheets))]);
    expect(book.rejected).toEqual([]);
    const plain = (text: string) => text.replaceAll('"date":"2026-03-31",', '');
    expect(plain(documentString(book.graph))).toBe(plain(documentString(first.graph)));
  });
});

describe('numbers', () => {
  test.each([
    ['eba_ZZ:x797', 1],
    ['Full reliance', 1],
    ['eba_ZZ:x796', 0.7],
    ['eba_ZZ:x795', 0.3],
    ['eba_ZZ:x794', 0.05],
  ])('reliance %s is strength %d, marked as assumed', async (reliance, strength) => {
    const { graph, reading } = await read({
      'b_02.02.csv': `c0010,c0020,c0030,c0050,c0060,c0180\nK1,${BANK},P1,F1,S19,${reliance}\n`,
    });
    expect(graph.dependencies?.[0]?.strength ?? 1).toBe(strength);
    expect(graph.dependencies?.[0]?.evidence?.[0]?.confidence).toBe('assumed');
    expect(reading.notes.join()).toContain('material reliance 0.7');
  });
  test('rank 2 supplies rank 1, rank 3 supplies rank 2', async () => {
    const chain = 'c0010,c0020,c0030,c0050,c0060\nK1,S19,P1,1,\nK1,S19,P2,2,P1\nK1,S19,P3,3,P2\n';
    const { graph } = await read({ 'b_05.02.csv': chain });
    expect(graph.dependencies?.slice(1).map(({ from, to }) => [from, to])).toEqual([
      ['VAT:P2', 'VAT:P1'],
      ['VAT:P3', 'VAT:P2'],
    ]);
  });
  test('a rank 2 without recipient supplies the only provider of rank 1', async () => {
    const { graph } = await read({
      'b_05.02.csv': 'c0010,c0020,c0030,c0050\nK1,S19,P1,1\nK1,S19,P2,2\n',
    });
    expect(graph.dependencies?.[1]).toMatchObject({ from: 'VAT:P2', to: 'VAT:P1' });
  });
  test('an amount that several providers signed for is split equally', async () => {
    const { graph } = await read({ 'b_03.02.csv': 'c0010,c0020\nK1,P1\nK1,P2\n' });
    expect(graph.contracts?.map(({ id, value }) => [id, value])).toEqual([
      ['dora:K1/VAT:P1', 50],
      ['dora:K1/VAT:P2', 50],
    ]);
  });
});

describe('a bad row', () => {
  test.each([
    ['b_02.02.csv', `c0010,c0020,c0030,c0050\nK1,${BANK},P9,F1\n`, 'c0030', 'P9'],
    ['b_02.02.csv', `c0010,c0020,c0030,c0050\nK1,${BANK},P1,F9\n`, 'c0050', 'F9'],
    ['b_02.02.csv', `c0010,c0020,c0030,c0050\nK9,${BANK},P1,F1\n`, 'c0010', 'K9'],
    ['b_05.02.csv', 'c0010,c0020,c0030,c0050,c0060\nK1,S19,P1,zero,\n', 'c0050', 'zero'],
    ['b_05.02.csv', 'c0010,c0020,c0030,c0050,c0060\nK1,S19,P1,2,P1\n', 'c0060', 'P1'],
    ['b_02.01.csv', 'c0010,c0040,c0050\nK1,EUR,1\nK1,EUR,2\n', 'c0010', 'K1'],
    ['b_02.01.csv', 'c0010,c0040,c0050\nK1,ZZQ,1\n', 'c0040', 'ZZQ'],
    ['b_02.01.csv', 'c0010,c0040,c0050\nK1,EUR,"1,20"\n', 'c0050', '1,20'],
    ['b_05.01.csv', 'c0010,c0050,c0110\nP1,One,P9\n', 'c0110', 'P9'],
    ['b_06.01.csv', `c0010,c0030,c0040,c0080\nF1,Pay,${BANK},-4\n`, 'c0080', '-4'],
    ['b_06.01.csv', `c0010,c0010,c0040\nF1,F1,${BANK}\n`, 'function', 'function'],
  ])('of %s is told with its column and value', async (name, content, column, value) => {
    const { rejected } = await read({ [name]: content });
    expect(rejected.map((one) => [one.column, one.value])).toContainEqual([column, value]);
    expect(rejected.every((one) => one.file === `r.zip: ${name}` || one.column !== column)).toBe(
      true,
    );
  });
  test('leaves owners that go in a circle out', async () => {
    const { rejected } = await read({ 'b_05.01.csv': 'c0010,c0050,c0110\nP1,One,P2\nP2,Two,P1\n' });
    expect(rejected.length).toBeGreaterThan(0);
  });
  test('amounts with commas and signs have one meaning or none', async () => {
    const of = async (cell: string) =>
      (await read({ 'b_02.01.csv': `c0010,c0040,c0050\nK1,EUR,"${cell}"\n` })).graph.contracts?.[0]
        ?.value;
    expect(await of('€1,200.50')).toBe(1200.5);
    expect(await of('1.200.000,50')).toBe(1200000.5);
    expect(await of('(500)')).toBeUndefined();
    expect(await of('-3')).toBeUndefined();
    expect(await of('1.2.3')).toBeUndefined();
  });
});

describe('a bad file', () => {
  const refused = async (bytes: Uint8Array, name = 'r.zip') => {
    const { graph, reading } = await graphAfter(dora, [fileOf(name, bytes)]);
    expect(graph.nodes).toEqual([]);
    return reading.errors[0]?.reason ?? '';
  };
  test.each([
    ['empty', Buffer.alloc(0), /empty/],
    ['cut off', EXAMPLE.subarray(0, 3000), /zip archive/],
    [
      'with a path that leads out',
      zipOf([{ name: '../b_05.01.csv', content: 'c0010\nx\n' }]),
      /relative path/,
    ],
    [
      'that lies about its size',
      zipOf([{ name: 'b_05.01.csv', content: 'c0010\n'.repeat(99), claimed: 5 }]),
      /zip archive/,
    ],
    ['with an archive inside', zipOf([{ name: 'inner.zip', content: EXAMPLE }]), /no table/],
    [
      'with one name twice',
      zipOf([
        { name: 'b_05.01.csv', content: 'c0010\nx\n' },
        { name: 'b_05.01.csv', content: 'c0010\ny\n' },
      ]),
      /twice/,
    ],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await refused(bytes)).toMatch(reason);
  });
  test('that is a bomb is refused before it unfolds', async () => {
    const bomb = zipOf([{ name: 'b_05.01.csv', content: Buffer.alloc(210 << 20) }]);
    expect(bomb.length).toBeLessThan(1 << 20);
    expect(await refused(bomb)).toMatch(/bomb/);
  });
  test('in UTF-16 or Windows-1252, with marks and mixed line ends, is read', async () => {
    const name = 'b_05.01.csv';
    const text = '\ufeffc0010,c0020,c0050\r\nP1,VAT,Größe\nP2,VAT,"b\r\nc"\r\n';
    for (const content of [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text.slice(1), 'latin1'),
    ]) {
      const { graph } = await graphAfter(dora, [fileOf(name, content)]);
      expect(graph.nodes.map((node) => node.name)).toEqual(['Größe', 'b\r\nc']);
    }
  });
  test('with a quote that never closes tells the row', async () => {
    const { rejected } = await graphAfter(dora, [fileOf('b_05.01.csv', 'c0010,c0050\nP1,"One\n')]);
    expect(rejected[0]).toMatchObject({ file: 'b_05.01.csv', row: 2 });
  });
});

test('damaged packages and tables are refused or read in time, and break nothing', async () => {
  await survives(dora, 'x.zip', EXAMPLE);
  for (const [name, content] of Object.entries(TABLES)) {
    const wrapped = (damaged: Uint8Array) =>
      zipOf(
        Object.entries(TABLES).map(([one, text]) => ({
          name: one,
          content: one === name ? damaged : text,
        })),
      );
    await survives(dora, 'x.zip', Buffer.from(content), wrapped);
  }
  await survives(dora, 'b_05.01.csv', Buffer.from(TABLES['b_05.01.csv'] as string));
});
