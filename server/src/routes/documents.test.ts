import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const SHEET = 'supplier,system,service,area\nAcme,Ward list,Ward care,Powys\nAcme,Ward list,,\n';

test('an empty store answers as an empty graph', async () => {
  const { body } = await server.call('POST', '/view', {});
  expect(body).toMatchObject({ revision: 0, total: 0, nodes: [], groups: [] });
  expect(JSON.parse((await server.call('GET', '/document')).text)).toMatchObject({ nodes: [] });
  expect((await server.call('GET', '/rank')).body.rows).toEqual([]);
});

test('a sheet is looked at, then loaded, then asked', async () => {
  const look = await server.call('POST', '/import', { text: SHEET, dryRun: true });
  expect(look.status).toBe(200);
  expect(look.body).toMatchObject({ format: 'sheet', mode: 'add', written: false });
  expect((await server.call('GET', '/health/ready')).body.revision).toBe(0);
  const done = await server.call('POST', '/import', {
    text: SHEET,
    ifRevision: look.body.revision,
  });
  expect(done.body).toMatchObject({ written: true, revision: 1 });
  const found = await server.call('GET', '/search?q=acme');
  const question = { down: [{ id: found.body.nodes[0].id }] };
  const { body } = await server.call('POST', '/impact', { question });
  expect(body.total).toBe(4);
});

test('the same sheet again changes nothing and makes no version', async () => {
  const again = await server.call('POST', '/import', { text: SHEET });
  expect(again.body).toMatchObject({ written: true, revision: 1 });
  expect(again.body.difference).toMatchObject({ created: 0, updated: 0 });
});

test('what was compared with an older version is not loaded', async () => {
  const late = await server.call('POST', '/import', { text: `${SHEET}Other,X,,\n`, ifRevision: 0 });
  expect(late.status).toBe(412);
  expect(late.body.errors[0]).toMatchObject({ path: '$.ifRevision', value: 0 });
});

test('a document that breaks a rule is refused whole, with every error', async () => {
  const document = {
    format: 'msp-impact-graph/1',
    nodes: [{ id: 'a', kind: 'product', name: 'a' }],
    dependencies: [
      { id: 'x', from: 'a', to: 'a' },
      { id: 'y', from: 'a', to: 'nobody' },
    ],
  };
  const text = JSON.stringify(document);
  const look = await server.call('POST', '/import', { text, dryRun: true });
  expect(look.status).toBe(200);
  expect(look.body.errors).toHaveLength(2);
  const refused = await server.call('POST', '/import', { text });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toEqual(look.body.errors);
  expect((await server.call('GET', '/health/ready')).body.revision).toBe(1);
});

test('tables and templates come as files', async () => {
  for (const format of ['nodes-csv', 'links-csv', 'contracts-csv', 'graph-csv']) {
    const file = await server.call('GET', `/export?format=${format}`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/attachment/);
  }
  expect((await server.call('GET', '/templates/nodes.csv')).text).toMatch(/^id,kind,name/);
  expect((await server.call('GET', '/templates/other.csv')).status).toBe(404);
  expect((await server.call('GET', '/templates/constructor')).status).toBe(404);
});

test('the exported tables, imported into the same graph, change nothing', async () => {
  const csv = async (format: string) => (await server.call('GET', `/export?format=${format}`)).text;
  const text = await csv('nodes-csv');
  const more = [{ name: 'links.csv', text: await csv('links-csv') }];
  const look = await server.call('POST', '/import', { text, more, dryRun: true });
  expect(look.body).toMatchObject({ errors: [], rejected: [] });
  expect(look.body.difference).toMatchObject({ created: 0, updated: 0, removed: 0 });
});

test('the four exported tables together are the same graph, with its name', async () => {
  const graphNow = (await server.call('GET', '/document')).body;
  const named = { text: JSON.stringify({ ...graphNow, name: 'Winter plan' }), mode: 'replace' };
  expect((await server.call('POST', '/import', named)).status).toBe(200);
  const before = (await server.call('GET', '/document')).text;
  const [nodes, links, contracts, graph] = await Promise.all(
    ['nodes', 'links', 'contracts', 'graph'].map(async (name) => ({
      name: `${name}.csv`,
      text: (await server.call('GET', `/export?format=${name}-csv`)).text,
    })),
  );
  const bare = { text: '{"format":"msp-impact-graph/1","nodes":[]}', mode: 'replace' };
  expect((await server.call('POST', '/import', bare)).status).toBe(200);
  const body = { ...nodes, more: [links, contracts, graph], mode: 'replace' };
  expect((await server.call('POST', '/import', body)).status).toBe(200);
  const after = await server.call('GET', '/document');
  expect(after.text).toBe(before);
  expect(after.body.name).toBe('Winter plan');
});

test('samples are listed, the default first; an unknown one is 404', async () => {
  const { body } = await server.call('GET', '/samples');
  expect(body.samples[0].id).toBe('advanced-2022');
  expect(body.samples.map(({ id }: { id: string }) => id).sort()).toEqual([
    'advanced-2022',
    'emis-2024',
    'synnovis-2024',
  ]);
  expect((await server.call('POST', '/samples/nothing/load', {})).status).toBe(404);
});

test("a list in a sample's place is not taken for the sample, and has its own name", async () => {
  await server.call('POST', '/samples/advanced-2022/load', {});
  expect((await server.call('POST', '/view', {})).body.sample).toBe('advanced-2022');
  const list = { name: 'our systems.csv', text: SHEET, mode: 'replace' };
  const done = await server.call('POST', '/import', list);
  expect(done.body).toMatchObject({ written: true, mode: 'replace' });
  const now = (await server.call('POST', '/view', {})).body;
  expect(now.sample).toBeUndefined();
  expect(now.graph).toBe('our systems');
});
