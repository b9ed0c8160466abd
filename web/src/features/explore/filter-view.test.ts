import { expect, test } from 'vitest';
import { graphView, viewNode } from '../../ui/testing/answers.ts';
import { filterView } from './filter-view.ts';

const view = graphView({
  nodes: [
    viewNode({ id: 'advanced', kind: 'supplier', state: 'down', marked: 'down' }),
    viewNode({ id: 'nhs-111', kind: 'service', state: 'degraded', level: 0.15 }),
    viewNode({ id: 'records', kind: 'service', state: 'unknown' }),
    viewNode({ id: 'wales', kind: 'region', state: 'up' }),
    viewNode({ id: 'powys', kind: 'region', state: 'degraded', parent: 'wales' }),
  ],
});

const ids = (states: Parameters<typeof filterView>[1], keep: string[] = []) =>
  filterView(view, states, keep).nodes.map((node) => node.id);

test('no filter leaves everything', () => {
  expect(filterView(view, [], [])).toBe(view);
});

test('a filter keeps its states, what the question marks, and the nation of a kept region', () => {
  expect(ids(['degraded'])).toEqual(['advanced', 'nhs-111', 'wales', 'powys']);
});

test('what is selected stays', () => {
  expect(ids(['unknown'], ['nhs-111'])).toEqual(['advanced', 'nhs-111', 'records']);
});

test('links to what is not drawn go, and the counts say what is left', () => {
  const filtered = filterView(view, ['unknown'], []);
  expect(filtered.shown).toBe(2);
  expect(filtered.links).toEqual([]);
});
