import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('advanced-2022');
});
afterAll(() => server.close());

const product = (id: string, more: object = {}) => ({ id, kind: 'product', name: id, ...more });
const undo = (revision: number) => server.call('POST', `/changes/${revision}/undo`, {});
const documentNow = async () => (await server.call('GET', '/document')).text;

test('a change is undone as a new change, and undoing that is redoing', async () => {
  const before = await documentNow();
  const made = await server.call('POST', '/nodes', product('u1'));
  const after = await documentNow();
  const undone = await undo(made.body.revision);
  expect(undone.body.revision).toBe(made.body.revision + 1);
  expect(await documentNow()).toBe(before);
  await undo(undone.body.revision);
  expect(await documentNow()).toBe(after);
  const log = await server.call('GET', '/changes');
  expect(log.body.changes[0].undoes).toBe(undone.body.revision);
});

test('loading another graph is one change, and undoing it restores the first whole, name included', async () => {
  const before = await documentNow();
  const load = await server.call('POST', '/samples/emis-2024/load', {});
  expect(load.status).toBe(200);
  const loaded = await server.call('GET', '/graph?budget=10');
  expect(loaded.body.sample).toBe('emis-2024');
  expect((await undo(load.body.revision)).status).toBe(200);
  expect(await documentNow()).toBe(before);
});

test('what later changes touched cannot be undone, and the items are named', async () => {
  const made = await server.call('POST', '/nodes', product('u2'));
  const revision = made.body.revision;
  await server.call('PUT', '/nodes/u2', product('u2', { priority: 1 }), {
    'if-match': `"${revision}"`,
  });
  const refused = await undo(revision);
  expect(refused.status).toBe(409);
  expect(refused.body.errors).toEqual([
    { path: 'node u2', value: 'u2', reason: `u2 was changed since, in version ${revision + 1}` },
  ]);
});

test('what was taken back already says so, and by which version', async () => {
  const made = await server.call('POST', '/nodes', product('u9'));
  const { revision } = (await undo(made.body.revision)).body;
  const again = await undo(made.body.revision);
  expect(again.status).toBe(409);
  expect(again.body.detail).toBe(
    `Version ${made.body.revision} was taken back already, by version ${revision}.`,
  );
});

test('changes of one item are taken back one after the other', async () => {
  const made = await server.call('POST', '/nodes', product('u5'));
  const before = await documentNow();
  const set = async (name: string, revision: number) =>
    (await server.call('PATCH', '/nodes/u5', { name }, { 'if-match': `"${revision}"` })).body
      .revision;
  const first = await set('One', made.body.revision);
  const second = await set('Two', first);
  expect((await undo(first)).status).toBe(409);
  expect((await undo(second)).status).toBe(200);
  expect((await undo(first)).status).toBe(200);
  expect(await documentNow()).toBe(before);
  expect((await undo(made.body.revision)).status).toBe(200);
});

test('an undo that would leave a link in the air is refused', async () => {
  const made = await server.call('POST', '/nodes', product('u3'));
  const link = { id: 'u3->adastra', from: 'u3', to: 'adastra' };
  await server.call('POST', '/dependencies', link);
  const refused = await undo(made.body.revision);
  expect(refused.status).toBe(409);
  expect(refused.body.errors[0].reason).toMatch(/link u3->adastra/);
});

test('a change is shown item by item, before and after', async () => {
  const made = await server.call('POST', '/nodes', product('u4'));
  const { body } = await server.call('GET', `/changes/${made.body.revision}`);
  expect(body).toMatchObject({ items: 1, more: 0, summary: 'Added u4', actor: 'local' });
  expect(body.changes).toEqual([{ type: 'node', id: 'u4', before: null, after: product('u4') }]);
  const first = await server.call('GET', '/changes/1');
  expect(first.body.changes[0]).toMatchObject({ type: 'graph', after: 'NHS 111, August 2022' });
  expect(first.body.more).toBe(first.body.items - 200);
  expect((await server.call('GET', '/changes/9999')).status).toBe(404);
  expect((await undo(9999)).status).toBe(404);
});

test('the log goes back page by page', async () => {
  const newest = await server.call('GET', '/changes?limit=2');
  expect(newest.body.changes).toHaveLength(2);
  const older = await server.call('GET', `/changes?limit=2&before=${newest.body.next}`);
  expect(older.body.changes[0].revision).toBe(newest.body.next - 1);
});

test('a note is kept with what it questions, and changes no version', async () => {
  const { revision } = (await server.call('GET', '/health/ready')).body;
  const about = { type: 'dependency', id: 'advanced->adastra' };
  const made = await server.call('POST', '/notes', { about, text: 'Sure?' }, { 'x-actor': 'Ann' });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ about, text: 'Sure?', author: 'Ann' });
  const query = `type=dependency&id=${encodeURIComponent(about.id)}`;
  expect((await server.call('GET', `/notes?${query}`)).body.notes).toEqual([made.body]);
  expect((await server.call('GET', '/health/ready')).body.revision).toBe(revision);
  expect((await server.call('DELETE', `/notes/${made.body.id}`)).status).toBe(204);
  expect((await server.call('DELETE', `/notes/${made.body.id}`)).status).toBe(404);
});

test('who writes may have any name: RFC 8187 says how a header carries it', async () => {
  const about = { type: 'node', id: 'adastra' };
  const names = [
    ["UTF-8''%D0%9E%D0%BB%D1%8C%D0%B3%D0%B0", 'Ольга'],
    ["utf-8''", 'local'],
    ["UTF-8''%E0%A4%A", "UTF-8''%E0%A4%A"],
  ];
  for (const [header = '', name] of names) {
    const made = await server.call(
      'POST',
      '/notes',
      { about, text: 'Sure?' },
      { 'x-actor': header },
    );
    expect(made.body.author).toBe(name);
    await server.call('DELETE', `/notes/${made.body.id}`);
  }
});

test('a note about nothing, or without text, is refused', async () => {
  const about = { type: 'node', id: 'nobody' };
  const nothing = await server.call('POST', '/notes', { about, text: 'x' });
  expect(nothing.status).toBe(422);
  const empty = await server.call('POST', '/notes', {
    about: { type: 'node', id: 'adastra' },
    text: '',
  });
  expect(empty.status).toBe(422);
  expect((await server.call('GET', '/notes?type=node')).status).toBe(400);
});
