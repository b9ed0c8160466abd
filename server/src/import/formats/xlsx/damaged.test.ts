import { describe, expect, test } from 'vitest';
import { survives } from '../testing/fuzz.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { EXAMPLE } from '../testing/workbooks.ts';
import { zipOf } from '../testing/zip.ts';
import { unzipped } from '../zip/zip.ts';
import { xlsx } from './xlsx.ts';

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
