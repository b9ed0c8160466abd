import type { GraphDocument, GraphNode } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { checkContract, checkDependency, checkGroupsOf, checkNode } from './check.ts';
import { documentView } from './document-view.ts';
import { cut, shown } from './fault.ts';

const region = (id: string, parent?: string): GraphNode => ({
  id,
  kind: 'region',
  name: id,
  ...(parent ? { parent } : {}),
});
const view = (nodes: GraphNode[], dependencies: GraphDocument['dependencies'] = []) =>
  documentView({ format: 'msp-impact-graph/1', nodes, dependencies });

describe('an edit', () => {
  test('that closes a circle of parents is told at the node that is edited', () => {
    const nodes = [region('a', 'b'), region('b', 'c'), region('c', 'a'), region('d', 'a')];
    expect(checkNode(view(nodes), nodes[0] as GraphNode, '$.item')).toEqual([
      {
        path: '$.item.parent',
        value: 'b',
        reason: 'parents must not form a circle: a → b → c → a',
      },
    ]);
    expect(checkNode(view(nodes), nodes[3] as GraphNode, '$.item')).toEqual([]);
  });

  test('of a node that names itself as parent is one fault, not two', () => {
    const node = region('a', 'a');
    expect(checkNode(view([node]), node, '$')).toHaveLength(1);
  });

  test('of a link is told every rule that it breaks, in a fixed order', () => {
    const link = { id: 'l', from: 'x', to: 'x', weight: 1, strength: { low: 1, high: 0 } };
    const paths = checkDependency(view([]), link, '$').map((one) => one.path);
    expect(paths).toEqual(['$.from', '$.to', '$.to', '$.strength', '$.weight']);
  });

  test('of a contract is told what it names in vain', () => {
    const contract = { id: 'c', supplier: 'a', dependencies: ['l'], end: '2026-02-29' };
    expect(checkContract(view([region('a')]), contract, '$').map((one) => one.path)).toEqual([
      '$.supplier',
      '$.dependencies[0]',
      '$.end',
    ]);
  });
});

describe('weights of a share group', () => {
  const weighted = (weights: (number | undefined)[]) => {
    const shared: GraphNode = { ...region('r'), groups: { s: { rule: 'share' } } };
    const nodes = [shared, ...weights.map((_, i) => region(`n${i}`))];
    const links = weights.map((weight, i) => ({
      id: `l${i}`,
      from: `n${i}`,
      to: 'r',
      group: 's',
      ...(weight === undefined ? {} : { weight }),
    }));
    return checkGroupsOf(view(nodes, links), 'r', '$.nodes[0]');
  };

  test.each([
    [[0.1, 0.2, 0.7]],
    [[1 / 3, 1 / 3, 1 / 3]],
    [[0.5, 0.5 + 9e-7]],
    [[undefined, undefined]],
    [[1, 0]],
  ])('%j are right', (weights) => {
    expect(weighted(weights)).toEqual([]);
  });

  test.each([[[0.5, 0.6]], [[0.5, 0.5 + 2e-6]], [[0.5, undefined]]])('%j are not', (weights) => {
    expect(weighted(weights)[0]?.path).toBe('$.nodes[0].groups.s');
  });
});

test('values in messages are short, whatever they are', () => {
  expect(cut('x'.repeat(1000)).length).toBeLessThan(250);
  expect(shown(Array(1_000_000))).toBe('a list of 1000000');
  expect(shown({ low: 3, high: 1 })).toBe('{"low":3,"high":1}');
  expect(shown(Number.NaN)).toBe('NaN');
});
