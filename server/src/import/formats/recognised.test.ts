import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { ocds } from './ocds/ocds.ts';
import { EMPTY, fileOf, graphAfter } from './testing/read-with.ts';

const notice = (date: string, amount: number, ...suppliers: string[]) =>
  JSON.stringify({
    ocid: 'o',
    date,
    awards: [
      {
        id: '1',
        value: { amount, currency: 'GBP' },
        suppliers: suppliers.map((id) => ({ id, name: 'Advanced' })),
      },
    ],
    parties: [{ id: 'GB-COH-02939302', identifier: { scheme: 'GB-COH', id: '02939302' } }],
  });
const read = (text: string, graph: GraphDocument = EMPTY) =>
  graphAfter(ocds, [fileOf('n.json', text)], graph);
const stored = (id: string, identifiers?: Record<string, string>): GraphDocument => ({
  ...EMPTY,
  nodes: [{ id, kind: 'supplier', name: 'Advanced', ...(identifiers && { identifiers }) }],
});

describe('a supplier that is stored under another id', () => {
  test('is recognised by the number that its id is made of', async () => {
    const graph = stored('advanced', { 'GB-COH': '02939302' });
    const after = await read(notice('2024-01-01', 5, 'GB-COH-02939302'), graph);
    expect(after.graph.nodes.map((node) => node.id)).toEqual(['advanced']);
    expect(after.graph.contracts?.[0]?.supplier).toBe('advanced');
    expect(after.notes.join()).toContain('GB-COH-02939302 is advanced');
  });
  test.each([
    ['Companies House', '2939302'],
    ['COH', '02939302'],
  ])('is recognised whatever its register is called there: %s', async (scheme, number) => {
    const graph = stored('advanced', { [scheme]: number });
    const after = await read(notice('2024-01-01', 5, 'GB-COH-02939302'), graph);
    expect(after.graph.nodes.map((node) => node.id)).toEqual(['advanced']);
  });
  test('is recognised by the id that somebody merged into it', async () => {
    const { nodes } = stored('advanced');
    const attributes = { 'merged:A-1': 'Advanced Ltd', 'merged:A-1 town': 'Leeds' };
    const graph = { ...EMPTY, nodes: nodes.map((one) => ({ ...one, attributes })) };
    const after = await read(notice('2024-01-01', 5, 'A-1'), graph);
    expect(after.graph.nodes.map((node) => node.id)).toEqual(['advanced']);
    expect(after.graph.contracts?.[0]?.supplier).toBe('advanced');
  });
  test('is not recognised by its name: that is told as a possible duplicate', async () => {
    const after = await read(notice('2024-01-01', 5, 'GB-COH-02939302'), stored('advanced'));
    expect(after.graph.nodes).toHaveLength(2);
    expect(after.notes.join()).toContain('Possible duplicates by name, kept apart: Advanced');
  });
  test('is not recognised where two stored ones have that number', async () => {
    const number = { 'GB-COH': '02939302' };
    const nodes = [...stored('a', number).nodes, ...stored('b', number).nodes];
    const after = await read(notice('2024-01-01', 5, 'GB-COH-02939302'), { ...EMPTY, nodes });
    expect(after.graph.nodes).toHaveLength(3);
  });
});

describe('a process that an earlier file brought', () => {
  test('stays as it is when an older release comes', async () => {
    const first = await read(notice('2025-01-01', 7, 'A-1'));
    const after = await read(notice('2024-01-01', 5, 'A-1'), first.graph);
    expect(after.graph.contracts?.map((one) => one.value)).toEqual([7]);
    expect(after.notes.join()).toContain('stored from a newer release');
  });
  test('takes what a newer release says, and tells which contracts it has no more', async () => {
    const first = await read(notice('2024-01-01', 8, 'A-1'));
    const after = await read(notice('2025-01-01', 8, 'A-1', 'B-2'), first.graph);
    expect(after.graph.contracts?.map(({ id, value }) => [id, value])).toEqual([
      ['o/1', 8],
      ['o/1/A-1', 4],
      ['o/1/B-2', 4],
    ]);
    expect(after.notes.join()).toContain('remove them where they do not hold: o/1.');
  });
});
