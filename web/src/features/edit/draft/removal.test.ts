import type { Dependency, NodeAnswer } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { planRemoval, removalWrites, spreadParts } from './removal.ts';

const link = (from: string, to: string, more: Partial<Dependency> = {}): Dependency => ({
  id: `${from}->${to}`,
  from,
  to,
  ...more,
});
const more = { reliesOn: 0, reliedOnBy: 0, contracts: 0 };

const wales: NodeAnswer = {
  revision: 3,
  item: { id: 'wales', kind: 'region', name: 'Wales', groups: { all: { rule: 'share' } } },
  reliesOn: [
    link('s1', 'wales', { group: 'all', weight: 0.5 }),
    link('s2', 'wales', { group: 'all', weight: 0.3 }),
    link('s3', 'wales', { group: 'all', weight: 0.2 }),
  ],
  reliedOnBy: [],
  contracts: [],
  more,
};
const s1: NodeAnswer = {
  revision: 3,
  item: { id: 's1', kind: 'service', name: 'S1' },
  reliesOn: [link('p', 's1')],
  reliedOnBy: [link('s1', 'wales', { group: 'all', weight: 0.5 })],
  contracts: [{ id: 'c', supplier: 'acme', dependencies: ['p->s1', 'other'] }],
  more,
};

test('the parts that stay sum to one again, in proportion', () => {
  const rest = spreadParts(wales.reliesOn, new Set(['s1->wales']));
  expect(rest.map(({ id, weight }) => [id, weight])).toEqual([
    ['s2->wales', 0.6],
    ['s3->wales', 0.4],
  ]);
});

test('with an entry go its links; contracts lose them and parts elsewhere grow', () => {
  const plan = planRemoval([s1, wales], new Set(['p->s1', 's1->wales']), 's1');
  expect(plan.links.map(({ id }) => id)).toEqual(['p->s1', 's1->wales']);
  expect(plan.contracts).toEqual([]);
  expect(plan.uncovered).toEqual([{ id: 'c', supplier: 'acme', dependencies: ['other'] }]);
  expect(plan.adjusted.map(({ id }) => id)).toEqual(['s2->wales', 's3->wales']);
  expect(removalWrites(plan, () => 9)).toHaveLength(5);
});

test('a supplier takes its contracts with it', () => {
  const acme: NodeAnswer = {
    ...s1,
    item: { id: 'acme', kind: 'supplier', name: 'Acme' },
    reliesOn: [],
    reliedOnBy: [],
  };
  expect(planRemoval([acme], new Set(), 'acme').contracts).toHaveLength(1);
});
