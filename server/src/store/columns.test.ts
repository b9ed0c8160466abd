import type { Dependency, GraphNode } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { columnsOf, contractRow, dependencyRow, nodeRow } from './columns.ts';

test('a node keeps what the model needs, in canonical order, and nothing else', () => {
  const node: GraphNode = {
    id: 's',
    kind: 'service',
    name: 'S',
    groups: { g: { rule: 'any' } },
    zones: ['z'],
    owner: { name: 'nobody' },
    downAt: 0,
  };
  expect(nodeRow(node).model).toBe('{"zones":["z"],"downAt":0,"groups":{"g":{"rule":"any"}}}');
  expect(nodeRow({ id: 'r', kind: 'region', name: 'R' }).model).toBeNull();
});

test('a strength is a number or a range, never both', () => {
  const link: Dependency = { id: 'l', from: 'a', to: 'b', strength: 0 };
  expect(dependencyRow(link)).toMatchObject({ strength: 0, ranges: null, confidence: null });
  const ranged: Dependency = { ...link, strength: { low: 0.1, high: 0.4 }, bufferHours: 2 };
  expect(dependencyRow(ranged)).toMatchObject({
    strength: null,
    ranges: '{"strength":{"low":0.1,"high":0.4},"bufferHours":2}',
  });
});

test('what a source does not record is kept, and what is a part only', () => {
  const silent = { id: 'p', kind: 'product', name: 'P' } as const;
  const attributes = { dependencies: 'not recorded' };
  expect(nodeRow({ ...silent, attributes }).model).toBe('{"silent":true}');
  expect(nodeRow({ ...silent, attributes: { dependencies: 'none' } }).model).toBeNull();
  const link = { id: 'l', from: 'a', to: 'b', attributes: { relation: 'CONTAINS' } };
  expect(dependencyRow(link).ranges).toBe('{"part":true}');
  expect(
    dependencyRow({ ...link, attributes: { relation: 'CONTAINS; DEPENDS_ON' } }).ranges,
  ).toBeNull();
});

test('the best confidence among the evidence counts', () => {
  const evidence = [
    { claim: 'x', confidence: 'assumed' },
    { claim: 'y', confidence: 'reported' },
  ] as const;
  const link = { id: 'l', from: 'a', to: 'b', evidence: [...evidence] } satisfies Dependency;
  expect(dependencyRow(link).confidence).toBe('reported');
  expect(dependencyRow({ ...link, evidence: [] }).confidence).toBeNull();
});

test('a contract without dependencies has none, not an empty list', () => {
  expect(contractRow({ id: 'c', supplier: 's', dependencies: [] }).dependencies).toBeNull();
  expect(contractRow({ id: 'c', supplier: 's', dependencies: ['l'] }).dependencies).toBe('["l"]');
});

test('columns are sorted by code units, whatever the input order', () => {
  const node = (id: string): GraphNode => ({ id, kind: 'product', name: id });
  const lists = { dependencies: [], contracts: [] };
  const nodes = ['b', 'a', 'B', '~', '-'].map(node);
  const columns = columnsOf({ name: 'g', revision: 7, nodes, ...lists });
  expect(columns.nodes.id).toEqual(['-', 'B', 'a', 'b', '~']);
  expect(columns.nodes.revision).toEqual([7, 7, 7, 7, 7]);
  expect(columns.contracts).toEqual(
    expect.objectContaining({ id: [], supplier: [], dependencies: [], revision: [] }),
  );
});

test('half a surrogate pair in a name becomes the replacement character', () => {
  const name = (text: string) => nodeRow({ id: 'n', kind: 'product', name: text }).name;
  expect(name('a\ud800b')).toBe('a\ufffdb');
  expect(name('😀')).toBe('😀');
});
