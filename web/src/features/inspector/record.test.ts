import { expect, test } from 'vitest';
import { recordOf } from './record.ts';

const value = (facts: ReturnType<typeof recordOf>, name: string) =>
  facts.find((fact) => fact.name === name)?.value;

test('what nobody recorded is said, not left out', () => {
  const facts = recordOf({ id: 'a', kind: 'supplier', name: 'A' }, [], 1);
  expect(value(facts, 'Contract ends')).toBe('Not recorded');
  expect(value(facts, 'Owner')).toBe('Not recorded');
});

test('the contract that ends first is the one that is named', () => {
  const contracts = [
    { id: 'c1', supplier: 'a', end: '2027-03-31' },
    { id: 'c2', supplier: 'a', end: '2026-12-01' },
  ];
  const facts = recordOf({ id: 'a', kind: 'supplier', name: 'A' }, contracts, 1);
  expect(value(facts, 'Contract ends')).toBe('1 December 2026, then 1 more');
});

test('a level under the least that is tolerated is said', () => {
  const node = {
    id: 's',
    kind: 'service',
    name: 'S',
    tolerance: { minimumLevel: 0.5, maxHours: 4 },
  } as const;
  expect(value(recordOf(node, [], 0.15), 'Least that is tolerated')).toContain('now under it');
  expect(value(recordOf(node, [], 0.9), 'Least that is tolerated')).not.toContain('now under it');
});
