import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../export/document.ts';
import { LARGE } from './parse.ts';
import { imported } from './testing/apply.ts';

const graph: GraphDocument = {
  format: 'msp-impact-graph/1',
  name: 'Old',
  nodes: [
    { id: 'a', kind: 'service', name: 'A' },
    { id: 'b', kind: 'service', name: 'B' },
  ],
  dependencies: [{ id: 'a->b', from: 'a', to: 'b' }],
};

test('a register finds the suppliers of the table of nodes that comes with it', async () => {
  const register = 'Contract reference,Supplier,Value,Currency,Buyer\nC1,Acme Ltd,5,GBP,Us\n';
  const { answer, graph } = await imported({
    name: 'nodes.csv',
    text: 'id,kind,name\nacme,supplier,ACME LTD\n',
    more: [{ name: 'register.csv', text: register }],
  });
  expect(answer.rejected).toEqual([]);
  expect(graph.nodes.map(({ id }) => id)).toEqual(['acme']);
  expect(graph.contracts).toMatchObject([{ supplier: 'acme', value: 5 }]);
});

describe('importing a document', () => {
  test('replaces the graph, and tells what is removed first', async () => {
    const next: GraphDocument = {
      format: 'msp-impact-graph/1',
      name: 'New',
      nodes: [
        { id: 'a', kind: 'service', name: 'A2' },
        { id: 'c', kind: 'service', name: 'C' },
      ],
    };
    const { answer, graph: after } = await imported({ text: JSON.stringify(next) }, graph);
    expect(answer).toMatchObject({ format: 'document', mode: 'replace', read: 2, written: false });
    expect(answer.difference).toMatchObject({ created: 1, updated: 1, removed: 2, unchanged: 0 });
    expect(answer.difference.items.map(({ id, change }) => `${change} ${id}`)).toEqual([
      'removed b',
      'removed a->b',
      'updated a',
      'created c',
    ]);
    expect(documentString(after)).toBe(documentString(next));
  });

  test('adds to the graph when told to, and may then name what is only stored', async () => {
    const more = {
      format: 'msp-impact-graph/1',
      nodes: [{ id: 'c', kind: 'service', name: 'C' }],
      dependencies: [{ id: 'b->c', from: 'b', to: 'c' }],
    };
    const request = { text: JSON.stringify(more), mode: 'add' as const };
    const { answer, graph: after } = await imported(request, graph);
    expect(answer.difference).toMatchObject({ created: 2, updated: 0, removed: 0 });
    expect(after.nodes.map((node) => node.id)).toEqual(['a', 'b', 'c']);
  });

  test('is all or nothing: one fault, and nothing can be written', async () => {
    const bad = { ...graph, dependencies: [{ id: 'x', from: 'a', to: 'zz' }] };
    for (const mode of ['replace', 'add'] as const) {
      const { answer, graph: after } = await imported({ text: JSON.stringify(bad), mode }, graph);
      expect(answer.errors).toMatchObject([{ path: '$.dependencies[0].to', value: 'zz' }]);
      expect(documentString(after)).toBe(documentString(graph));
    }
  });

  test('that is large is parsed by a thread of its own, to the same answer', async () => {
    const nodes = Array.from({ length: 30_000 }, (_, i) => ({
      id: `n${i}`,
      kind: 'service' as const,
      name: `Service number ${i} with a name that takes its room`,
    }));
    const big: GraphDocument = { format: 'msp-impact-graph/1', name: 'Big', nodes };
    const text = documentString(big);
    expect(text.length).toBeGreaterThan(LARGE);
    const { answer, graph: after } = await imported({ text });
    expect(answer.difference.created).toBe(30_000);
    expect(documentString(after)).toBe(text);
    const cut = await imported({ text: text.slice(0, -20) });
    expect(cut.answer.errors[0]?.path).toMatch(/^line \d+, column \d+$/);
  });

  test('as a large table gives every row', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `n${i},service,A service with number ${i}`,
    );
    const { answer } = await imported({ text: `id,kind,name\n${rows.join('\n')}\n` });
    expect(answer).toMatchObject({ format: 'nodes', mode: 'add', read: 60_000 });
    expect(answer.difference.created).toBe(60_000);
  });
});
