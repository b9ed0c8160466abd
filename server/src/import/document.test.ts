import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentString } from '../export/document.ts';
import { readDocument } from './document.ts';
import { documents } from './testing/arbitrary.ts';

const node = (id: string, more: object = {}) => ({ id, kind: 'service', name: id, ...more });
const link = (from: string, to: string, more: object = {}) => ({
  id: `${from}->${to}`,
  from,
  to,
  ...more,
});
const text = (nodes: unknown[], dependencies: unknown[] = [], more: object = {}) =>
  JSON.stringify({ format: 'msp-impact-graph/1', nodes, dependencies, ...more });

/** `path: reason` of every error. */
function errors(json: string): string[] {
  const read = readDocument(json);
  return 'ok' in read ? [] : read.errors.map((one) => `${one.path}: ${one.reason}`);
}

describe('a graph document that keeps the rules', () => {
  test('is read as it is, whatever it holds', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const json = documentString(document);
        const read = readDocument(json);
        expect('ok' in read ? documentString(read.ok) : read.errors).toBe(json);
      }),
      { numRuns: 300 },
    );
  });

  test('may have circles of dependencies, several links of a pair and a byte order mark', () => {
    const circle = [link('a', 'b'), link('b', 'a'), link('a', 'b', { id: 'second' })];
    expect(errors(`\ufeff${text([node('a'), node('b')], circle)}`)).toEqual([]);
  });

  test('may have a group that only its links name: then all of them are needed', () => {
    const links = [link('b', 'a', { group: 'g' })];
    expect(errors(text([node('a'), node('b')], links))).toEqual([]);
  });
});

describe('a document that is no JSON', () => {
  test.each([
    ['{"format": "msp-impact-graph/1", "nodes": [', 'line 1, column 44', 'cut off'],
    ['{\n  "nodes": [1,\n  oops]\n}', 'line 3, column 3', 'no valid JSON'],
    ['{"a": tru}', 'line 1, column 7', 'no valid JSON'],
    ['{"a": "x', 'line 1, column 9', 'cut off'],
    ['{"a": 1,}', 'line 1, column 9', 'no valid JSON'],
    ['', 'line 1, column 1', 'empty'],
  ])('is refused with its line and column: %s', (json, path, reason) => {
    const [error] = errors(json);
    expect(error).toContain(`${path}: `);
    expect(error).toContain(reason);
  });
});

describe('a document that breaks a rule', () => {
  test.each([
    ['a wrong format number', '{"format":"msp-impact-graph/2","nodes":[]}', '$.format'],
    ['a list', '[]', '$'],
    ['null', 'null', '$'],
    ['a missing name', text([{ id: 'a', kind: 'service' }]), '$.nodes[0].name'],
    ['an unknown kind', text([node('a', { kind: 'team' })]), '$.nodes[0].kind'],
    ['a field nobody knows', text([node('a', { colour: 'red' })]), '$.nodes[0].colour'],
    ['a text for a number', text([node('a', { downAt: '0.5' })]), '$.nodes[0].downAt'],
    ['a level above 1', text([node('a', { downAt: 1.1 })]), '$.nodes[0].downAt'],
    ['a number below 0', text([node('a', { people: -1 })]), '$.nodes[0].people'],
    [
      'an infinite number',
      text([node('a')]).replace('"a"}', '"a","people":1e999}'),
      '$.nodes[0].people',
    ],
    [
      'a strength above 1',
      text([node('a'), node('b')], [link('a', 'b', { strength: 2 })]),
      '$.dependencies[0].strength',
    ],
    [
      'a range upside down',
      text([node('a', { restartLagHours: { low: 3, high: 1 } })]),
      '$.nodes[0].restartLagHours',
    ],
    [
      'a day that no calendar has',
      text([node('a', { reviewed: '2026-02-30' })]),
      '$.nodes[0].reviewed',
    ],
    ['duplicate ids', text([node('a'), node('a')]), '$.nodes[1].id'],
    ['__proto__ as id', text([node('__proto__')]), '$.nodes[0].id'],
    [
      '__proto__ as the name of a group',
      text([node('a', { groups: 0 })]).replace('"groups":0', '"groups":{"__proto__":{}}'),
      '$.nodes[0].groups.__proto__',
    ],
    [
      '__proto__ as a key',
      text([node('a', { attributes: 0 })]).replace(
        '"attributes":0',
        '"attributes":{"__proto__":"x"}',
      ),
      '$.nodes[0].attributes.__proto__',
    ],
    [
      'a group with a strange name',
      text([node('a', { groups: { 'x y': 3 } })]),
      '$.nodes[0].groups["x y"]',
    ],
    [
      'an attribute that is no text',
      text([node('a', { attributes: { 'x\ny': 3 } })]),
      '$.nodes[0].attributes["x\\ny"]',
    ],
    ['a link to itself', text([node('a')], [link('a', 'a')]), '$.dependencies[0].to'],
    ['a link to nothing', text([node('a')], [link('a', 'b')]), '$.dependencies[0].to'],
    [
      'a parent that is not there',
      text([node('a', { kind: 'region', parent: 'b' })]),
      '$.nodes[0].parent',
    ],
    [
      'a parent of another kind',
      text([node('a', { kind: 'region', parent: 'b' }), node('b')]),
      '$.nodes[0].parent',
    ],
    ['a parent of a service', text([node('a', { parent: 'b' }), node('b')]), '$.nodes[0].parent'],
    [
      'a circle of parents',
      text([
        node('x', { kind: 'region', parent: 'a' }),
        node('a', { kind: 'region', parent: 'b' }),
        node('b', { kind: 'region', parent: 'a' }),
      ]),
      '$.nodes[1].parent',
    ],
    [
      'atLeast without k',
      text([node('a', { groups: { g: { rule: 'atLeast' } } })]),
      '$.nodes[0].groups.g',
    ],
    [
      'k without atLeast',
      text([node('a', { groups: { g: { rule: 'any', k: 1 } } })]),
      '$.nodes[0].groups.g.k',
    ],
    [
      'k above the size of the group',
      text(
        [node('a', { groups: { g: { rule: 'atLeast', k: 2 } } }), node('b')],
        [link('b', 'a', { group: 'g' })],
      ),
      '$.nodes[0].groups.g.k',
    ],
    [
      'weights that do not sum to 1',
      text(
        [node('a', { groups: { g: { rule: 'share' } } }), node('b')],
        [link('b', 'a', { group: 'g', weight: 0.9 })],
      ),
      '$.nodes[0].groups.g',
    ],
    [
      'weights on some links alone',
      text(
        [node('a', { groups: { g: { rule: 'share' } } }), node('b'), node('c')],
        [link('b', 'a', { group: 'g', weight: 1 }), link('c', 'a', { group: 'g' })],
      ),
      '$.nodes[0].groups.g',
    ],
    [
      'a weight outside share groups',
      text([node('a'), node('b')], [link('b', 'a', { weight: 1 })]),
      '$.dependencies[0].weight',
    ],
    [
      'a workaround for a group that is not there',
      text([node('a', { workarounds: [{ name: 'w', capacity: 1, group: 'g' }] })]),
      '$.nodes[0].workarounds[0].group',
    ],
    [
      'a workaround via nothing',
      text([node('a', { workarounds: [{ name: 'w', capacity: 1, via: 'b' }] })]),
      '$.nodes[0].workarounds[0].via',
    ],
    [
      'a contract of a service',
      text([node('a')], [], { contracts: [{ id: 'c', supplier: 'a' }] }),
      '$.contracts[0].supplier',
    ],
    [
      'a contract on no dependency',
      text([node('a', { kind: 'supplier' })], [], {
        contracts: [{ id: 'c', supplier: 'a', dependencies: ['x'] }],
      }),
      '$.contracts[0].dependencies[0]',
    ],
  ])('is refused at the place: %s', (_, json, path) => {
    const found = errors(json);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${path}: `)).toBe(true);
  });

  test('is told every error at once, of the shape and of the rules', () => {
    const json = text(
      [node('a', { kind: 'team' }), node('b', { parent: 'zz' }), node('c')],
      [link('b', 'a'), link('c', 'nowhere')],
    );
    expect(errors(json).map((one) => one.split(': ')[0])).toEqual([
      '$.nodes[0].kind',
      '$.nodes[1].parent',
      '$.dependencies[1].to',
    ]);
  });

  test('lists 1,000 errors and tells how many there are', () => {
    const nodes = Array.from({ length: 3000 }, (_, i) => node(`n${i}`, { people: -1 }));
    const read = readDocument(text(nodes));
    expect('ok' in read).toBe(false);
    if ('ok' in read) return;
    expect([read.errors.length, read.total]).toEqual([1000, 3000]);
  });

  test('answers ten megabytes of text in a name with a short error', () => {
    const read = readDocument(text([node('a', { name: 'x'.repeat(10_000_000) })]));
    expect(JSON.stringify(read).length).toBeLessThan(600);
    expect(JSON.stringify(read)).toContain('at most 20000 characters');
  });

  test('is answered in linear time: a chain of 50,000 parents that ends in a circle', () => {
    const nodes = Array.from({ length: 50_000 }, (_, i) =>
      node(`n${i}`, { kind: 'region', parent: `n${Math.min(i + 1, 49_998 + (i % 2))}` }),
    );
    const started = performance.now();
    expect(errors(text(nodes)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
