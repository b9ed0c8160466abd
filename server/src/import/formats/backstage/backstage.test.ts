import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { documentString } from '../../../export/document.ts';
import { example, linksIn, nodesIn, refusedIn } from '../testing/examples.ts';
import { FUZZ_RUNS, survives } from '../testing/fuzz.ts';
import { damagedValues } from '../testing/fuzz-values.ts';
import { fileOf, graphAfter } from '../testing/read-with.ts';
import { backstage } from './backstage.ts';
import { refOf } from './relations.ts';

const NAME = 'advanced-2022.catalog-info.yaml';
const entity = (kind: string, name: string, spec = '{}') =>
  `kind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n`;
const read = (...documents: string[]) =>
  graphAfter(backstage, [fileOf('c.yaml', documents.join('---\n'))]);

describe('the example catalogue', () => {
  test('gives systems, components, APIs and resources, with the arrows turned', async () => {
    const { graph, rejected, reading } = await graphAfter(backstage, [example(NAME)]);
    expect(rejected).toEqual([]);
    expect(nodesIn(graph)).toEqual([
      'product Health and care hosting environments',
      'product Referrals from 111 to GP out-of-hours',
      'service Adastra',
      'service GP out-of-hours',
      'service NHS 111 (England)',
    ]);
    expect(linksIn(graph)).toEqual([
      'Adastra > NHS 111 (England)',
      'Adastra > Referrals from 111 to GP out-of-hours',
      'Health and care hosting environments > Adastra',
      'Referrals from 111 to GP out-of-hours > GP out-of-hours',
    ]);
    expect(reading.notes).toContain(
      'Entities of these kinds carry no supply and made no nodes: group (1).',
    );
  });

  test('changes nothing when it comes again', async () => {
    const { graph } = await graphAfter(backstage, [example(NAME)]);
    const again = await graphAfter(backstage, [example(NAME)], graph);
    expect(documentString(again.graph)).toBe(documentString(graph));
  });
});

describe('what the API of a catalogue answers', () => {
  test('is read too: a list of entities, or an object with items', async () => {
    const list = [
      { kind: 'Component', metadata: { name: 'a' }, spec: { dependsOn: ['resource:b'] } },
      { kind: 'Resource', metadata: { name: 'b' }, relations: [], status: { seen: 'x' } },
    ];
    for (const answer of [list, { items: list }]) {
      const { graph } = await read(`${JSON.stringify(answer)}\n`);
      expect(linksIn(graph)).toEqual(['b > a']);
      expect(graph.nodes[1]?.attributes?.['status.seen']).toBe('x');
    }
  });
});

describe('relations', () => {
  test.each([
    ['dependsOn: ["component:b"]', 'b > a'],
    ['dependencyOf: ["component:b"]', 'a > b'],
    ['subcomponentOf: b', 'a > b'],
  ])('%s lead from the provider: %s', async (spec, link) => {
    const { graph } = await read(entity('Component', 'a', `{${spec}}`), entity('Component', 'b'));
    expect(linksIn(graph)).toEqual([link]);
  });

  test('of APIs: who provides one supplies it, who consumes one relies on it', async () => {
    const { graph } = await read(
      entity('API', 'x'),
      entity('Component', 'a', '{providesApis: [x]}'),
      entity('Component', 'b', '{consumesApis: [x]}'),
    );
    expect(linksIn(graph)).toEqual(['a > x', 'x > b']);
  });

  test('to a system are assumed, and say so', async () => {
    const { graph } = await read(entity('System', 's'), entity('Resource', 'r', '{system: s}'));
    expect(linksIn(graph)).toEqual(['r > s']);
    expect(graph.dependencies?.[0]?.evidence?.[0]?.confidence).toBe('assumed');
  });

  test('name entities in full or in short, and capitals do not count', () => {
    expect(refOf('Resource:ops/DB', undefined, 'default')).toBe('resource:ops/db');
    expect(refOf('resource:db', undefined, 'ops')).toBe('resource:ops/db');
    expect(refOf('x', 'api', 'default')).toBe('api:default/x');
    expect(refOf('db', undefined, 'default')).toBeUndefined();
    expect(refOf('a b', 'api', 'default')).toBeUndefined();
  });

  test('to entities that are nowhere are rejected with the line and field', async () => {
    const { rejected } = await read(
      entity('Component', 'a', '{dependsOn: ["component:zz", "b", 7, "component:a"]}'),
    );
    expect(refusedIn(rejected)).toEqual([
      '1 spec.dependsOn[1]: b',
      '1 spec.dependsOn[2]: 7',
      '1 spec.dependsOn[3]: component:default/a',
      '1 spec.dependsOn[0]: component:default/zz',
    ]);
  });
});

describe('a bad catalogue', () => {
  test('loses its bad documents alone, each with its line', async () => {
    const { graph, rejected } = await read(
      entity('Component', 'a'),
      'kind: Component\n',
      'just text\n',
      'a: [1\n',
      entity('Component', 'b'),
      entity('Component', 'b', '{type: service}'),
    );
    expect(graph.nodes.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(rejected.map(({ row, reason }) => `${row} ${reason.slice(0, 12)}`)).toEqual([
      '5 is no entity',
      '7 is no entity',
      expect.stringMatching(/^(?:9|10|11) is no YAML: /),
      expect.stringMatching(/^15 row 11 of c/),
    ]);
  });

  test('with aliases that multiply is refused before they do', async () => {
    const laughs = ['a0: &a0 [lol, lol]'];
    for (let i = 1; i < 30; i++) {
      laughs.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    }
    const { rejected } = await read(`kind: Component\nmetadata: {name: a}\n${laughs.join('\n')}\n`);
    expect(rejected[0]?.reason).toContain('alias');
  });

  test('with a key that stands twice in a map is rejected with its line', async () => {
    const { rejected } = await read('kind: Component\nmetadata:\n  name: a\n  name: b\n');
    expect(rejected.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '4 is no YAML: the key name stands twice in one map',
    ]);
  });

  test('with tags of other languages runs nothing, and __proto__ reaches nothing', async () => {
    const { graph } = await read(
      'kind: Component\nmetadata:\n  name: a\n  run: !!js/function "function () { throw 1 }"\n  __proto__: {x: 1}\n',
    );
    expect(graph.nodes).toHaveLength(1);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test.each([
    ['flow', '['.repeat(20_000)],
    ['block', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['dashes', '- '.repeat(20_000)],
  ])('nested deeply is refused: %s', async (_, text) => {
    const { reading } = await graphAfter(backstage, [fileOf('c.yaml', text)]);
    expect(reading.errors[0]?.reason).toContain('levels deep');
  });

  test('is survived, however it is damaged', async () => {
    await survives(backstage, NAME, example(NAME).bytes as Uint8Array);
  });

  test('is survived, whatever its values are', async () => {
    const yaml = Buffer.from(example(NAME).bytes as Uint8Array).toString();
    const text = JSON.stringify(parseAllDocuments(yaml).map((one) => one.toJS()));
    for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
      const list = JSON.parse(damagedValues(seed, text)) as unknown[];
      // JSON is YAML too.
      const documents = Object.values(list ?? []).map((one) => JSON.stringify(one) ?? 'null');
      await read(...documents.map((one) => `${one}\n`));
    }
  });
});
