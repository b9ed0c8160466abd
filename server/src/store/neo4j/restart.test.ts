/** A real server that stops in the middle of requests, and comes back. Starts its own; needs Java and the jars. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphNode } from '@msp-impact/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, StoreFault } from '../port.ts';
import { type LocalNeo4j, localNeo4j } from '../testing/neo4j.ts';
import { openNeo4j } from './neo4j-store.ts';

const { neo4jAvailable, startNeo4j } = await localNeo4j();
const wanted = Boolean(process.env.CI || process.env.NEO4J_URI);
const able = wanted && neo4jAvailable();
if (!able)
  console.log('SKIPPED: Neo4j restart. Run `npm run neo4j -- --fetch`, and set NEO4J_URI.');

const BATCH = 200;
const START_MS = 240_000;

/** After revision r every node is named `r`. */
const nodesAt = (revision: number) =>
  Array.from(
    { length: BATCH },
    (_, i): GraphNode => ({ id: `n${i}`, kind: 'service', name: String(revision) }),
  );

/** Commits until the store refuses; gives the last acknowledged revision and the refusal. */
async function commitUntilRefused(
  store: Store,
  afterFive: () => void,
): Promise<{ acknowledged: number; error: unknown }> {
  for (let base = 0; ; base++) {
    if (base === 5) afterFive();
    const writes = nodesAt(base + 1).map((after) => ({
      type: 'node' as const,
      id: after.id,
      after,
    }));
    try {
      await store.writer.commit({ actor: 'ann', summary: 'restart', base, writes });
    } catch (error) {
      return { acknowledged: base, error };
    }
  }
}

describe.skipIf(!able)('a Neo4j that restarts', () => {
  const home = mkdtempSync(join(tmpdir(), 'neo4j-restart-'));
  let server: LocalNeo4j;
  beforeAll(async () => {
    server = await startNeo4j({ home });
  }, START_MS);
  afterAll(async () => {
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  }, START_MS);

  test(
    'a request that it interrupts ends in one line, and the same store goes on afterwards',
    async () => {
      const store = await openNeo4j(server);
      let stopped: Promise<void> | undefined;
      const { acknowledged, error } = await commitUntilRefused(store, () => {
        stopped = server.stop();
      });
      await stopped;
      expect(error).toBeInstanceOf(StoreFault);
      expect(error).toMatchObject({ code: 'unreachable' });
      expect(acknowledged).toBeGreaterThanOrEqual(5);
      await expect(store.check()).rejects.toMatchObject({ code: 'unreachable' });

      server = await startNeo4j({ home, port: server.port });
      await store.check();
      const { revision, nodes } = await store.reader.columns();
      expect([acknowledged, acknowledged + 1]).toContain(revision);
      expect(new Set(nodes.name)).toEqual(new Set([String(revision)]));
      expect(nodes.id).toHaveLength(BATCH);
      await store.writer.commit({ actor: 'ann', summary: 'after', base: revision, writes: [] });
      await store.close();
    },
    START_MS,
  );
});
