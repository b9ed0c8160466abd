/** What needs no Neo4j: servers that are not there, or never answer. */
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { expectFault } from '../testing/faults.ts';
import { openNeo4j } from './neo4j-store.ts';

const AT_ONCE_MS = 2_500;
const SOON_MS = 12_000;
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A port on which somebody listens who never says a word. */
function silentPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.on('error', () => undefined));
    servers.push(server);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const openAt = (port: number) =>
  openNeo4j({ uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'secret' });

async function expectUnreachable(port: number, limitMs: number): Promise<void> {
  const start = performance.now();
  const message = await expectFault(openAt(port), 'unreachable');
  expect(performance.now() - start).toBeLessThan(limitMs);
  expect(message).toContain(String(port));
  expect(message).not.toContain('secret');
}

test('a server that is absent is told of at once, with its address', async () => {
  const port = await silentPort();
  await new Promise((done) => servers.pop()?.close(done));
  await expectUnreachable(port, AT_ONCE_MS);
});

test('a server that never answers is given up after a few seconds', async () => {
  await expectUnreachable(await silentPort(), SOON_MS);
});
