import type { GraphDocument } from '@msp-impact/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentString } from '../export/document.ts';
import { documents } from '../import/testing/arbitrary.ts';
import { canonicalDependency, canonicalDocument, canonicalNode } from './canonical.ts';

describe('the canonical form', () => {
  test('is its own canonical form, as text too', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const once = documentString(document);
        expect(documentString(JSON.parse(once))).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  test('read back means the same as the canonical items in memory', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const read = JSON.parse(documentString(document));
        expect(read).toEqual(JSON.parse(JSON.stringify(canonicalDocument(document))));
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const turned: GraphDocument = {
          contracts: [...(document.contracts ?? [])].reverse(),
          nodes: [...document.nodes].reverse(),
          dependencies: [...(document.dependencies ?? [])].reverse(),
          ...(document.name ? { name: document.name } : {}),
          format: document.format,
        };
        expect(documentString(turned)).toBe(documentString(document));
      }),
      { numRuns: 100 },
    );
  });

  test('leaves out every default and every empty list and map', () => {
    const node = canonicalNode({
      evidence: [],
      workarounds: [{ capacity: 1, afterHours: 0, name: 'paper' }],
      groups: { g: { rule: 'all' } },
      restartLagHours: 0,
      downAt: 0.1,
      attributes: {},
      tags: [],
      owner: {},
      zones: ['b', 'a', 'b'],
      name: 'A',
      kind: 'service',
      id: 'a',
    });
    expect(JSON.stringify(node)).toBe(
      '{"id":"a","kind":"service","name":"A","zones":["a","b"],"groups":{"g":{}},' +
        '"workarounds":[{"name":"paper","capacity":1}]}',
    );
    const link = canonicalDependency({ id: 'l', bufferHours: 0, strength: 1, to: 'b', from: 'a' });
    expect(JSON.stringify(link)).toBe('{"id":"l","from":"a","to":"b"}');
  });

  test('sorts the keys of maps by code units, numbers among them', () => {
    const text = documentString({
      format: 'msp-impact-graph/1',
      nodes: [
        {
          id: 'a',
          kind: 'service',
          name: 'A',
          attributes: { b: 'x', '2': 'x', '10': 'x', Z: 'x' },
        },
      ],
    });
    const keys = [...text.matchAll(/"(\w+)": "x"/g)].map((found) => found[1]);
    expect(keys).toEqual(['10', '2', 'Z', 'b']);
  });

  test('writes JSON with two spaces, a final newline and nodes even when there are none', () => {
    expect(documentString({ format: 'msp-impact-graph/1', nodes: [], contracts: [] })).toBe(
      '{\n  "format": "msp-impact-graph/1",\n  "nodes": []\n}\n',
    );
  });
});
