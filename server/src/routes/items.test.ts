import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('advanced-2022');
});
afterAll(() => server.close());

const product = (id: string, more: object = {}) => ({ id, kind: 'product', name: id, ...more });
const match = (revision: number) => ({ 'if-match': `"${revision}"` });

async function revisionOf(path: string): Promise<number> {
  return (await server.call('GET', path)).body.revision;
}

test('a node is made, read with its ETag, replaced, patched and deleted', async () => {
  const made = await server.call('POST', '/nodes', product('n1', { tags: ['b', 'a', 'a'] }));
  expect(made.status).toBe(201);
  expect(made.headers.location).toBe('/api/v1/nodes/n1');
  const read = await server.call('GET', '/nodes/n1');
  expect(read.headers.etag).toBe(`"${made.body.revision}"`);
  expect(read.body.item.tags).toEqual(['a', 'b']);
  const put = await server.call(
    'PUT',
    '/nodes/n1',
    product('n1', { priority: 2 }),
    match(read.body.revision),
  );
  expect(put.status).toBe(200);
  const patched = await server.call(
    'PATCH',
    '/nodes/n1',
    { name: 'New', priority: null },
    match(put.body.revision),
  );
  expect(patched.status).toBe(200);
  expect((await server.call('GET', '/nodes/n1')).body.item).toEqual(product('n1', { name: 'New' }));
  const gone = await server.call('DELETE', '/nodes/n1', undefined, match(patched.body.revision));
  expect(gone.status).toBe(200);
  expect((await server.call('GET', '/nodes/n1')).status).toBe(404);
});

test('ids with slashes, arrows and signs are addressed when encoded', async () => {
  const id = '@scope/pkg:1+2~3';
  expect((await server.call('POST', '/nodes', product(id))).status).toBe(201);
  const read = await server.call('GET', `/nodes/${encodeURIComponent(id)}`);
  expect(read.body.item.id).toBe(id);
  const link = await server.call('GET', `/dependencies/${encodeURIComponent('advanced->adastra')}`);
  expect(link.body.item.from).toBe('advanced');
  const long = 'x'.repeat(200);
  await server.call('POST', '/nodes', product(long));
  expect((await server.call('GET', `/nodes/${long}`)).status).toBe(200);
});

test('a node is read with what it relies on, what relies on it, and its contracts', async () => {
  const { body } = await server.call('GET', '/nodes/adastra');
  expect(body.reliesOn.map(({ id }: { id: string }) => id)).toContain('advanced->adastra');
  expect(body.reliedOnBy.length).toBeGreaterThan(5);
  expect(body.more).toEqual({ reliesOn: 0, reliedOnBy: 0, contracts: 0 });
  const supplier = await server.call('GET', '/nodes/dxc');
  expect(supplier.body.contracts.length).toBeGreaterThan(0);
});

test('an edit without its version is refused with 428, on an old one with 412 and what changed', async () => {
  await server.call('POST', '/nodes', product('n2'));
  const first = await revisionOf('/nodes/n2');
  const blind = await server.call('PUT', '/nodes/n2', product('n2', { priority: 1 }));
  expect(blind.status).toBe(428);
  await server.call(
    'PUT',
    '/nodes/n2',
    product('n2', { name: 'Theirs', priority: 1 }),
    match(first),
  );
  const late = await server.call('PUT', '/nodes/n2', product('n2', { name: 'Mine' }), match(first));
  expect(late.status).toBe(412);
  expect(late.headers['content-type']).toBe('application/problem+json');
  expect(late.body.changed).toEqual(['name', 'priority']);
  expect(late.body.current.item.name).toBe('Theirs');
  expect(late.body.current.revision).toBe(await revisionOf('/nodes/n2'));
  const gone = await server.call('DELETE', '/nodes/n2', undefined, match(first));
  expect(gone.status).toBe(412);
});

test('what was deleted meanwhile is told as such', async () => {
  await server.call('POST', '/nodes', product('n3'));
  const revision = await revisionOf('/nodes/n3');
  await server.call('DELETE', '/nodes/n3', undefined, match(revision));
  const late = await server.call('PUT', '/nodes/n3', product('n3'), match(revision));
  expect(late.status).toBe(412);
  expect(late.body).toMatchObject({ title: 'Someone deleted this first', current: null });
  expect((await server.call('DELETE', '/nodes/n3', undefined, match(revision))).status).toBe(404);
});

test('an id that is taken is refused with 409 and what stands there', async () => {
  const again = await server.call('POST', '/nodes', product('adastra'));
  expect(again.status).toBe(409);
  expect(again.body.current.item.name).toBe('Adastra');
});

test('an id cannot be changed by a replacement', async () => {
  const other = await server.call('PUT', '/nodes/adastra', product('other'), match(1));
  expect(other.status).toBe(422);
  expect(other.body.errors[0]).toMatchObject({ path: '$.id', value: 'other' });
});

test('a node that is still used is not deleted, and its users are named', async () => {
  const revision = await revisionOf('/nodes/adastra');
  const refused = await server.call('DELETE', '/nodes/adastra', undefined, match(revision));
  expect(refused.status).toBe(409);
  expect(refused.body.errors[0].reason).toMatch(/link adastra->.* and \d+ more/);
  const parent = await revisionOf('/nodes/wales');
  const wales = await server.call('DELETE', '/nodes/wales', undefined, match(parent));
  expect(wales.body.errors[0].reason).toMatch(/region aneurin-bevan, as its parent/);
});

test('a link that a contract pays for is not deleted; together they go', async () => {
  const link = { id: 'paid', from: 'advanced', to: 'rio', strength: 0.1 };
  const contract = { id: 'c1', supplier: 'advanced', dependencies: ['paid'] };
  const made = await server.call('POST', '/batch', {
    writes: [
      { put: 'dependency', item: link },
      { put: 'contract', item: contract },
    ],
  });
  const { revision } = made.body;
  const refused = await server.call('DELETE', '/dependencies/paid', undefined, match(revision));
  expect(refused.status).toBe(409);
  expect(refused.body.errors[0].reason).toMatch(/contract c1/);
  const both = await server.call('POST', '/batch', {
    writes: [
      { delete: 'dependency', id: 'paid', ifRevision: revision },
      { delete: 'contract', id: 'c1', ifRevision: revision },
    ],
  });
  expect(both.status).toBe(200);
});

test('a batch is one change, all or nothing', async () => {
  const before = (await server.call('GET', '/health/ready')).body.revision;
  const writes = [
    { put: 'node', item: product('b1') },
    { put: 'node', item: product('b2') },
    { put: 'dependency', item: { id: 'b1->b2', from: 'b1', to: 'b2' } },
  ];
  const done = await server.call(
    'POST',
    '/batch',
    { summary: 'Three', writes },
    { 'x-actor': 'Ann' },
  );
  expect(done.body).toMatchObject({ revision: before + 1, changed: 3 });
  const log = await server.call('GET', '/changes');
  expect(log.body.changes[0]).toMatchObject({ actor: 'Ann', summary: 'Three', items: 3 });
  const half = await server.call('POST', '/batch', {
    writes: [
      { put: 'node', item: product('b3') },
      { put: 'dependency', item: { id: 'b3->nobody', from: 'b3', to: 'nobody' } },
    ],
  });
  expect(half.status).toBe(409);
  expect(half.body.errors[0]).toMatchObject({ path: '$.writes[1].item.to', value: 'nobody' });
  expect((await server.call('GET', '/nodes/b3')).status).toBe(404);
});

test('the same item twice in a batch is refused', async () => {
  const writes = [1, 2].map(() => ({ put: 'node', item: product('twice') }));
  const refused = await server.call('POST', '/batch', { writes });
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0].path).toBe('$.writes[1].item');
});

test('lists come in pages, and a cursor of an older version is refused kindly', async () => {
  const first = await server.call('GET', '/nodes?kind=region&limit=5');
  expect(first.body.items).toHaveLength(5);
  const cursor = encodeURIComponent(first.body.next);
  const second = await server.call('GET', `/nodes?kind=region&limit=5&cursor=${cursor}`);
  const ids = [...first.body.items, ...second.body.items].map(({ item }) => item.id);
  expect(ids).toEqual([...new Set(ids)].sort());
  const other = await server.call('GET', `/nodes?kind=product&cursor=${cursor}`);
  expect(other.status).toBe(400);
  await server.call('POST', '/nodes', product('moves'));
  const late = await server.call('GET', `/nodes?kind=region&limit=5&cursor=${cursor}`);
  expect(late.status).toBe(410);
  expect(late.body.detail).toMatch(/Ask again/);
  expect((await server.call('GET', '/nodes?cursor=garbage')).status).toBe(400);
});

test('of two editors at once, each change of the same item is taken or refused, never lost', async () => {
  await server.call('POST', '/nodes', product('shared'));
  const revision = await revisionOf('/nodes/shared');
  const edits = await Promise.all(
    ['one', 'two', 'three'].map((name) =>
      server.call('PUT', '/nodes/shared', product('shared', { name }), match(revision)),
    ),
  );
  expect(edits.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const won = edits.findIndex(({ status }) => status === 200);
  const { body } = await server.call('GET', '/nodes/shared');
  expect(body.item.name).toBe(['one', 'two', 'three'][won]);
});

test('editors of different items do not get in each other’s way', async () => {
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, i) => server.call('POST', '/nodes', product(`many${i}`))),
  );
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
  const revisions = made.map(({ body }) => body.revision);
  expect(new Set(revisions).size).toBe(12);
});
