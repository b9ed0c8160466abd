import { expect, test } from 'vitest';
import { readTable, type Table } from './table.ts';
import { BlockReader, tableBlocks } from './table-blocks.ts';

async function inPieces(text: string, size: number): Promise<Table[]> {
  const reader = new BlockReader('f');
  const tables: Table[] = [];
  for (let at = 0; at < text.length && !reader.dead; at += size) {
    tables.push(...reader.push(text.slice(at, at + size)));
  }
  return [...tables, ...(await reader.end())];
}

function expectWhole(tables: readonly Table[], text: string): void {
  const whole = readTable(text, 'f');
  expect(tables.every(({ headers }) => headers.join() === whole.headers.join())).toBe(true);
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.flatMap(({ rows }) => rows)).toEqual(whole.rows);
  expect(tables.flatMap(({ rejected }) => rejected)).toEqual(whole.rejected);
}

test.each([
  ["\ufeffa;b\r\n1;2\r3;4\n\n5;'=6", 'mark, semicolons, mixed line ends, apostrophes'],
  ['a\tb\n1\t2\t\n\t\n3\n1\t2\t3', 'tabs, short and long rows'],
  ['a,b', 'a header alone'],
  ['a,b\r\n', 'a header and a line end'],
  [' \na,b\n1,2\n', 'an empty first line'],
  ['\n\na,b\n1,2\n', 'two line ends before all'],
  ['', 'nothing'],
  ['\ufeff', 'a mark alone'],
  ['a,b\n1,2\n"3\n4",5\n6,7,8\r\n"9""",10', 'quotes after some rows'],
  ['"a","b"\r1,2\r', 'a header in quotes'],
  ['"a",b\n"1"x,2\n3,4\n', 'text after a closing quote'],
  ['a,b\n1,2\n3,x"y"\n5,6', 'a quote in a cell'],
  ['a,b\n1,2\n"3,4\n5,6\n', 'a quote that never closes'],
  ['a,b\n1,"2"\n3,4,5\n\n6,7\n', 'too many cells after a quote'],
  ['é,ü\n"1",ß€\n', 'letters of several bytes'],
])('%# in pieces of any size as in one: %$', async (text) => {
  for (const size of [1, 2, 3, 5, 8, 1000]) expectWhole(await inPieces(text, size), text);
});

const long = 'x'.repeat(1_100_000);
test.each([
  [`a,b\n1,${long}\n3,4\n`, 'in the middle'],
  [`a,${long}`, 'the header'],
  [`a,b\n1,2\n"3",${long}\n`, 'after quotes'],
])('%# a row that is too long ends the table: %$', async (text) => {
  expectWhole(await inPieces(text, 65_536), text);
});

test('a large file is never whole in memory, and read as it is encoded', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `${i},n${i % 300},é`);
  const text = `id,from,to\n${rows.join('\r\n')}\n`;
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(text, 'latin1'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
  ]) {
    const tables: Table[] = [];
    for await (const table of tableBlocks({ name: 'f', bytes })) tables.push(table);
    expect(tables.length).toBeGreaterThan(3);
    expectWhole(tables, text);
  }
});
