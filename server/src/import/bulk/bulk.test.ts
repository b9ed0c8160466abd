import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dependency, GRAPH_FORMAT, type GraphDocument } from '@msp-impact/contract';
import { afterAll, expect, test } from 'vitest';
import { importText } from '../import.ts';
import { memoryReader } from '../memory-reader.ts';
import { readTable } from '../table.ts';
import { bulkLinks } from './links.ts';
import { tablePieces } from './pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nodes = Array.from({ length: 300 }, (_, i) => {
  return { id: `n${i}`, kind: 'service' as const, name: `N ${i}` };
});
const GRAPH: GraphDocument = {
  format: GRAPH_FORMAT,
  nodes,
  dependencies: [{ id: 'n1->n2', from: 'n1', to: 'n2', strength: 0.5 }],
};
const rows = Array.from(
  { length: 60_000 },
  (_, i) => `L${i},n${i % 300},n${(i * 7 + 1) % 300},0.4`,
);
const TEXT = `id,from,to,strength,Remark\n${rows.map((row, i) => `${row},r${i}`).join('\r\n')}\n`;

function stored(name: string, text: string): { name: string; path: string } {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { name, path };
}

test('a large text in pieces has the rows and rejections of the whole', () => {
  const text = `${TEXT}\nx,n1,n2,0.1,a,too,many\n\nL0,n1,n2,0.2,\r\n`;
  const whole = readTable(text, 'f');
  const pieces = [...tablePieces(text, 'f')];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.flatMap((piece) => piece.rows)).toEqual(whole.rows);
  expect(pieces.flatMap((piece) => piece.rejected)).toEqual(whole.rejected);
});

test.each([
  ["\ufeffa;b\r\n1;2\r3;4\n\n5;'=6", 'mark, semicolons, mixed line ends, apostrophes'],
  ['a\tb\n1\t2\t\n\t\n3\n1\t2\t3', 'tabs, short and long rows'],
  ['a,b', 'a header alone'],
  ['a,b\n', 'a header and a line end'],
  [' \na,b\n1,2\n', 'an empty first line'],
  ['', 'nothing'],
  [`a,b\n1,${'x'.repeat(1_100_000)}\n3,4\n`, 'a row that is too long'],
])('%# as the parser reads it: %$', (text) => {
  const whole = readTable(text, 'f');
  const pieces = [...tablePieces(text, 'f')];
  expect(pieces[0]?.headers).toEqual(whole.headers);
  expect(pieces.flatMap((piece) => piece.rows)).toEqual(whole.rows);
  expect(pieces.flatMap((piece) => piece.rejected)).toEqual(whole.rejected);
});

test('a text with quotes comes whole', () => {
  expect([...tablePieces('a,b\n"1\n2",3\n', 'f')]).toEqual([readTable('a,b\n"1\n2",3\n', 'f')]);
});

test('links in pieces come to what the reader of whole tables gives', async () => {
  const text = `${TEXT}L0,n1,n2,0.2,\nL-bad,n1,nowhere,0.2,\nL-far,n1,n2,7,\nn1->n2,n1,n2,0.9,\n`;
  const file = stored('links.csv', text);
  const bulk = await bulkLinks(file, memoryReader(GRAPH));
  const whole = await importText({ name: 'links.csv', text }, memoryReader(GRAPH));
  const { sheets: _, ...answer } = bulk?.answer ?? {};
  const { sheets: __, ...expected } = whole.answer;
  expect({ ...answer, difference: undefined }).toEqual({ ...expected, difference: undefined });
  const { items: ___, ...counts } = bulk?.answer.difference ?? {};
  expect(expected.difference).toMatchObject(counts);
  const items = bulk?.parts.flatMap(({ items }) => JSON.parse(items) as Dependency[]);
  expect(items).toEqual(whole.writes?.map(({ after }) => after));
});

test('links in groups are left to the reader of whole tables', async () => {
  const file = stored('grouped.csv', 'from,to,group\nn1,n2,g\n');
  expect(await bulkLinks(file, memoryReader(GRAPH))).toBeUndefined();
  const other = stored('nodes.csv', 'id,kind,name\na,service,A\n');
  expect(await bulkLinks(other, memoryReader(GRAPH))).toBeUndefined();
});
