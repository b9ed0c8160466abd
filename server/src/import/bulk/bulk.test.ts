import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GRAPH_FORMAT, type GraphDocument } from '@msp-impact/contract';
import { afterAll, expect, test } from 'vitest';
import { memoryReader } from '../../store/memory-reader.ts';
import { importText } from '../import.ts';
import { bulkLinks } from './links.ts';

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

const BAD = [
  'L0,n1,n2,0.2',
  'L-bad,n1,nowhere,0.2',
  'L-far,n1,n2,7',
  'n1->n2,n1,n2,0.9',
  'L-self,n1,n1,0.5',
  '__proto__,n1,n2,0.5',
  'L-word,n1,n2,half',
  "'=L,n1,n2,0.1",
];
const plainRow = (i: number) =>
  `P${i}, n${i % 300},n${(i * 7 + 1) % 300},${['', '1', '0.40', '0'][i % 4]}`;
const plain = Array.from({ length: 20_000 }, (_, i) =>
  plainRow(i).replace(', n', i % 5000 ? ',n' : ', n'),
);

test.each([
  ['with a column of their own', TEXT + BAD.map((row) => `${row},\n`).join('')],
  [
    'that are plain but for some',
    `id,from,to,strength\n${[...plain, ...BAD, ...plain.slice(0, 9)].join('\n')}`,
  ],
  [
    'without ids, empty how',
    `to,from,substitutability\n${rows
      .slice(0, 299)
      .map((_, i) => `n${i},n${i + 1},${['none', ''][i % 2]}`)
      .join('\n')}\nn0,n1,none\n`,
  ],
  ['of which all are stored', 'from,to,strength\nn1,n2,0.5\n'],
])('links in pieces come to what the reader of whole tables gives: %s', async (_, text) => {
  const file = stored('links.csv', text);
  const bulk = await bulkLinks(file, memoryReader(GRAPH));
  const whole = await importText({ name: 'links.csv', text }, memoryReader(GRAPH));
  const answer = bulk?.answer;
  const expected = whole.answer;
  expect({ ...answer, difference: undefined }).toEqual({ ...expected, difference: undefined });
  const { items: ____, ...counts } = bulk?.answer.difference ?? {};
  expect(expected.difference).toMatchObject(counts);
  const texts = bulk?.parts.map(({ items }) => items.slice(1, -1)).join(',');
  expect(`[${texts}]`).toBe(JSON.stringify(whole.writes?.map(({ after }) => after)));
});

test('links in groups are left to the reader of whole tables', async () => {
  const file = stored('grouped.csv', 'from,to,group\nn1,n2,g\n');
  expect(await bulkLinks(file, memoryReader(GRAPH))).toBeUndefined();
  const other = stored('nodes.csv', 'id,kind,name\na,service,A\n');
  expect(await bulkLinks(other, memoryReader(GRAPH))).toBeUndefined();
});
