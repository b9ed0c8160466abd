/** Bad input for our own tables and documents, from disk as large files come. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { memoryReader } from '../store/memory-reader.ts';
import { EMPTY } from './formats/testing/read-with.ts';
import { importText } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const files = [{ name, path }];
  const { answer } = await importText({ name, text: '' }, memoryReader(EMPTY), { files });
  return answer;
}

const NODES = 'id,kind,name\na,service,Zo\u00eb\nb,service,B\n';
const DOCUMENT = JSON.stringify({
  format: 'msp-impact-graph/1',
  nodes: [{ id: 'a', kind: 'service', name: 'Zo\u00eb' }],
});

describe.each([
  ['nodes.csv', NODES],
  ['graph.json', DOCUMENT],
])('%s', (name, text) => {
  test('in any Unicode with its mark, or in Windows-1252, is the same', async () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const forms = [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(text, 'latin1')];
    for (const bytes of [...forms, little, Buffer.from(little).swap16()]) {
      const { difference } = await read(name, bytes);
      expect(difference.items[0]).toMatchObject({ id: 'a', name: 'Zo\u00eb' });
    }
  });

  test('in UTF-16 without its mark, empty, packed or cut off brings nothing in', async () => {
    const packed = Buffer.from([0x1f, 0x8b, 8, 0]);
    for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.alloc(0), packed, text.slice(0, 6)]) {
      const { errors, difference } = await read(name, bytes);
      expect(errors.length).toBeGreaterThan(0);
      expect(difference.created).toBe(0);
    }
  });
});

describe('a table', () => {
  test('of 1,000,000 columns, or with a cell of 400 MB, is answered in time', async () => {
    const wide = Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join();
    expect((await read('wide.csv', wide)).errors).toHaveLength(1);
    const cell = Buffer.concat(Array(400).fill(Buffer.alloc(1 << 20, 120)));
    const { rejected, difference } = await read(
      'long.csv',
      Buffer.concat([Buffer.from(NODES), cell]),
    );
    expect(rejected[0]?.reason).toContain('the row is longer than');
    expect(difference.created).toBe(2);
  }, 60_000);

  test('with owners in a circle loses those rows alone', async () => {
    const rows = 'a,supplier,A,b\nb,supplier,B,c\nc,supplier,C,a\nd,supplier,D,\ne,supplier,E,d\n';
    const { rejected, difference } = await read('nodes.csv', `id,kind,name,parent\n${rows}`);
    expect(difference.items.map(({ id }) => id)).toEqual(['d', 'e']);
    expect(rejected.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  test('of contracts takes the first of two values, and no currency or amount that is none', async () => {
    const rows = [
      'x,a,10,GBP',
      'x,a,20,GBP',
      'y,a,5,pounds',
      'z,a,-5,GBP',
      'v,a,"1,000",GBP',
      'w,nobody,1,GBP',
    ];
    const table = `id,supplier,value,currency,buyer\n${rows.map((row) => `${row},\n`).join('')}`;
    const path = join(folder, 'contracts.csv');
    writeFileSync(path, table);
    const graph = { ...EMPTY, nodes: [{ id: 'a', kind: 'supplier' as const, name: 'A' }] };
    const files = [{ name: 'contracts.csv', path }];
    const { answer } = await importText({ text: '' }, memoryReader(graph), { files });
    expect(answer.difference.items.map(({ id }) => id)).toEqual(['x']);
    const told = answer.rejected.map(({ row, column }) => `${row} ${column}`);
    expect(told).toEqual(['3 id', '4 currency', '5 value', '6 value', '7 supplier']);
  });

  test('with __proto__ wherever a name may stand reaches nothing', async () => {
    const { rejected } = await read(
      'nodes.csv',
      'id,kind,name,__proto__,tags,json\n__proto__,service,A,x,,\nb,service,__proto__,y,__proto__,\nc,service,C,,,"{""__proto__"":{""polluted"":1}}"\n',
    );
    expect(rejected.length).toBeGreaterThan(0);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
