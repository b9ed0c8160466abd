/** Bad input, each with a clear message, a status that fits, and a store that holds what it held. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOST, type Server, startServer } from './testing.ts';

let server: Server;
let before: string;
beforeAll(async () => {
  server = await startServer('advanced-2022');
  before = (await server.call('GET', '/document')).text;
});
afterAll(async () => {
  expect((await server.call('GET', '/document')).text).toBe(before);
  await server.close();
});

const link = (more: object) => ({ id: 'l', from: 'advanced', to: 'adastra', ...more });
const json = { 'content-type': 'application/json' };
const first = (answer: { body: { errors: unknown[] } }) => answer.body.errors[0];

test('a self link and a link to nothing', async () => {
  const self = await server.call('POST', '/dependencies', link({ to: 'advanced' }));
  expect(self.status).toBe(409);
  expect(first(self)).toMatchObject({ path: '$.to', value: 'advanced' });
  const nothing = await server.call('POST', '/dependencies', link({ to: 'nothing' }));
  expect(nothing.status).toBe(409);
  expect(first(nothing)).toMatchObject({ path: '$.to', value: 'nothing' });
});

test('an item of the wrong shape is told with the rules that the rest of it breaks', async () => {
  const places = (answer: { status: number; body: { errors: { path: string }[] } }) => [
    answer.status,
    ...answer.body.errors.map(({ path }) => path),
  ];
  const made = link({ from: undefined, to: 'nothing', strength: 2, more: 1 });
  const posted = await server.call('POST', '/dependencies', made);
  expect(places(posted)).toEqual([422, '$.from', '$.strength', '$.more', '$.to']);
  const { body } = await server.call('GET', '/nodes/wales');
  const match = { 'if-match': `"${body.revision}"` };
  const wales = { ...body.item, name: '', parent: 'nowhere' };
  const put = await server.call('PUT', '/nodes/wales', wales, match);
  expect(places(put)).toEqual([422, '$.name', '$.parent']);
  const fields = { priority: 9, groups: { g: { rule: 'atLeast', k: 5 } } };
  const patched = await server.call('PATCH', '/nodes/wales', fields, match);
  expect(places(patched)).toEqual([422, '$.priority', '$.groups.g.k']);
  const unreadable = { groups: { g: { rule: 'some' } }, workarounds: [{ name: 'w', group: 'g' }] };
  const doubted = await server.call('PATCH', '/nodes/wales', unreadable, match);
  expect(places(doubted)).not.toContain('$.workarounds[0].group');
});

test('a cycle of parents; a cycle of dependencies is legal', async () => {
  const { body } = await server.call('GET', '/nodes/wales');
  const wales = { ...body.item, parent: 'powys' };
  const cycle = await server.call('PUT', '/nodes/wales', wales, {
    'if-match': `"${body.revision}"`,
  });
  expect(cycle.status).toBe(409);
  expect(first(cycle)).toMatchObject({ path: '$.parent', value: 'powys' });
  const ring = await server.call(
    'POST',
    '/dependencies',
    link({ from: 'adastra', to: 'advanced' }),
  );
  expect(ring.status).toBe(201);
  expect((await server.call('POST', `/changes/${ring.body.revision}/undo`, {})).status).toBe(200);
});

test.each([
  [2, 'number from 0 to 1'],
  [-0.1, 'number from 0 to 1'],
  ['0.5', 'number'],
  [null, 'number'],
  [[], 'number'],
])('a strength of %j', async (strength, reason) => {
  const refused = await server.call('POST', '/dependencies', link({ strength }));
  expect(refused.status).toBe(422);
  expect(first(refused)).toMatchObject({
    path: '$.strength',
    reason: expect.stringContaining(reason),
  });
});

test('NaN is no JSON', async () => {
  const payload = '{"id":"l","from":"advanced","to":"adastra","strength":NaN}';
  const refused = await server.raw({
    method: 'POST',
    url: '/api/v1/dependencies',
    payload,
    headers: json,
  });
  expect(refused.status).toBe(400);
  expect(first(refused)).toMatchObject({ path: 'line 1, column 55' });
});

test('a range that runs the wrong way, k above the size of its group, shares that do not sum to 1', async () => {
  const range = await server.call(
    'POST',
    '/dependencies',
    link({ strength: { low: 0.9, high: 0.1 } }),
  );
  expect(first(range)).toMatchObject({ path: '$.strength' });
  const groups = { g: { rule: 'atLeast', k: 3 } };
  const k = await server.call('POST', '/nodes', { id: 'k', kind: 'service', name: 'k', groups });
  expect(k.status).toBe(409);
  expect(first(k)).toMatchObject({ path: '$.groups.g.k', value: 3 });
  const { body } = await server.call('GET', '/nodes/powys');
  const share = body.reliesOn[0];
  const { revision } = (await server.call('GET', `/dependencies/${encodeURIComponent(share.id)}`))
    .body;
  const path = `/dependencies/${encodeURIComponent(share.id)}`;
  const sum = await server.call('PATCH', path, { weight: 0.99 }, { 'if-match': `"${revision}"` });
  expect(sum.status).toBe(409);
  expect(sum.body.errors[0].reason).toMatch(/must sum to 1/);
});

test('10 MB of text in a name', async () => {
  const node = { id: 'big', kind: 'product', name: 'x'.repeat(10_000_000) };
  const single = await server.call('POST', '/nodes', node);
  expect(single.status).toBe(413);
  const batch = await server.call('POST', '/batch', { writes: [{ put: 'node', item: node }] });
  expect(batch.status).toBe(422);
  expect(first(batch)).toMatchObject({ path: '$.writes[0].item.name' });
  expect(batch.text.length).toBeLessThan(2000);
});

test.each(['__proto__', '\\u005f_proto__'])('a key %s, however deep', async (key) => {
  const payload = `{"id":"p","kind":"product","name":"p","attributes":{"${key}":"x"}}`;
  const refused = await server.raw({
    method: 'POST',
    url: '/api/v1/nodes',
    payload,
    headers: json,
  });
  expect(refused.status).toBe(400);
  expect(refused.body.errors[0]).toMatchObject({ path: '$.attributes.__proto__' });
  const fine = await server.call('GET', '/search?q=__proto__');
  expect(fine.status).toBe(200);
});

test('a document of the wrong format number, with duplicate ids, or cut off', async () => {
  const put = (payload: string) =>
    server.raw({
      method: 'PUT',
      url: '/api/v1/document',
      payload,
      headers: { ...json, 'if-match': String(revision) },
    });
  const { revision } = (await server.call('GET', '/health/ready')).body;
  const format = await put('{"format":"msp-impact-graph/2","nodes":[]}');
  expect(format.status).toBe(422);
  expect(first(format)).toMatchObject({ path: '$.format', value: 'msp-impact-graph/2' });
  const node = '{"id":"a","kind":"product","name":"a"}';
  const twice = await put(`{"format":"msp-impact-graph/1","nodes":[${node},${node}]}`);
  expect(twice.status).toBe(422);
  expect(first(twice)).toMatchObject({ path: '$.nodes[1].id', value: 'a' });
  const cut = await put('{"format":"msp-impact-graph/1","nodes":[{"id":');
  expect(cut.status).toBe(400);
  expect(cut.body.detail).toMatch(/cut off/);
  const blind = await server.raw({
    method: 'PUT',
    url: '/api/v1/document',
    payload: '{}',
    headers: json,
  });
  expect(blind.status).toBe(428);
  const moved = await server.raw({
    method: 'PUT',
    url: '/api/v1/document',
    payload: before,
    headers: { ...json, 'if-match': '"999"' },
  });
  expect(moved.status).toBe(412);
});

test('unknown ids, zones and pairs to stop', async () => {
  const question = { down: [{ id: 'nobody' }], isolate: ['nowhere'] };
  const refused = await server.call('POST', '/impact', { question });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toEqual([
    { path: '$.question.down[0].id', value: 'nobody', reason: 'no node has this id' },
    {
      path: '$.question.isolate[0]',
      value: 'nowhere',
      reason: 'no node is in a zone of this name',
    },
  ]);
  const around = await server.call('GET', '/graph?around=nobody');
  expect(around.status).toBe(422);
  expect((await server.call('GET', '/paths?from=advanced&to=nobody')).status).toBe(404);
});

test('fields that do not exist, numbers as text, null for a number', async () => {
  const question = { down: [{ id: 'advanced', level: null }], extra: 1 };
  const refused = await server.call('POST', '/impact', { question, limit: '5' });
  expect(refused.status).toBe(422);
  const paths = refused.body.errors.map(({ path }: { path: string }) => path).sort();
  expect(paths).toEqual(['$.limit', '$.question.down[0].level', '$.question.extra']);
});

test('a foreign Host or Origin gets 403, on every route', async () => {
  const hosts = ['evil.example', 'localhost:9999', 'localhost', '127.0.0.1.evil.example:3111', ''];
  for (const host of hosts) {
    const refused = await server.raw({ method: 'GET', url: '/api/v1/graph', headers: { host } });
    expect(refused.status, host).toBe(403);
    expect(refused.body.detail).toMatch(/ALLOWED_HOSTS/);
  }
  const origins = ['http://evil.example', 'null', 'https://localhost', 'http://localhost:9999'];
  for (const origin of origins) {
    const refused = await server.call('POST', '/impact', { question: {} }, { origin });
    expect(refused.status, origin).toBe(403);
  }
  for (const host of [HOST, '127.0.0.1:3111', '[::1]:3111', 'LOCALHOST:3111']) {
    const own = await server.raw({
      method: 'GET',
      url: '/api/v1/health/live',
      headers: { host, origin: `http://${host}` },
    });
    expect(own.status, host).toBe(200);
  }
});

test('a method that an address has not is answered with those that it has', async () => {
  const refused = await server.call('DELETE', '/nodes');
  expect(refused.status).toBe(405);
  expect(refused.headers.allow).toBe('GET, HEAD, POST');
  const batch = await server.call('GET', '/batch');
  expect(batch.headers.allow).toBe('POST');
  expect((await server.call('GET', '/nothing')).status).toBe(404);
});

test('a method is refused before its body is looked at, and by the nearest address alone', async () => {
  const query = await server.call('QUERY', '/changes/4');
  expect([query.status, query.headers.allow]).toEqual([405, 'GET, HEAD']);
  const xml = { 'content-type': 'application/xml' };
  const put = await server.raw({
    method: 'PUT',
    url: '/api/v1/view',
    payload: '<a/>',
    headers: xml,
  });
  expect([put.status, put.headers.allow]).toEqual([405, 'POST']);
  const job = await server.call('PUT', '/jobs/monte-carlo');
  expect([job.status, job.headers.allow]).toEqual([405, 'POST']);
});

test.each([
  ['/changes?limit=true', '$.query.limit', 'whole number'],
  ['/changes?limit=0x10', '$.query.limit', 'whole number'],
  ['/changes?limit=', '$.query.limit', 'whole number'],
  ['/changes?limit=2.5', '$.query.limit', 'whole number'],
  ['/concentration?concentrated=false', '$.query.concentrated', 'number'],
  ['/contracts/decide-by?onlyConcentrated=1', '$.query.onlyConcentrated', 'true or false'],
  ['/changes/true', '$.params.revision', 'whole number'],
])('a value in an address that is written as another kind: %s', async (path, place, reason) => {
  const refused = await server.call('GET', path);
  expect(refused.status).toBe(400);
  expect(first(refused)).toMatchObject({ path: place, reason: expect.stringContaining(reason) });
});

test('a cursor with something behind it', async () => {
  const { next } = (await server.call('GET', '/nodes?limit=5')).body;
  for (const junk of ['!', '.', 'A', ' ', next]) {
    const cursor = encodeURIComponent(`${next}${junk}`);
    const refused = await server.call('GET', `/nodes?limit=5&cursor=${cursor}`);
    expect(refused.status, junk).toBe(400);
    expect(first(refused)).toMatchObject({ path: '$.query.cursor' });
  }
});

test('bodies that are no JSON, empty, or cut off', async () => {
  const post = (payload: string, type: string) =>
    server.raw({
      method: 'POST',
      url: '/api/v1/impact',
      payload,
      headers: { 'content-type': type },
    });
  expect((await post('<a/>', 'application/xml')).status).toBe(415);
  expect((await post('', 'application/json')).status).toBe(400);
  const cut = await post('{"question":', 'application/json');
  expect(cut.status).toBe(400);
  expect(cut.headers['content-type']).toBe('application/problem+json');
  expect(cut.body.detail).toMatch(/cut off/);
  expect((await post('"text"', 'application/json')).status).toBe(422);
});

test('an If-Match that is no version, an actor without end', async () => {
  const star = await server.call('DELETE', '/nodes/rio', undefined, { 'if-match': '*' });
  expect(star.status).toBe(400);
  const actor = await server.call(
    'POST',
    '/nodes',
    { id: 'a', kind: 'product', name: 'a' },
    { 'x-actor': 'x'.repeat(201) },
  );
  expect(actor.status).toBe(400);
});

test('an address that is too long or malformed', async () => {
  const long = await server.call('GET', `/nodes/${'x'.repeat(5000)}`);
  expect(long.status).toBeGreaterThanOrEqual(400);
  expect(long.status).toBeLessThan(500);
  const bad = await server.raw({ method: 'GET', url: '/api/v1/nodes/%E0%A4%A' });
  expect(bad.status).toBe(400);
  expect(bad.headers['content-type']).toBe('application/problem+json');
});
