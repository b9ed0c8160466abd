import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { EMPTY } from '../testing/read-with.ts';
import { read } from '../testing/workbooks.ts';

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
