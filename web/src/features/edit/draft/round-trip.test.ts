import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { CONFIDENCES, KINDS, RULES, SUBSTITUTABILITIES } from '@msp-impact/contract/codes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContract, showContract } from './contract-draft.ts';
import { readLink, showLink } from './link-draft.ts';
import { readNode, showNode } from './node-draft.ts';

const id = fc.stringMatching(/^[A-Za-z0-9._:@/+~-]{1,12}$/);
const linkId = fc.stringMatching(/^[A-Za-z0-9._:@/+~>-]{1,12}$/);
const text = fc.string({ minLength: 1, maxLength: 20 }).filter((s) => s.trim() !== '');
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0);
const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((x) => x + 0);
const day = fc.constantFrom('2022-08-04', '2026-11-24');

function range(end: fc.Arbitrary<number>) {
  return fc.oneof(
    end,
    fc.tuple(end, end, end, fc.boolean()).map(([a, b, c, known]) => {
      const [low = 0, likely = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
      return known ? { low, likely, high } : { low, high };
    }),
  );
}

/** Like fc.record, but a field that is absent is absent, as in a document. */
function some<T extends object>(
  needed: { [K in keyof T]?: fc.Arbitrary<unknown> },
  optional: { [K in keyof T]?: fc.Arbitrary<unknown> },
): fc.Arbitrary<T> {
  const keys = Object.keys(needed);
  return fc.record(
    { ...needed, ...optional },
    { requiredKeys: keys as never[] },
  ) as fc.Arbitrary<T>;
}

const pairs = fc.dictionary(text, fc.string({ maxLength: 10 }), { minKeys: 1, maxKeys: 3 });
/** Attributes with a meaning, readable and not, under the names that sheets give them. */
const known = fc.dictionary(
  fc.constantFrom('exit plan', 'Exit_Plan', 'alternatives', 'ownership', 'Ownership', 'x'),
  fc.oneof(
    fc.constantFrom('yes', 'yes; no', 'tested 2026-01-01', 'drafted', 'assessment not performed'),
    fc.constantFrom('a; B Ltd', 'none', '', 'o 2019-01-01/2020-01-01; (none) ../2018-01-01'),
    fc.string({ maxLength: 10 }),
  ),
  { minKeys: 1 },
);
const attributes = fc.oneof(pairs, known);
const evidence = fc.array(
  some<NonNullable<GraphNode['evidence']>[number]>(
    { claim: text, confidence: fc.constantFrom(...CONFIDENCES) },
    { publisher: text, url: fc.constant('https://example.org/a'), date: day },
  ),
  { minLength: 1, maxLength: 2 },
);
const group = fc
  .constantFrom(...RULES.filter((rule) => rule !== 'all'))
  .map((rule) => (rule === 'atLeast' ? { rule, k: 2 } : { rule }));
const node = some<GraphNode>(
  { id, kind: fc.constantFrom(...KINDS), name: text },
  {
    parent: id,
    zones: fc.array(id, { minLength: 1, maxLength: 2 }),
    population: amount,
    people: amount,
    owner: fc.record({ name: text, role: text, contact: text }, { requiredKeys: ['contact'] }),
    priority: fc.integer({ min: 1, max: 5 }),
    rtoHours: amount,
    reviewed: day,
    identifiers: pairs,
    tags: fc.array(id, { minLength: 1, maxLength: 2 }),
    attributes,
    downAt: share,
    restartLagHours: range(amount),
    tolerance: fc.record({ minimumLevel: share, maxHours: amount }),
    groups: fc.dictionary(id, fc.oneof(group, fc.constant({})), { minKeys: 1, maxKeys: 3 }),
    workarounds: fc.array(
      some<NonNullable<GraphNode['workarounds']>[number]>(
        { name: text, capacity: range(share) },
        { group: id, afterHours: range(amount), lastsHours: range(amount), via: id },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    evidence,
  },
);
const link = some<Dependency>(
  { id: linkId, from: fc.constant('a'), to: fc.constant('b') },
  {
    group: id,
    strength: range(share),
    weight: share,
    bufferHours: range(amount),
    substitutability: fc.constantFrom(...SUBSTITUTABILITIES),
    attributes,
    evidence,
  },
);
const contract = some<Contract>(
  { id: linkId, supplier: id },
  {
    title: text,
    buyer: text,
    dependencies: fc.array(linkId, { minLength: 1, maxLength: 3 }),
    value: amount,
    valueBasis: fc.constantFrom('total', 'annual'),
    currency: fc.constant('GBP'),
    signed: day,
    start: day,
    end: day,
    maxEnd: day,
    noticeDays: amount,
    framework: text,
    category: text,
    attributes,
    evidence,
  },
);

describe('an item that goes through its form comes back with nothing lost', () => {
  test('a supplier, product, service or area', () => {
    fc.assert(
      fc.property(node, (item) => {
        expect(readNode(showNode(item))).toEqual({ item, faults: [], members: [] });
      }),
    );
  });
  test('a link', () => {
    fc.assert(
      fc.property(link, (item) => {
        expect(readLink(showLink(item))).toEqual({ item, faults: [], members: [] });
      }),
    );
  });
  test('a contract', () => {
    fc.assert(
      fc.property(contract, (item) => {
        expect(readContract(showContract(item))).toEqual({ item, faults: [], members: [] });
      }),
    );
  });
});
