import type { GraphNode } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot/build.ts';
import { documentOf, node } from '../snapshot/testing.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { proposalsOf } from './duplicates.ts';
import { factsOf } from './facts.ts';

const supplier = (id: string, name: string, identifiers?: Record<string, string>): GraphNode =>
  node(id, 'supplier', { name, ...(identifiers && { identifiers }) });

async function proposed(...nodes: GraphNode[]) {
  const reader = memoryReader(documentOf(nodes));
  const snapshot = buildSnapshot(await reader.columns());
  const facts = await factsOf(snapshot, reader);
  return proposalsOf(snapshot, facts).map(({ rows, ...more }) => ({
    ...more,
    ids: rows.map((row) => snapshot.columns.nodes.id[row]),
  }));
}

describe('likely duplicates', () => {
  test('share a number, whatever their files call it', async () => {
    const found = await proposed(
      supplier('advanced', 'Advanced', { 'Companies House': '5965280' }),
      supplier('GB-COH-05965280', 'Advanced Computer Software'),
      supplier('other', 'Other', { 'GB-COH': '00000001' }),
    );
    expect(found).toEqual([
      {
        ids: ['GB-COH-05965280', 'advanced'],
        sureness: 'same-number',
        because: [{ same: 'number', what: 'GB-COH 05965280', members: 2 }],
        against: [],
      },
    ]);
  });

  test('share a name but for the legal form, and only suppliers count', async () => {
    const found = await proposed(
      supplier('a', 'Acme Ltd'),
      supplier('b', 'ACME Limited'),
      node('c', 'product', { name: 'Acme' }),
    );
    expect(found).toMatchObject([{ ids: ['a', 'b'], sureness: 'same-name' }]);
  });

  test('of one name and two numbers are shown last, as contrary', async () => {
    const found = await proposed(
      supplier('a', 'Acme', { LEI: 'INR2EJN1ERAN0W5ZP974' }),
      supplier('b', 'Acme', { LEI: 'ZXTILKJKG63JELOEG630' }),
      supplier('y', 'Zed'),
      supplier('z', 'Zed'),
    );
    expect(found.map((one) => one.sureness)).toEqual(['same-name', 'numbers-differ']);
    expect(found[1]?.against).toMatchObject([{ scheme: 'LEI', numbers: { length: 2 } }]);
  });

  test('that share a number stay together, and apart from a namesake with another', async () => {
    const found = await proposed(
      supplier('a', 'Acme', { 'GB-COH': '1' }),
      supplier('b', 'Acme', { 'GB-COH': '1' }),
      supplier('c', 'Acme', { 'GB-COH': '2' }),
    );
    expect(found.map((one) => one.ids)).toEqual([['a', 'b']]);
  });

  test('join over numbers and names where nothing speaks against it, each in one proposal', async () => {
    const found = await proposed(
      supplier('a', 'Acme', { DUNS: '123456789' }),
      supplier('b', 'Acme Holdings', { DUNS: '12-345-6789' }),
      supplier('c', 'Acme Ltd'),
    );
    expect(found.map((one) => one.ids)).toEqual([['a', 'b', 'c']]);
  });

  test('are not made of a number that is none', async () => {
    const wrong = { LEI: 'INR2EJN1ERAN0W5ZP999' };
    expect(await proposed(supplier('a', 'A', wrong), supplier('b', 'B', wrong))).toEqual([]);
  });
});
