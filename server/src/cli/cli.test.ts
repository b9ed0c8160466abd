import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphDocument } from '@msp-impact/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentString } from '../export/document.ts';
import { fileIn, newFolder, run, start } from './testing/run.ts';

const graph: GraphDocument = {
  format: 'msp-impact-graph/1',
  name: 'Small',
  nodes: [
    { id: 'msp', kind: 'supplier', name: 'Provider', zones: ['hosting'] },
    { id: 'rival', kind: 'supplier', name: 'Rival' },
    { id: 'app', kind: 'product', name: 'Application', zones: ['hosting'] },
    { id: 'other', kind: 'product', name: 'Other' },
    { id: 'calls', kind: 'service', name: 'Calls' },
    { id: 'advice', kind: 'service', name: 'Advice', groups: { g: { rule: 'any' } } },
    {
      id: 'north',
      kind: 'region',
      name: 'North',
      population: 1000,
      groups: { s: { rule: 'share' } },
    },
  ],
  dependencies: [
    { id: 'msp->app', from: 'msp', to: 'app' },
    { id: 'rival->other', from: 'rival', to: 'other' },
    { id: 'app->calls', from: 'app', to: 'calls', strength: 0.8 },
    { id: 'app->advice', from: 'app', to: 'advice', group: 'g' },
    { id: 'other->advice', from: 'other', to: 'advice', group: 'g' },
    { id: 'calls->north', from: 'calls', to: 'north', group: 's', weight: 0.5 },
    { id: 'advice->north', from: 'advice', to: 'north', group: 's', weight: 0.5 },
  ],
};

const folder = newFolder();
let file: string;
beforeAll(() => {
  file = fileIn(folder, 'graph.json', documentString(graph));
});
const json = async (...args: string[]) => {
  const ended = await run([...args, '--graph', file, '--json']);
  expect(ended).toMatchObject({ code: 0 });
  return JSON.parse(ended.out);
};

describe('impact', () => {
  test('answers to the letter of the contract', async () => {
    const answer = await json('impact', '--down', 'msp');
    expect(answer).toEqual({
      down: ['msp'],
      impacted: [
        {
          id: 'app',
          kind: 'product',
          level: 0,
          state: 'down',
          cause: 'failed',
          path: ['msp', 'app'],
        },
        { id: 'msp', kind: 'supplier', level: 0, state: 'down', cause: 'failed', path: ['msp'] },
        {
          id: 'calls',
          kind: 'service',
          level: expect.closeTo(0.2),
          state: 'degraded',
          cause: 'failed',
          path: ['msp', 'app', 'calls'],
        },
        {
          id: 'north',
          kind: 'region',
          level: expect.closeTo(0.6),
          state: 'degraded',
          cause: 'failed',
          path: ['msp', 'app', 'calls', 'north'],
        },
      ],
      atRisk: ['advice'],
      unknown: [],
      summary: {
        byKind: { supplier: 1, product: 1, service: 1, region: 1 },
        byState: expect.objectContaining({ down: 2, degraded: 2, 'at-risk': 1, up: 2 }),
        people: { touched: 1000, lost: expect.closeTo(400) },
      },
    });
  });

  test('takes ids by commas and by repeating, levels, zones, pairs and observations', async () => {
    const byComma = await json('impact', '--down', 'msp,rival');
    expect(byComma).toEqual(await json('impact', '--down', 'msp', '--down', 'rival'));
    const partly = await json('impact', '--down', 'app=0.5', '--observed', 'calls=1');
    expect(
      partly.impacted.map((row: { id: string; level: number }) => [row.id, row.level]),
    ).toEqual([['app', 0.5]]);
    const zone = await json('impact', '--isolate', 'hosting');
    expect(zone.impacted[0]).toMatchObject({ id: 'app', cause: 'isolated' });
    const cut = await json('impact', '--sever', 'app->calls');
    expect(cut.impacted[0]).toMatchObject({ id: 'calls', cause: 'severed', path: ['calls'] });
  });

  test('prints a table with the data that it rests on', async () => {
    const { out, code } = await run(['impact', '--down', 'msp', '--graph', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^20 % {2}degraded {2}service +Calls +calls +msp → app → calls$/m);
    expect(out).toContain('1,000 touched, 400 lost');
    expect(out).toMatch(/Small \(.*graph\.json\)\. Rests on \d+ links: .* without evidence\./);
  });
});

describe('the other questions', () => {
  test('rank', async () => {
    const answer = await json('rank', '--top', '1');
    expect(answer).toEqual([{ id: 'north', score: 1000, down: 1, degraded: 0, people: 1000 }]);
    const suppliers = await json('rank', '--kind', 'supplier');
    expect(suppliers.map((row: { id: string }) => row.id)).toEqual(['msp', 'rival']);
  });

  test('rank says when no population is on record', async () => {
    const nodes = graph.nodes.map(({ population: _, ...node }) => node);
    const bare = fileIn(folder, 'bare.json', { ...graph, nodes });
    const { err, out } = await run(['rank', '--graph', bare, '--json']);
    expect(err).toContain('Σ (1 − level)');
    expect(JSON.parse(out)[0].score).toBeGreaterThan(0);
  });

  test('paths', async () => {
    expect(await json('paths', '--from', 'msp', '--to', 'advice')).toEqual({
      count: 1,
      complete: true,
      paths: [['msp', 'app', 'advice']],
    });
  });

  test('cut-sets of orders one and two', async () => {
    const answer = await json('cut-sets', '--target', 'advice', '--candidates', 'supplier');
    expect(answer).toEqual({
      target: 'advice',
      maxOrder: 2,
      complete: true,
      count: 1,
      countByOrder: [0, 1],
      sets: [['msp', 'rival']],
    });
    const short = await json('cut-sets', '--target', 'advice', '--max-order', '9', '--limit', '1');
    expect(short).toMatchObject({ maxOrder: 2, complete: false, count: 4, countByOrder: [0, 4] });
    expect(short.sets).toEqual([['app', 'other']]);
    const single = await json('cut-sets', '--target', 'advice', '--max-order', '1');
    expect(single).toMatchObject({ maxOrder: 1, complete: true, count: 0, countByOrder: [] });
  });
});

describe('validate', () => {
  test('is 0 for a good document, 1 with every error for a bad one', async () => {
    const good = await run(['validate', file, '--json']);
    expect([good.code, JSON.parse(good.out)]).toEqual([0, { valid: true, errors: [] }]);
    const bad = fileIn(folder, 'bad.json', {
      ...graph,
      dependencies: [{ id: 'x', from: 'msp', to: 'msp', strength: 3 }],
    });
    const told = await run(['validate', bad, '--json']);
    expect(told.code).toBe(1);
    expect(JSON.parse(told.out)).toEqual({
      valid: false,
      errors: [
        { path: '$.dependencies[0].strength', value: 3, reason: 'must be a number from 0 to 1' },
        { path: '$.dependencies[0].to', value: 'msp', reason: 'a link needs two different ends' },
      ],
    });
    expect((await run(['validate', bad])).out).toContain('not valid: 2 errors');
  });

  test('names line and column of truncated JSON', async () => {
    const cut = fileIn(folder, 'cut.json', documentString(graph).slice(0, 300));
    const { code, out } = await run(['validate', cut]);
    expect(code).toBe(1);
    expect(out).toMatch(/line \d+, column \d+: .*cut off/);
  });

  test('names alternatives that only lean on each other', async () => {
    const lean = fileIn(folder, 'lean.json', {
      format: 'msp-impact-graph/1',
      nodes: ['a', 'b', 'c'].map((id) => ({
        id,
        kind: 'service',
        name: id,
        groups: { g: { rule: 'any' } },
      })),
      dependencies: ['ab', 'ac', 'ba', 'bc', 'ca', 'cb'].map(([from, to]) => ({
        id: `${from}->${to}`,
        from,
        to,
        group: 'g',
      })),
    });
    const { code, err } = await run(['validate', lean]);
    expect(code).toBe(0);
    expect(err).toContain('lean on each other, taken as given: a, b, c');
  });
});

describe('endings', () => {
  test.each([
    ['an unknown option', ['impact', '--bogus'], 2],
    ['an unknown command', ['stop'], 2],
    ['nothing that stops', ['impact'], 2],
    ['a level above 1', ['impact', '--down', 'msp=1.5'], 2],
    ['an empty id', ['impact', '--down', 'msp,,rival'], 2],
    ['a missing option', ['paths', '--from', 'msp'], 2],
    ['an unknown kind', ['rank', '--kind', 'team'], 2],
    ['too many arguments', ['validate', 'a', 'b'], 2],
    ['an unknown format', ['import', '--from', 'fax', 'a'], 2],
    ['a format that is not there yet', ['import', '--from', 'ocds', 'a'], 1],
    ['a file that is not there', ['validate', 'nowhere.json'], 1],
    ['help', ['--help'], 0],
  ])('%s', async (_, args, code) => {
    const ended = await run(args);
    expect(ended.code).toBe(code);
    if (code === 0) return;
    expect(ended.out).toBe('');
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });

  test('unknown ids are a failure in one line that names them', async () => {
    const { code, err } = await run(['impact', '--down', 'nobody', '--graph', file]);
    expect([code, err]).toEqual([1, 'msp-impact: --down nobody: no node has this id\n']);
  });

  test('five megabytes of JSON come whole through a pipe that is read slowly', async () => {
    const nodes = Array.from({ length: 30_000 }, (_, i) => ({
      id: `service-with-a-long-name-${i}`,
      kind: 'service',
      name: 'S',
    }));
    const dependencies = nodes.slice(1).map(({ id }) => ({ id, from: nodes[0]?.id, to: id }));
    const big = fileIn(folder, 'big.json', { format: 'msp-impact-graph/1', nodes, dependencies });
    const args = ['impact', '--down', 'service-with-a-long-name-0', '--graph', big, '--json'];
    const { code, out } = await run(args, {}, 5);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(5_000_000);
    expect(JSON.parse(out).impacted).toHaveLength(30_000);
  });

  test('a reader that goes away ends it quietly', async () => {
    const big = join(folder, 'big.json');
    const child = start(['export', '--to', 'document', '--graph', big]);
    let err = '';
    child.stderr?.on('data', (data) => {
      err += data;
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('the store', () => {
  test('takes a document in and gives the same bytes out; again changes nothing', async () => {
    const env = { MSP_DATA: join(newFolder(), 'data') };
    const first = await run(['import', '--from', 'document', file, '--json'], env);
    expect(JSON.parse(first.out)).toEqual({
      read: 14,
      created: 14,
      updated: 0,
      unchanged: 0,
      rejected: [],
    });
    const second = await run(['import', '--from', 'document', file, '--json'], env);
    expect(JSON.parse(second.out)).toMatchObject({ created: 0, unchanged: 14 });
    const { out } = await run(['export', '--to', 'document'], env);
    expect(out).toBe(documentString(graph));
    const stored = await run(['impact', '--down', 'msp', '--json'], env);
    expect(JSON.parse(stored.out)).toEqual(await json('impact', '--down', 'msp'));
  });

  test('takes tables in beside what it holds; a dry run writes nothing', async () => {
    const env = { MSP_DATA: join(newFolder(), 'data') };
    const sheet = fileIn(
      folder,
      'sheet.csv',
      'supplier,product,share\nNew,Thing,\nNew,Thing,lots\n',
    );
    const dry = await run(['import', '--from', 'csv', sheet, '--dry-run', '--json'], env);
    expect(JSON.parse(dry.out)).toMatchObject({ read: 2, created: 3 });
    expect(JSON.parse(dry.out).rejected).toEqual([
      { file: 'sheet.csv', row: 3, column: 'share', value: 'lots', reason: expect.any(String) },
    ]);
    expect((await run(['export', '--to', 'document'], env)).out).not.toContain('thing');
    const { code } = await run(['import', '--from', 'csv', sheet], env);
    expect(code).toBe(0);
    expect((await run(['export', '--to', 'document'], env)).out).toContain('"new->thing"');
  });

  test('refuses a bad document whole, and holds what it held', async () => {
    const env = { MSP_DATA: join(newFolder(), 'data') };
    await run(['import', '--from', 'document', file], env);
    const bad = fileIn(folder, 'loop.json', {
      ...graph,
      dependencies: [{ id: 'x', from: 'msp', to: 'msp' }],
    });
    const refused = await run(['import', '--from', 'document', bad, '--json'], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('nothing was written: $.dependencies[0].to');
    expect(JSON.parse(refused.out).rejected).toHaveLength(1);
    expect((await run(['export', '--to', 'document'], env)).out).toBe(documentString(graph));
  });

  test('is left alone by --out and --graph', async () => {
    const env = { MSP_DATA: join(newFolder(), 'data') };
    const csv = join(newFolder(), 'tables');
    await run(['export', '--to', 'csv', '--graph', file, '--out', csv], env);
    expect(readdirSync(csv).sort()).toEqual([
      'contracts.csv',
      'graph.csv',
      'links.csv',
      'nodes.csv',
    ]);
    const out = join(folder, 'again.json');
    const tables = ['nodes.csv', 'links.csv'].map((name) => join(csv, name));
    await run(['import', '--from', 'csv', ...tables, '--out', out], env);
    const { name: _, ...nameless } = graph;
    expect(readFileSync(out, 'utf8')).toBe(documentString(nameless));
    const more = fileIn(folder, 'more.csv', 'id,kind,name\nextra,service,Extra\n');
    await run(['import', '--from', 'csv', more, '--graph', file, '--out', out], env);
    const added = JSON.parse(readFileSync(out, 'utf8'));
    expect([added.name, added.nodes.length]).toEqual(['Small', 8]);
    expect(existsSync(env.MSP_DATA)).toBe(false);
  });

  test('that cannot be opened is told in one line', async () => {
    const { code, err } = await run(['rank'], { MSP_DATA: join(file, 'data') });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
