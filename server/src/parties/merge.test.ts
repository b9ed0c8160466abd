/** Whatever two suppliers hold: a merge that is written loses nothing, and leaves a sound graph. */
import type { GraphDocument, GraphNode } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documents } from '../import/testing/arbitrary.ts';
import { checkDocument } from '../rules/document.ts';
import { buildSnapshot } from '../snapshot/build.ts';
import { documentOf, link, node } from '../snapshot/testing.ts';
import { memoryReader } from '../store/memory-reader.ts';
import type { Item } from '../store/port.ts';
import { planMerge } from './merge.ts';

const RUNS = Number(process.env.FC_RUNS ?? 100);

/** The first two become suppliers, the third their kin now and then. */
const estates = fc
  .tuple(documents, fc.constantFrom('none', 'owns', 'owned'))
  .filter(([{ nodes }]) => nodes.length > 2)
  .map(([document, kin]): GraphDocument => {
    const [a, b] = document.nodes.map(({ id }) => id);
    const nodes = document.nodes.map((one, i): GraphNode => {
      if (i > 1) return one;
      const parent = i === 0 && kin === 'owned' ? b : i === 1 && kin === 'owns' ? a : undefined;
      return { ...one, kind: 'supplier', ...(parent ? { parent } : {}) };
    });
    return { ...document, nodes };
  });

async function merged(document: GraphDocument, keep: string, others: string[]) {
  const reader = memoryReader(document);
  const snapshot = buildSnapshot(await reader.columns());
  const { outcome, edits } = await planMerge(snapshot, reader, { keep, others }, '$');
  const after = (type: string, list: readonly Item[] = []) => {
    const items = new Map(list.map((item) => [item.id, item]));
    for (const one of edits.filter((edit) => edit.type === type)) {
      if (one.after) items.set(one.id, one.after);
      else items.delete(one.id);
    }
    return [...items.values()];
  };
  const graph = {
    ...document,
    nodes: after('node', document.nodes),
    dependencies: after('dependency', document.dependencies),
    contracts: after('contract', document.contracts),
  } as GraphDocument;
  return { outcome, graph };
}

test('every merge leaves a sound graph without the record that went, or says why it cannot be', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(estates, async (document) => {
      const [keep, other] = document.nodes as [GraphNode, GraphNode];
      const { outcome, graph } = await merged(document, keep.id, [other.id]);
      if (outcome.faults) {
        expect(outcome.faults.length).toBeGreaterThan(0);
        return;
      }
      written++;
      const answer = checkDocument(JSON.parse(JSON.stringify(graph)));
      expect('faults' in answer ? answer.faults.list : []).toEqual([]);
      const gone = other.id;
      expect(graph.nodes.some(({ id, parent }) => id === gone || parent === gone)).toBe(false);
      expect(graph.contracts?.some(({ supplier }) => supplier === gone)).toBe(false);
      const ended = new Set(outcome.ended);
      const left = document.dependencies?.filter(({ id }) => !ended.has(id)).map(({ id }) => id);
      expect(graph.dependencies?.map(({ id }) => id).sort()).toEqual(left?.sort());
      expect(graph.contracts?.length).toBe(document.contracts?.length);
      const heir = graph.nodes.find(({ id }) => id === keep.id);
      expect(heir?.attributes?.[`merged:${gone}`]).toBe(other.name);
      const text = JSON.stringify(heir);
      for (const one of other.evidence ?? []) {
        expect(text).toContain(JSON.stringify(one.claim));
      }
    }),
    { numRuns: RUNS },
  );
  // Most are written: refusals are the exception, not the way out.
  expect(written).toBeGreaterThan(RUNS / 2);
});

test('three become one, and the owner of one becomes the owner of all', async () => {
  const document = documentOf(
    [
      node('a', 'supplier'),
      node('b', 'supplier', { parent: 'top' }),
      node('c', 'supplier', { parent: 'a' }),
      node('top', 'supplier'),
      node('s', 'service'),
    ],
    [link('a', 's'), link('b', 's'), link('c', 's')],
  );
  const { graph, outcome } = await merged(document, 'a', ['b', 'c']);
  expect(graph.nodes.map(({ id, parent }) => [id, parent])).toEqual([
    ['a', 'top'],
    ['top', undefined],
    ['s', undefined],
  ]);
  expect(graph.dependencies?.map(({ id, from }) => [id, from])).toEqual([
    ['a->s', 'a'],
    ['b->s', 'a'],
    ['c->s', 'a'],
  ]);
  expect(outcome).toMatchObject({ moves: { links: { count: 2 } }, parallel: 1 });
});

test('an owner that becomes one with what it owned does not own itself', async () => {
  const document = documentOf([
    node('a', 'supplier', { parent: 'b' }),
    node('b', 'supplier', { parent: 'c' }),
    node('c', 'supplier'),
  ]);
  const { graph } = await merged(document, 'a', ['b']);
  expect(graph.nodes.map(({ id, parent }) => [id, parent])).toEqual([
    ['a', 'c'],
    ['c', undefined],
  ]);
});
