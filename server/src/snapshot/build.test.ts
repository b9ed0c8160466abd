import type { GraphDocument } from '@msp-impact/contract';
import { solve } from '@msp-impact/engine';
import { expect, test } from 'vitest';
import { columnsOf } from '../store/columns.ts';
import { buildSnapshot, buildSnapshotInPhases } from './build.ts';
import { type ItemPatch, patchColumns } from './patch.ts';
import { toQuestion } from './question.ts';
import { linkConfidence, nodeColumn, nodeId, nodeName, nodeOf } from './read.ts';
import type { Snapshot } from './snapshot.ts';
import { documentOf, link, node, sampleDocument, snapshotOf } from './testing.ts';

function levels(snapshot: Snapshot, down: string): Record<string, number> {
  const asked = toQuestion(snapshot, { down: [{ id: down }] });
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const { level } = solve(snapshot.graph, asked.value);
  const ids = [...level.likely.keys()].map((one) => [nodeId(snapshot, one), level.likely[one]]);
  return Object.fromEntries(ids);
}

function shuffled(document: GraphDocument): GraphDocument {
  const turned = <T>(list: readonly T[] = []) => [...list].reverse();
  return {
    ...document,
    nodes: turned(document.nodes),
    dependencies: turned(document.dependencies),
    contracts: turned(document.contracts),
  };
}

/** Columns as a store that keeps no order would hand them in. */
function unsorted(document: GraphDocument) {
  const { nodes, dependencies = [], contracts = [] } = document;
  const columns = columnsOf({ name: '', revision: 1, nodes, dependencies, contracts });
  const turn = <C extends object>(lists: C): C =>
    Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, [...list].reverse()]),
    ) as C;
  return { ...columns, nodes: turn(columns.nodes), dependencies: turn(columns.dependencies) };
}

test('the order of the input changes nothing', () => {
  const document = sampleDocument();
  const sorted = snapshotOf(document);
  const turned = snapshotOf(shuffled(document));
  const loose = buildSnapshot(unsorted(document));
  expect(turned.columns).toEqual(sorted.columns);
  expect(levels(loose, 'advanced')).toEqual(levels(sorted, 'advanced'));
});

test('building in phases gives the same snapshot', async () => {
  const { nodes, dependencies = [], contracts = [] } = sampleDocument();
  const columns = columnsOf({ name: 'x', revision: 4, nodes, dependencies, contracts });
  const phased = await buildSnapshotInPhases(columns);
  expect(phased.graph).toEqual(buildSnapshot(columns).graph);
  expect(phased.revision).toBe(4);
});

test("a region's links without a group count in equal shares, never by their minimum", () => {
  const nodes = [node('a', 'service'), node('b', 'service'), node('r', 'region')];
  const snapshot = snapshotOf(documentOf(nodes, [link('a', 'r'), link('b', 'r')]));
  expect(levels(snapshot, 'a').r).toBe(0.5);
});

test('links of other kinds without a group are all needed', () => {
  const nodes = [node('a', 'product'), node('b', 'product'), node('s', 'service')];
  const snapshot = snapshotOf(documentOf(nodes, [link('a', 's'), link('b', 's')]));
  expect(levels(snapshot, 'a').s).toBe(0);
});

test('a group that only links name has the rule all; a declared one has its own', () => {
  const nodes = [
    node('a', 'product'),
    node('b', 'product'),
    node('s', 'service'),
    node('t', 'service', { groups: { g: { rule: 'any' } } }),
  ];
  const into = (to: string) => [link('a', to, { group: 'g' }), link('b', to, { group: 'g' })];
  const snapshot = snapshotOf(documentOf(nodes, [...into('s'), ...into('t')]));
  expect(levels(snapshot, 'a')).toMatchObject({ s: 0, t: 1 });
});

test('a range counts at its likely end, or else at its middle', () => {
  const nodes = [node('a', 'product'), node('s', 'service'), node('t', 'service')];
  const links = [
    link('a', 's', { strength: { low: 0.2, likely: 0.3, high: 0.9 } }),
    link('a', 't', { strength: { low: 0.2, high: 0.4 } }),
  ];
  const snapshot = snapshotOf(documentOf(nodes, links));
  expect(levels(snapshot, 'a').s).toBeCloseTo(0.7, 12);
  expect(levels(snapshot, 'a').t).toBeCloseTo(0.7, 12);
  expect(snapshot.graph.ranged).toBe(true);
});

test('a supplier that supplies only suppliers stands in the first column', () => {
  const nodes = [node('a', 'supplier'), node('b', 'supplier'), node('c', 'supplier')];
  const snapshot = snapshotOf(
    documentOf([...nodes, node('p', 'product')], [link('a', 'b'), link('b', 'p')]),
  );
  const columns = ['a', 'b', 'c', 'p'].map((id) => nodeColumn(snapshot, nodeOf(snapshot, id)));
  expect(columns).toEqual(['fourth-party', 'supplier', 'supplier', 'product']);
});

test('an empty graph can be asked too', () => {
  const snapshot = snapshotOf(documentOf([]));
  expect(toQuestion(snapshot, {})).toMatchObject({ ok: true });
  expect(toQuestion(snapshot, { down: [{ id: 'a' }] })).toMatchObject({ ok: false });
});

test('a large graph patched and numbered in a worker is the graph built at once', async () => {
  const count = 12_000;
  const nodes = Array.from({ length: count }, (_, i) =>
    node(`n${i}`, i % 2 ? 'product' : 'service'),
  );
  const links = nodes.slice(1).map(({ id }, i) => link(`n${Math.floor(i / 2)}`, id));
  const first = snapshotOf(documentOf(nodes, links));
  const patches: ItemPatch[] = [
    { type: 'node', id: 'n5', after: node('n5', 'region', { population: 3 }), revision: 2 },
    { type: 'dependency', id: 'n0->n1', after: null, revision: 2 },
    { type: 'dependency', id: 'n0->n2', after: link('n1', 'n2', { id: 'n0->n2' }), revision: 2 },
    { type: 'dependency', id: 'new', after: link('n3', 'n9', { id: 'new' }), revision: 2 },
  ];
  const columns = patchColumns(first.columns, patches, 2);
  const phased = await buildSnapshotInPhases(columns, first);
  const whole = buildSnapshot(columns);
  expect(phased.input).toEqual(whole.input);
  expect(phased.graph).toEqual(whole.graph);
  expect(phased.rows).toBe(first.rows);
});

const base = () => [node('a', 'product'), node('b', 'product'), node('s', 'service')];
const reliance = () => [link('a', 's', { group: 'g' }), link('b', 's', { group: 'g' })];

function patched(first: Snapshot, ...patches: Omit<ItemPatch, 'revision'>[]) {
  const all = patches.map((patch) => ({ ...patch, revision: 2 }));
  return patchColumns(first.columns, all, 2);
}

test('an edit that the model does not read keeps the numbered graph', async () => {
  const first = snapshotOf(documentOf(base(), reliance()));
  const named = node('a', 'product', { name: 'Renamed' });
  const checked = link('a', 's', { group: 'g', evidence: [{ claim: 'c', confidence: 'stated' }] });
  const columns = patched(
    first,
    { type: 'node', id: 'a', after: named },
    { type: 'dependency', id: 'a->s', after: checked },
  );
  const next = await buildSnapshotInPhases(columns, first);
  expect(next.graph).toBe(first.graph);
  expect(next).toEqual(buildSnapshot(columns));
  expect(nodeName(next, nodeOf(next, 'a'))).toBe('Renamed');
  expect(linkConfidence(next, 0)).toBe('stated');
});

test.each([
  ['a strength', { type: 'dependency', id: 'a->s', after: link('a', 's', { strength: 0.4 }) }],
  ['a group', { type: 'node', id: 's', after: node('s', 'service', { groups: { g: {} } }) }],
  ['a group of one kind', { type: 'node', id: 's', after: node('s', 'region') }],
  ['a buffer', { type: 'dependency', id: 'b->s', after: link('b', 's', { bufferHours: 3 }) }],
  ['a parent', { type: 'node', id: 'a', after: node('a', 'product', { parent: 'b' }) }],
  ['a link', { type: 'dependency', id: 'b->s', after: null }],
  ['a node', { type: 'node', id: 'c', after: node('c', 'region', { population: 2 }) }],
] as [string, Omit<ItemPatch, 'revision'>][])(
  'an edit of %s makes the snapshot of the changed columns',
  async (_, patch) => {
    const first = snapshotOf(documentOf(base(), reliance()));
    const columns = patched(first, patch);
    const next = await buildSnapshotInPhases(columns, first);
    expect(next).toEqual(buildSnapshot(columns));
    expect(next.graph).not.toBe(first.graph);
  },
);
