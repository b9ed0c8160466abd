import { readFileSync } from 'node:fs';
import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { xlsx as exportXlsx } from '../../../export/formats/xlsx.ts';
import { memoryReader } from '../../../store/memory-reader.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { EXAMPLE } from '../testing/workbooks.ts';
import { xlsx } from './xlsx.ts';

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
