import type { GraphDocument, WhatIfEdit } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../export/document.ts';
import { buildSnapshot } from '../../snapshot/build.ts';
import { documentOf, link, node } from '../../snapshot/testing.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { registerOf } from './register.ts';
import { whatIfAnswer } from './what-if.ts';

/** a supplies two services under contracts, b one; both b and its owner o are on record. */
const ESTATE: GraphDocument = {
  ...documentOf(
    [
      node('a', 'supplier'),
      node('b', 'supplier', { parent: 'o' }),
      node('o', 'supplier'),
      node('s', 'service', { groups: { g: { rule: 'atLeast', k: 2 } } }),
      node('t', 'service'),
      node('u', 'service', { groups: { w: { rule: 'share' } } }),
    ],
    [
      link('a', 's', { group: 'g' }),
      link('b', 's', { group: 'g' }),
      link('a', 't'),
      link('a', 'u', { group: 'w', weight: 0.25 }),
      link('b', 'u', { group: 'w', weight: 0.75 }),
    ],
  ),
  contracts: [
    { id: 'as', supplier: 'a', dependencies: ['a->s'] },
    { id: 'at', supplier: 'a', dependencies: ['a->t'] },
    { id: 'au', supplier: 'a', dependencies: ['a->u'] },
    { id: 'b', supplier: 'b', dependencies: ['b->s', 'b->u'] },
  ],
};

async function outcomes(...edits: WhatIfEdit[]) {
  const reader = memoryReader(ESTATE);
  const register = await registerOf(buildSnapshot(await reader.columns()), { reader });
  const found = await whatIfAnswer(register, reader, {
    scope: { share: 'count' },
    alternatives: [{ name: 'X', edits }],
  });
  if (!found.ok) throw new Error(found.faults[0]?.reason);
  return found.value.outcomes as [
    (typeof found.value.outcomes)[number],
    (typeof found.value.outcomes)[number],
  ];
}

describe('what if', () => {
  test('doing nothing stands first, and nothing is changed by asking', async () => {
    const before = documentString(ESTATE);
    const [nothing] = await outcomes({ do: 'remove', contract: 'at' });
    expect(nothing).toMatchObject({
      name: 'Do nothing',
      bySupplier: { hhi: 6250, total: 4 },
      worst: { id: 'a' },
      singlePoints: 3, // a stops s and t, b stops s
      exposedServices: 2,
      complete: true,
    });
    expect(documentString(ESTATE)).toBe(before);
  });

  test('a contract moves to a new supplier with what it covers', async () => {
    const [, moved] = await outcomes({ do: 'move', contract: 'at', to: 'x', name: 'Bidder X' });
    expect(moved).toMatchObject({ bySupplier: { hhi: 3750, suppliers: 3 }, singlePoints: 3 });
    expect(moved.named).toMatchObject([
      { id: 'a', loss: { services: 1.25 } },
      { id: 'x', name: 'Bidder X', loss: { services: 1 } },
    ]);
  });

  test('removing a contract ends its reliance; its group goes on with what is left', async () => {
    const [, removed] = await outcomes({ do: 'remove', contract: 'b' });
    expect(removed.faults).toBeUndefined();
    expect(removed.bySupplier).toMatchObject({ hhi: 10_000, total: 3 });
    expect(removed.named).toMatchObject([{ id: 'b', loss: { services: 0 } }]);
    expect(removed.worst).toMatchObject({ id: 'a', loss: { services: 3 } });
  });

  test('adding a contract brings its nodes and links', async () => {
    const [, added] = await outcomes({
      do: 'add',
      contract: { id: 'new', supplier: 'x', dependencies: ['x->t'] },
      nodes: [node('x', 'supplier')],
      links: [link('x', 't')],
    });
    expect(added).toMatchObject({ bySupplier: { total: 5 }, singlePoints: 4 });
  });

  test('a merger puts all on one, and a purchase under one owner', async () => {
    const [, merged] = await outcomes({ do: 'merge', suppliers: ['a', 'b'] });
    expect(merged).toMatchObject({ bySupplier: { hhi: 10_000 }, worst: { id: 'a' } });
    expect(merged.worst?.loss.services).toBe(3);
    const [nothing, bought] = await outcomes({ do: 'buy', supplier: 'a', by: 'o' });
    expect(bought.bySupplier).toEqual(nothing.bySupplier);
    expect(bought.byParent).toMatchObject({ hhi: 10_000 });
    expect(bought.singlePoints).toBe(nothing.singlePoints);
  });

  test('what nothing on record relies on is not known, and not zero', async () => {
    const [nothing, added] = await outcomes({
      do: 'add',
      contract: { id: 'new', supplier: 'o' },
    });
    expect(nothing.named).toEqual([{ id: 'o', name: expect.any(String) }]);
    expect(added.named).toEqual(nothing.named);
  });

  test('merging an owner with its subsidiary makes no circle', async () => {
    const [, merged] = await outcomes({ do: 'merge', suppliers: ['b', 'o'] });
    expect(merged.faults).toBeUndefined();
    expect(merged.byParent).toMatchObject({ hhi: 6250 });
  });

  test('an alternative that cannot be says why, the others are computed', async () => {
    const [nothing, circle] = await outcomes({ do: 'buy', supplier: 'o', by: 'b' });
    expect(nothing.bySupplier).toBeDefined();
    expect(circle.faults?.[0]?.reason).toMatch(/circle|own/i);
    expect((await outcomes({ do: 'move', contract: 'zz', to: 'a' }))[1].faults).toMatchObject([
      { path: '$.alternatives[0].edits[0].contract', value: 'zz' },
    ]);
    expect((await outcomes({ do: 'merge', suppliers: ['a', 's'] }))[1].faults).toHaveLength(1);
  });
});
