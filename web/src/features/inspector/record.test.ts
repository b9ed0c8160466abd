import type { Contract, GraphNode } from '@msp-impact/contract';
import { expect, test } from 'vitest';
import { recordOf as recorded } from './record.ts';

const nameOf = (id: string) => ({ veritas: 'Veritas', acme: 'Acme Group' })[id] ?? id;
const recordOf = (node: GraphNode, contracts: readonly Contract[], level: number) =>
  recorded(node, contracts, level, nameOf);

const value = (facts: ReturnType<typeof recorded>, name: string) =>
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

test('owners over time, exit plan and alternatives are said in words, and not once more as columns', () => {
  const node: GraphNode = {
    id: 'a',
    kind: 'supplier',
    name: 'A',
    attributes: { ownership: 'veritas 2019-08-01/2023-05-31; (none) 2023-06-01/..', city: 'Leeds' },
  };
  const attributes = { 'exit plan': 'tested 2026-03-01', alternatives: 'acme; Beta Ltd' };
  const facts = recordOf(node, [{ id: 'c1', supplier: 'a', attributes }], 1);
  expect(value(facts, 'Owners over time')).toBe(
    'Veritas: 1 August 2019 to 31 May 2023; Independent: since 1 June 2023',
  );
  expect(value(facts, 'Exit plan')).toBe('Tested 1 March 2026');
  expect(value(facts, 'Alternatives')).toBe('Acme Group, Beta Ltd');
  expect(facts.map(({ name }) => name)).not.toContain('ownership');
  expect(value(facts, 'city')).toBe('Leeds');
});

test('a text that cannot be read is shown as it is', () => {
  const contract = { id: 'c1', supplier: 'a', attributes: { 'exit plan': 'maybe' } };
  const facts = recordOf({ id: 'a', kind: 'supplier', name: 'A' }, [contract], 1);
  expect(value(facts, 'Exit plan')).toBe('“maybe” cannot be read');
});
