import type { GraphDocument } from '@msp-impact/contract';
import { describe, expect, test } from 'vitest';
import { documentString } from '../../../export/document.ts';
import { nodeId } from '../../../snapshot/read.ts';
import { snapshotOf } from '../../../snapshot/testing.ts';
import { example, linksIn, nodesIn, refusedIn } from '../testing/examples.ts';
import { survives } from '../testing/fuzz.ts';
import { survivesValues } from '../testing/fuzz-values.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { cyclonedx } from './cyclonedx.ts';

const bom = (more: object) =>
  fileOf('b.json', JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', ...more }));
const read = (more: object) => graphAfter(cyclonedx, [bom(more)]);
const part = (ref: string, more: object = {}) => ({
  type: 'library',
  'bom-ref': ref,
  name: `Part ${ref}`,
  ...more,
});

describe('the example bill', () => {
  test('turns the arrows: what an application depends on supplies it', async () => {
    const { graph, rejected } = await graphAfter(cyclonedx, [example('emis-2024.cdx.json')]);
    expect(rejected).toEqual([]);
    expect(nodesIn(graph)).toEqual([
      'product CrowdStrike Falcon sensor',
      'product EMIS Web',
      'product TPP SystmOne',
      'product Windows machines of EMIS Web',
      'service CrowdStrike content updates',
      'service GP records with EMIS Web',
      'supplier CrowdStrike',
      'supplier EMIS Health',
      'supplier Microsoft',
    ]);
    expect(linksIn(graph)).toEqual([
      'CrowdStrike > CrowdStrike Falcon sensor',
      'CrowdStrike > CrowdStrike content updates',
      'CrowdStrike Falcon sensor > Windows machines of EMIS Web',
      'CrowdStrike content updates > CrowdStrike Falcon sensor',
      'EMIS Health > EMIS Web',
      'EMIS Web > GP records with EMIS Web',
      'Microsoft > Windows machines of EMIS Web',
      'Windows machines of EMIS Web > EMIS Web',
    ]);
  });

  test('is the same in XML as in JSON', async () => {
    const [json, xml] = await Promise.all(
      ['emis-2024.cdx.json', 'emis-2024.cdx.xml'].map(async (name) => {
        const file = { ...example(name), name: 'one' };
        return documentString((await graphAfter(cyclonedx, [file])).graph);
      }),
    );
    expect(xml).toBe(json);
  });

  test('keeps licences, hashes and tools of XML as JSON has them', async () => {
    const { graph } = await graphAfter(cyclonedx, [
      fileOf(
        'b.xml',
        `<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><metadata><tools><tool><name>t</name></tool></tools>
        <component bom-ref="root" type="application"><name>Root</name><hashes><hash alg="MD5">00</hash></hashes>
        <licenses><license><id>MIT</id></license></licenses></component></metadata></bom>`,
      ),
    ]);
    const json = await read({
      metadata: {
        tools: [{ name: 't' }],
        component: part('root', {
          hashes: [{ alg: 'MD5', content: '00' }],
          licenses: [{ license: { id: 'MIT' } }],
        }),
      },
    });
    const kept = ['licenses', 'hashes', 'bom.tools'];
    const of = ({ nodes }: GraphDocument) => kept.map((key) => nodes[0]?.attributes?.[key]);
    expect(of(graph)).toEqual(of(json.graph));
    expect(of(graph)).not.toContain(undefined);
  });

  test('changes nothing when it comes again, also beside what a user changed', async () => {
    const files = [example('emis-2024.cdx.json')];
    const { graph } = await graphAfter(cyclonedx, files);
    const again = await graphAfter(cyclonedx, files, graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
    const own = {
      ...graph,
      nodes: graph.nodes.map((node) =>
        node.id === 'emis-web' ? { ...node, kind: 'service' as const, people: 5 } : node,
      ),
      dependencies: (graph.dependencies ?? []).map((link) => ({ ...link, strength: 0.5 })),
    };
    const kept = await graphAfter(cyclonedx, files, own);
    expect(documentString(kept.graph)).toBe(documentString(own));
  });
});

function notKnown(document: GraphDocument): string[] {
  const snapshot = snapshotOf(document);
  return [...snapshot.graph.unrecorded].map((node) => nodeId(snapshot, node)).sort();
}

const attributeOf = ({ nodes }: GraphDocument) =>
  nodes.find(({ id }) => id === 'a1x')?.attributes?.dependencies;

describe('what is missing from dependencies', () => {
  test('is not known; what is listed with nothing relies on nothing', async () => {
    const { graph, reading } = await read({
      components: [part('a1x'), part('b1x'), part('c1x')],
      dependencies: [{ ref: 'a1x', dependsOn: ['b1x'] }, { ref: 'c1x' }],
    });
    const said = graph.nodes.map(({ id, attributes }) => [id, attributes?.dependencies]);
    expect(said).toEqual([
      ['a1x', undefined],
      ['b1x', 'not recorded'],
      ['c1x', 'none'],
    ]);
    expect(reading.notes.join()).toContain('1 of 3 components and services have no entry');
  });

  test('and what a composition calls incomplete is marked so; with nothing listed it is not known', async () => {
    const { graph } = await read({
      components: [part('a1x'), part('b1x')],
      dependencies: [{ ref: 'a1x', dependsOn: ['b1x'] }, { ref: 'b1x' }],
      compositions: [{ aggregate: 'incomplete', dependencies: ['a1x', 'b1x'] }],
    });
    expect(graph.nodes.map(({ attributes }) => attributes?.dependencies)).toEqual([
      'incomplete',
      'not recorded',
    ]);
  });

  test('is shown as not known, though its supplier or its parts are on record', async () => {
    const { graph } = await read({
      components: [
        part('a1x', { supplier: { name: 'Example Ltd' } }),
        part('b1x', { components: [part('inner')] }),
        part('c1x', { supplier: { name: 'Example Ltd' } }),
      ],
      dependencies: [{ ref: 'c1x', dependsOn: ['inner'] }],
    });
    expect(notKnown(graph)).toEqual(['a1x', 'b1x', 'inner']);
  });

  test('is known as soon as anybody records what it relies on', async () => {
    const silent = bom({ components: [part('a1x', { supplier: { name: 'Example Ltd' } })] });
    const before = await graphAfter(cyclonedx, [silent]);
    const says = (list: string[]) => ({
      ...bom({
        components: [part('a1x'), part('b1x')],
        dependencies: [{ ref: 'a1x', dependsOn: list }, { ref: 'b1x' }],
      }),
      name: 'c.json',
    });
    const nothing = await graphAfter(cyclonedx, [says([])], before.graph);
    expect(attributeOf(nothing.graph)).toBe('none');
    const listed = await graphAfter(cyclonedx, [says(['b1x'])], before.graph);
    expect(attributeOf(listed.graph)).toBe('recorded');
    expect(notKnown(listed.graph)).not.toContain('a1x');
    const again = await graphAfter(cyclonedx, [silent], listed.graph);
    expect(documentString(again.graph)).toBe(documentString(listed.graph));
    const both = await graphAfter(cyclonedx, [silent, says(['b1x'])]);
    const turned = await graphAfter(cyclonedx, [says(['b1x']), silent]);
    expect([attributeOf(both.graph), attributeOf(turned.graph)]).toEqual([undefined, undefined]);
  });
});

describe('a component', () => {
  test('is known by its package address, in every bill', async () => {
    const purl = 'pkg:npm/lodash@4.17.21';
    const one = bom({ components: [part('1', { purl })], serialNumber: 'urn:uuid:1' });
    const two = { ...bom({ components: [part('7', { purl }), part('1')] }), name: 'c.json' };
    const { graph } = await graphAfter(cyclonedx, [one, two]);
    expect(graph.nodes.map(({ id }) => id)).toEqual([purl, 'c.json/1']);
    expect(graph.nodes[0]?.evidence).toHaveLength(2);
  });

  test('inside another is a part that the other needs, marked as assumed', async () => {
    const { graph } = await read({ components: [part('whole', { components: [part('inner')] })] });
    expect(linksIn(graph)).toEqual(['Part inner > Part whole']);
    expect(graph.dependencies?.[0]?.evidence?.[0]?.confidence).toBe('assumed');
  });

  test('keeps fields that we do not know, and evidence with the address of the bill', async () => {
    const link = { type: 'bom', url: 'https://example.org/bom.json' };
    const { graph } = await read({
      metadata: { component: part('root', { externalReferences: [link], licenses: ['MIT'] }) },
    });
    expect(graph.nodes[0]?.attributes?.licenses).toBe('MIT');
    expect(graph.nodes[0]?.evidence).toEqual([
      { claim: 'From b.json', url: link.url, confidence: 'stated' },
    ]);
  });

  test('that the bill describes keeps what the bill says of itself; other sections are told', async () => {
    const { graph, reading } = await read({
      serialNumber: 'urn:uuid:1',
      metadata: { component: part('root'), lifecycles: [{ phase: 'build' }] },
      vulnerabilities: [{}, {}],
    });
    expect(graph.nodes[0]?.attributes).toMatchObject({
      'bom.serialNumber': 'urn:uuid:1',
      'bom.lifecycles': '[{"phase":"build"}]',
    });
    expect(reading.notes.join()).toContain('vulnerabilities (2)');
  });

  test('finds the supplier that is stored under the same name', async () => {
    const graph = {
      format: 'msp-impact-graph/1' as const,
      nodes: [{ id: 'ch-05965280', kind: 'supplier' as const, name: 'Advanced' }],
    };
    const file = bom({ components: [part('adastra', { supplier: { name: 'ADVANCED' } })] });
    const { graph: after } = await graphAfter(cyclonedx, [file], graph);
    expect(after.dependencies?.map(({ id }) => id)).toEqual(['ch-05965280->adastra']);
    expect(after.nodes).toHaveLength(2);
  });

  test('of another bill of the same import is found by its BOM link', async () => {
    const serial = '3e671687-395b-41f5-a30f-a58921a69b79';
    const one = bom({
      components: [part('app')],
      dependencies: [{ ref: 'app', dependsOn: [`urn:cdx:${serial}/1#engine`] }],
    });
    const two = {
      ...bom({ serialNumber: `urn:uuid:${serial}`, components: [part('engine')] }),
      name: 'c.json',
    };
    const { graph } = await graphAfter(cyclonedx, [one, two]);
    expect(linksIn(graph)).toEqual(['Part engine > Part app']);
  });
});

describe('a bad bill', () => {
  test('has dangling references, references twice and parts without a name told one by one', async () => {
    const { rejected } = await read({
      components: [part('a1x'), part('a1x'), { type: 'library' }, 7],
      dependencies: [
        { ref: 'a1x', dependsOn: ['zzz', 'a1x'] },
        { ref: 'yyy', dependsOn: ['a1x'] },
      ],
    });
    expect(refusedIn(rejected)).toEqual([
      '1 dependencies[0].dependsOn[0]: zzz',
      '1 dependencies[0].dependsOn[1]: a1x',
      '2 components[1].bom-ref: a1x',
      '2 dependencies[1].ref: yyy',
      '3 components[2].name: ',
      '4 components[3].name: ',
    ]);
  });

  test.each([
    ['another format', '{"spdxVersion":"SPDX-2.3"}', 'no CycloneDX'],
    ['a list', '[]', 'must be a JSON object'],
    ['a version of the future', '{"bomFormat":"CycloneDX","specVersion":"9"}', '1.4 to 1.6'],
    ['no list', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":{}}', 'must be a list'],
    ['deep nesting', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'levels deep'],
    ['a cut', '{"bomFormat":"Cyc', 'cut off'],
    ['billion laughs', '<!DOCTYPE b [<!ENTITY a "lol">]><bom>&a;</bom>', 'DOCTYPE'],
    ['an external entity', '<!DOCTYPE b SYSTEM "file:///etc/passwd"><bom/>', 'DOCTYPE'],
    ['another root', '<project/>', 'root element bom'],
    ['another namespace', '<bom xmlns="http://example.org"><a/></bom>', 'no CycloneDX'],
    ['XML that breaks off', '<bom><components>', 'no valid XML'],
    ['deep XML', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'no XML that can be read'],
    ['an archive', 'PK\x03\x04rest', 'zip package'],
    ['nothing', ' \n', 'is empty'],
    ['UTF-16 without its mark', Buffer.from('{"a":1}', 'utf16le'), 'UTF-16'],
  ])('is refused whole with a reason: %s', async (_, content, reason) => {
    const { reading, graph } = await graphAfter(cyclonedx, [fileOf('b', content)]);
    expect(reading.errors[0]?.reason).toContain(reason);
    expect(graph.nodes).toEqual([]);
  });

  test('in UTF-16 with its mark and in Windows-1252 is read', async () => {
    const text = JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.4',
      components: [part('é')],
    });
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'latin1')]) {
      const { graph } = await graphAfter(cyclonedx, [fileOf('b', bytes)]);
      expect(graph.nodes[0]?.name).toBe('Part é');
    }
  });

  test('in XML that is too large to be laid out is refused, with the way out', async () => {
    const text = `<bom>${' '.repeat(100_000_000)}</bom>`;
    const { reading } = await graphAfter(cyclonedx, [fileOf('b.xml', text)]);
    expect(reading.errors[0]?.reason).toMatch(
      /more than 100 million characters; export it as JSON/,
    );
  });

  test('with a dependency that names nothing in XML has that refused alone', async () => {
    const text = `<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components>
      <component type="library" bom-ref="a1x"><name>A</name></component></components>
      <dependencies><dependency ref="a1x"><dependency other="b1x"/></dependency></dependencies></bom>`;
    const { graph, rejected } = await graphAfter(cyclonedx, [fileOf('b.xml', text)]);
    expect(graph.nodes.map(({ name }) => name)).toEqual(['A']);
    expect(rejected).toMatchObject([{ column: 'dependencies[0].dependsOn[0]', value: '' }]);
  });

  test('cannot reach the prototype of anything', async () => {
    const text = `{"bomFormat":"CycloneDX","specVersion":"1.4","components":[{"name":"A","__proto__":{"x":1},"bom-ref":"__proto__"}],"dependencies":[{"ref":"__proto__","__proto__":1}]}`;
    const { graph } = await graphAfter(cyclonedx, [fileOf('b', text)]);
    expect(graph.nodes[0]?.id).toMatch(/^__proto__~/);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test.each(['emis-2024.cdx.json', 'emis-2024.cdx.xml'])(
    'is survived, however it is damaged: %s',
    async (name) => {
      await survives(cyclonedx, name, example(name).bytes as Uint8Array);
    },
  );

  test('is survived, whatever its values are', async () => {
    const text = Buffer.from(example('emis-2024.cdx.json').bytes as Uint8Array).toString();
    await survivesValues(cyclonedx, 'b.json', text);
  });
});
