import { get } from 'node:http';
import { expect, test, vi } from 'vitest';
import { openStore } from '../store/open.ts';
import { type Server, startServer } from './testing.ts';

async function withServer(run: (server: Server) => Promise<void>, sample = 'advanced-2022') {
  const server = await startServer(sample);
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

test('health, version and the docs page answer', () =>
  withServer(async (server) => {
    expect((await server.call('GET', '/health/live')).body).toEqual({ status: 'ok' });
    const ready = await server.call('GET', '/health/ready');
    expect(ready.body).toEqual({ status: 'ok', store: 'embedded', revision: 1 });
    const version = await server.call('GET', '/version');
    expect(version.body).toMatchObject({ store: 'embedded', format: 'msp-impact-graph/1' });
    const docs = await server.raw({ method: 'GET', url: '/api/docs/' });
    expect(docs.status).toBe(200);
    // Works offline: nothing is fetched from elsewhere, and no script stands in the page.
    expect(docs.text).not.toMatch(/(src|href)="https?:/);
    expect(docs.text).not.toMatch(/<script(?![^>]*src=)/);
    expect(docs.headers['content-security-policy']).not.toMatch(
      /unsafe-eval|script-src[^;]*unsafe/,
    );
  }));

test('a change by somebody else is noticed on a later request', () =>
  withServer(async (server) => {
    const other = await openStore({ dataFolder: server.folder });
    try {
      const item = { id: 'foreign', kind: 'product', name: 'Foreign' } as const;
      const writes = [{ type: 'node' as const, id: item.id, after: item }];
      await other.writer.commit({ actor: 'cli', summary: 'x', base: 1, writes });
      await vi.waitFor(
        async () => {
          const found = await server.call('GET', '/search?q=foreign');
          expect(found.body).toMatchObject({ revision: 2, total: 1 });
        },
        { timeout: 10_000, interval: 50 },
      );
    } finally {
      await other.close();
    }
  }));

test('an edit is checked against what somebody else has just written', () =>
  withServer(async (server) => {
    const other = await openStore({ dataFolder: server.folder });
    try {
      const item = { id: 'foreign', kind: 'product', name: 'Foreign' } as const;
      const writes = [{ type: 'node' as const, id: item.id, after: item }];
      await other.writer.commit({ actor: 'cli', summary: 'x', base: 1, writes });
      const taken = await server.call('POST', '/nodes', { ...item, name: 'Mine' });
      expect(taken.status).toBe(409);
      expect(taken.body.current.item.name).toBe('Foreign');
    } finally {
      await other.close();
    }
  }));

test('when the store is gone, readers get the last answer and are told, writers get 503', () =>
  withServer(async (server) => {
    await server.store.close();
    const ready = await server.call('GET', '/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({ status: 'failing', store: 'embedded' });
    expect((await server.call('GET', '/health/live')).status).toBe(200);
    await vi.waitFor(
      async () => {
        const read = await server.call('POST', '/impact', {
          question: { down: [{ id: 'advanced' }] },
        });
        expect(read.status).toBe(200);
        expect(read.headers['x-stale']).toBeTypeOf('string');
      },
      { timeout: 5_000, interval: 100 },
    );
    const write = await server.call('POST', '/nodes', { id: 'n', kind: 'product', name: 'n' });
    expect(write.status).toBe(503);
    expect(write.headers['retry-after']).toBe('5');
    expect(write.body.title).toBe('The store does not answer');
  }));

test('on a real socket the port that it listens on is the right one', () =>
  withServer(async (server) => {
    const port = await server.listen();
    const path = '/api/v1/health/live';
    const status = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const options = { host: '127.0.0.1', port, path, headers: { host } };
        get(options, (reply) => resolve(reply.resume().statusCode)).on('error', reject);
      });
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`[::1]:${port}`)).toBe(200);
    expect(await status('localhost:3111')).toBe(403);
    expect(await status(`evil.example:${port}`)).toBe(403);
  }));
