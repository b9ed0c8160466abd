import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../store/columns.ts';
import { type ItemPatch, patchColumns } from './patch.ts';
import { link, node } from './testing.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const change = fc.record({
  type: fc.constantFrom('node' as const, 'dependency' as const, 'contract' as const),
  id: fc.constantFrom(...ids),
  gone: fc.boolean(),
  text: fc.constantFrom('x', 'y'),
});
type Drawn = typeof change extends fc.Arbitrary<infer T> ? T : never;

function itemOf({ type, id, text }: Drawn): GraphNode | Dependency | Contract {
  if (type === 'node') return node(id, 'product', { zones: [text] });
  if (type === 'contract') return { id, supplier: text };
  return link(id, text, { id });
}

test('columns patched change by change are the columns of the changed graph', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 5 }), (changes) => {
      const kept = { node: new Map(), dependency: new Map(), contract: new Map() };
      let columns = columnsOf({
        name: 'n',
        revision: 0,
        nodes: [],
        dependencies: [],
        contracts: [],
      });
      changes.forEach((drawn, i) => {
        const revision = i + 1;
        const patches = drawn.map((one): ItemPatch => {
          const after = one.gone ? null : itemOf(one);
          if (after) kept[one.type].set(one.id, { after, revision });
          else kept[one.type].delete(one.id);
          return { type: one.type, id: one.id, after, revision };
        });
        columns = patchColumns(columns, patches, revision);
      });
      const items = <T>(map: Map<string, { after: T }>) =>
        [...map.values()].map((one) => one.after);
      const wanted = columnsOf({
        name: 'n',
        revision: changes.length,
        nodes: items<GraphNode>(kept.node),
        dependencies: items<Dependency>(kept.dependency),
        contracts: items<Contract>(kept.contract),
      });
      for (const [list, map] of [
        [columns.nodes, kept.node],
        [columns.dependencies, kept.dependency],
        [columns.contracts, kept.contract],
      ] as const) {
        expect(list.revision).toEqual(list.id.map((id) => map.get(id).revision));
      }
      const without = <C extends { revision: number[] }>({ revision: _, ...rest }: C) => rest;
      expect(without(columns.nodes)).toEqual(without(wanted.nodes));
      expect(without(columns.dependencies)).toEqual(without(wanted.dependencies));
      expect(without(columns.contracts)).toEqual(without(wanted.contracts));
    }),
    { numRuns: 300 },
  );
});
