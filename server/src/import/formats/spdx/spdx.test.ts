import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { example, linksIn, nodesIn, refusedIn } from '../testing/examples.ts';
import { survives } from '../testing/fuzz.ts';
import { survivesValues } from '../testing/fuzz-values.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { spdx } from './spdx.ts';

const NAME = 'fastify-5.spdx.json';
const pkg = (id: string, more: object = {}) => ({ SPDXID: `SPDXRef-${id}`, name: id, ...more });
const relation = (a: string, type: string, b: string) => ({
  spdxElementId: a.startsWith('D') ? a : `SPDXRef-${a}`,
  relationshipType: type,
  relatedSpdxElement: /^NO|^D/.test(b) ? b : `SPDXRef-${b}`,
});
const read = (more: object) =>
  graphAfter(spdx, [fileOf('s.json', JSON.stringify({ spdxVersion: 'SPDX-2.3', ...more }))]);

describe('the example document', () => {
  test('gives packages, their suppliers, and links with the arrow turned', async () => {
    const { graph, rejected, reading } = await graphAfter(spdx, [example(NAME)]);
    expect(rejected).toEqual([]);
    expect(nodesIn(graph)).toEqual([
      'product @fastify/error',
      'product @msp-impact/server',
      'product avvio',
      'product fastify',
      'product vitest',
      'supplier Example Trust',
    ]);
    expect(linksIn(graph)).toEqual([
      '@fastify/error > avvio',
      '@fastify/error > fastify',
      'Example Trust > @msp-impact/server',
      'avvio > fastify',
      'fastify > @msp-impact/server',
    ]);
    expect(reading.notes.join()).toContain('DEV_DEPENDENCY_OF (1)');
  });

  test('changes nothing when it comes again', async () => {
    const { graph } = await graphAfter(spdx, [example(NAME)]);
    const again = await graphAfter(spdx, [example(NAME)], graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
  });
});

describe('relationships', () => {
  test.each([
    ['DEPENDS_ON', 'b > a'],
    ['DEPENDENCY_OF', 'a > b'],
    ['RUNTIME_DEPENDENCY_OF', 'a > b'],
    ['HAS_PREREQUISITE', 'b > a'],
    ['PREREQUISITE_FOR', 'a > b'],
    ['STATIC_LINK', 'b > a'],
    ['CONTAINS', 'b > a'],
    ['CONTAINED_BY', 'a > b'],
  ])('of type %s lead from the provider: %s', async (type, link) => {
    const relationships = [relation('a', type, 'b')];
    const { graph } = await read({ packages: [pkg('a'), pkg('b')], relationships });
    expect(linksIn(graph)).toEqual([link]);
  });

  test('that are not there leave a package not known; NONE says that there is nothing', async () => {
    const { graph } = await read({
      packages: [pkg('a'), pkg('b'), pkg('c')],
      relationships: [
        relation('a', 'DEPENDS_ON', 'NONE'),
        relation('b', 'DEPENDS_ON', 'NOASSERTION'),
      ],
    });
    expect(graph.nodes.map(({ attributes }) => attributes?.dependencies)).toEqual([
      'none',
      'not recorded',
      'not recorded',
    ]);
  });

  test('to what is not in the file, and packages twice or nameless, are told one by one', async () => {
    const { rejected } = await read({
      packages: [pkg('a'), pkg('a'), {}],
      relationships: [
        relation('a', 'DEPENDS_ON', 'zz'),
        relation('a', 'DEPENDS_ON', 'DocumentRef-x:SPDXRef-y'),
        relation('a', 'DEPENDS_ON', 'a'),
      ],
    });
    expect(refusedIn(rejected)).toEqual([
      '1 relationships[0].relatedSpdxElement: SPDXRef-zz',
      '2 packages[1].SPDXID: SPDXRef-a',
      '2 relationships[1].relatedSpdxElement: DocumentRef-x:SPDXRef-y',
      '3 packages[2].name: ',
      '3 relationships[2]: a',
    ]);
  });
});

describe('a bad document', () => {
  test.each([
    ['another format', '{"bomFormat":"CycloneDX"}', 'SPDX'],
    ['the tags of SPDX 2', 'SPDXVersion: SPDX-2.3', 'JSON'],
    ['no list', '{"spdxVersion":"SPDX-2.3","packages":1}', 'must be a list'],
    ['nothing', '', 'empty'],
  ])('is refused whole with a reason: %s', async (_, content, reason) => {
    const { reading } = await graphAfter(spdx, [fileOf('s', content)]);
    expect(reading.errors[0]?.reason).toContain(reason);
  });

  test('is survived, however it is damaged', async () => {
    await survives(spdx, NAME, example(NAME).bytes as Uint8Array);
  });

  test('is survived, whatever its values are', async () => {
    const text = Buffer.from(example('fastify-5.spdx.json').bytes as Uint8Array).toString();
    await survivesValues(spdx, 'b.json', text);
  });
});
