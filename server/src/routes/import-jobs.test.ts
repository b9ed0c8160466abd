import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './testing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const BYTES = { 'content-type': 'application/octet-stream' };
async function send(name: string, payload: string) {
  const url = `/api/v1/uploads?name=${name}`;
  return server.raw({ method: 'POST', url, payload, headers: BYTES });
}
async function over(id: string) {
  for (;;) {
    const { body } = await server.call('GET', `/jobs/${id}`);
    if (!['queued', 'running'].includes(body.state)) return body;
    await sleep(20);
  }
}

const NODES = `id,kind,name\n${Array.from({ length: 3000 }, (_, i) => `n${i},service,N ${i}`).join('\n')}\n`;
const linkRows = Array.from({ length: 25_000 }, (_, i) => `n${i % 2999},n${(i % 2999) + 1},L${i}`);
const LINKS = `from,to,id\n${linkRows.join('\n')}\n`;

test('files that were sent are looked at, then written as one change that can be undone', async () => {
  const nodes = await send('nodes.csv', NODES);
  expect(nodes.status).toBe(201);
  const links = await send('links.csv', LINKS);
  const uploads = [nodes.body.id, links.body.id];
  const dry = await server.call('POST', '/jobs/import', { uploads, dryRun: true });
  expect(dry.status).toBe(202);
  const looked = await over(dry.body.id);
  expect(looked).toMatchObject({ kind: 'import', state: 'done' });
  expect(looked.result.difference).toMatchObject({ created: 28_000, updated: 0 });
  expect(await server.store.reader.revision()).toBe(0);
  const started = await server.call('POST', '/jobs/import', { uploads, ifRevision: 0 });
  const done = await over(started.body.id);
  expect(done.result).toMatchObject({ written: true, revision: 1 });
  const again = await server.call('POST', '/jobs/import', { uploads });
  const same = await over(again.body.id);
  expect(same.result.difference).toMatchObject({ created: 0, updated: 0, unchanged: 28_000 });
  expect(await server.store.reader.revision()).toBe(1);
  const undo = await server.call('POST', '/changes/1/undo', {});
  expect(undo.body.changed).toBe(28_000);
}, 120_000);

test('a cancelled import leaves everything as it was', async () => {
  const before = await server.store.reader.revision();
  const { body } = await send('nodes.csv', NODES);
  const started = await server.call('POST', '/jobs/import', { uploads: [body.id] });
  await server.call('DELETE', `/jobs/${started.body.id}`);
  expect(await over(started.body.id)).toMatchObject({ state: 'cancelled' });
  expect(await server.store.reader.revision()).toBe(before);
}, 60_000);

test('an import that is cancelled while it writes leaves everything as it was', async () => {
  const nodes = await send('nodes.csv', NODES);
  const first = await server.call('POST', '/jobs/import', { uploads: [nodes.body.id] });
  await over(first.body.id);
  const before = await server.store.reader.revision();
  const many = Array.from({ length: 150_000 }, (_, i) => `n${i % 2999},n${(i % 2999) + 1},M${i}`);
  const links = await send('links.csv', `from,to,id\n${many.join('\n')}\n`);
  const { body: job } = await server.call('POST', '/jobs/import', { uploads: [links.body.id] });
  for (let phase = ''; phase !== 'writing'; await sleep(5)) {
    const { body } = await server.call('GET', `/jobs/${job.id}`);
    expect(['queued', 'running']).toContain(body.state);
    if (body.phase === 'reading') expect(body.total).toBeGreaterThanOrEqual(body.done);
    phase = body.phase;
  }
  await server.call('DELETE', `/jobs/${job.id}`);
  expect(await over(job.id)).toMatchObject({ state: 'cancelled' });
  expect(await server.store.reader.revision()).toBe(before);
  const { dependencies } = await server.store.reader.columns();
  expect(dependencies.id.some((id) => id.startsWith('M'))).toBe(false);
}, 120_000);

test('a file that was not sent is refused, and so is one that is no bytes', async () => {
  const unknown = await server.call('POST', '/jobs/import', { uploads: ['x'] });
  expect(unknown.status).toBe(404);
  const json = await server.call('POST', '/uploads?name=a.csv', {});
  expect(json.status).toBe(415);
});

test('a fault of the file fails the job with its reason', async () => {
  const { body } = await send('odd.csv', 'a,b\n1,2\n');
  const { body: job } = await server.call('POST', '/jobs/import', { uploads: [body.id] });
  const ended = await over(job.id);
  expect(ended.state).toBe('failed');
  expect(ended.error).toContain('odd.csv');
});
