/** Runs on the database of NEO4J_URI, and empties it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dependency, GraphNode } from '@msp-impact/contract';
import { ITEM_TYPES } from '@msp-impact/contract/codes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeStore } from '../conformance.ts';
import { openEmbedded } from '../embedded/embedded-store.ts';
import type { Store } from '../port.ts';
import { claimDatabase } from '../testing/claim.ts';
import { expectFault } from '../testing/faults.ts';
import { awkwardGraph, bigGraph, silentGraph } from '../testing/graphs.ts';
import { cypher, wipe } from '../testing/neo4j.ts';
import { openNeo4j } from './neo4j-store.ts';

const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
const config = { uri: uri ?? '', user, password };
const who = { actor: 'ann', summary: 'test' };

if (!uri) console.log('SKIPPED: Neo4j store. Set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.');

async function fresh(): Promise<Store> {
  await wipe(config);
  return openNeo4j(config);
}

async function reopen(store: Store): Promise<Store> {
  await store.close();
  return openNeo4j(config);
}

/** Everything that a store gives out, as text. */
async function everything(store: Store): Promise<string[]> {
  const lines: string[] = [JSON.stringify(await store.reader.columns())];
  for (const type of ITEM_TYPES) {
    for await (const page of store.reader.scan(type)) {
      for (const stored of page) lines.push(JSON.stringify(stored));
    }
  }
  for (const { revision } of await store.changes.list({ limit: 100 })) {
    const items = await store.changes.items(revision, { offset: 0, limit: 100_000 });
    for (const item of items) lines.push(JSON.stringify(item));
  }
  return lines;
}

/** The same changes for any store: two replacements and an edit of each kind. */
async function history(store: Store): Promise<void> {
  await store.writer.replace({ ...who, ...bigGraph(700), base: 0 });
  await store.writer.replace({ ...who, ...awkwardGraph(), base: 1 });
  const id = awkwardGraph().nodes[0]?.id ?? '';
  const after: GraphNode = { id, kind: 'region', name: 'é\ud800', population: 1 };
  const writes = [
    { type: 'node' as const, id, after },
    { type: 'dependency' as const, id: 'd>3', after: null },
    { type: 'contract' as const, id: 'links', after: null },
  ];
  await store.writer.commit({ ...who, base: 2, writes, name: 'edited' });
}

describe.skipIf(!uri)('on a real Neo4j', () => {
  claimDatabase(config.uri);
  describeStore(
    'the Neo4j store',
    { fresh, reopen },
    { rounds: process.env.CI ? 100 : 10, scale: 20_000 },
  );

  describe('beyond the port', () => {
    let store: Store;
    beforeEach(async () => {
      store = await fresh();
    });
    afterEach(() => store.close());

    test('both stores give out the same bytes', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'parity-'));
      const embedded = await openEmbedded(folder);
      await history(embedded);
      await history(store);
      expect(await everything(store)).toEqual(await everything(embedded));
      await embedded.close();
      rmSync(folder, { recursive: true });
    });

    test('supply reads as a sentence, also after a node changed its kind', async () => {
      const nodes = [
        { id: 'owner', kind: 'supplier', name: 'Owner' },
        { id: 'msp', kind: 'supplier', name: 'MSP', parent: 'owner' },
        { id: 'app', kind: 'product', name: 'App' },
        { id: 'line', kind: 'service', name: 'Line' },
        { id: 'land', kind: 'region', name: 'Land' },
      ] satisfies GraphNode[];
      const pairs = [
        ['owner', 'msp'],
        ['msp', 'app'],
        ['app', 'line'],
        ['line', 'land'],
      ] as const;
      const dependencies = pairs.map(
        ([from, to]): Dependency => ({ id: `${from}->${to}`, from, to }),
      );
      const contracts = [{ id: 'c', supplier: 'msp', title: 'Deal' }];
      await store.writer.replace({ ...who, base: 0, name: 'x', nodes, dependencies, contracts });
      const sentences = async () => {
        const rows = await cypher(
          config,
          `MATCH (a)-[r]->(b) RETURN labels(a)[0] + labels(a)[-1] + ' ' + a.id + ' ' + type(r) + ' ' + b.id AS s ORDER BY s`,
        );
        return rows.map(({ s }) =>
          String(s)
            .replace(/^Node/, '')
            .replace(/^ContractContract/, 'Contract'),
        );
      };
      expect(await sentences()).toEqual([
        'Contract c WITH msp',
        'Product app SUPPORTS line',
        'Service line SERVES land',
        'Supplier msp OWNED_BY owner',
        'Supplier msp SUPPLIES app',
        'Supplier owner SUBCONTRACTS_FOR msp',
      ]);
      const hosted: GraphNode = { id: 'line', kind: 'product', name: 'Line' };
      const writes = [{ type: 'node' as const, id: 'line', after: hosted }];
      await store.writer.commit({ ...who, base: 1, writes });
      expect(await sentences()).toContain('Product app HOSTS line');
      expect(await sentences()).toContain('Product line FEEDS land');
      expect((await store.reader.columns()).dependencies.revision).toEqual([1, 1, 1, 1]);
    });

    test('a node is not deleted from under a link', async () => {
      await store.writer.replace({ ...who, ...bigGraph(3), base: 0 });
      const writes = [{ type: 'node' as const, id: 'n0', after: null }];
      await expect(store.writer.commit({ ...who, base: 1, writes })).rejects.toThrow(
        'the dependency "n0->',
      );
      expect(await store.reader.revision()).toBe(1);
    });

    test('reads made while others write are each of one revision', async () => {
      await store.writer.replace({ ...who, ...bigGraph(40), base: 0 });
      const named = (name: string) => bigGraph(40).nodes.map((node) => ({ ...node, name }));
      let writing = true;
      let seen = 0;
      const writer = (async () => {
        for (let base = 1; base <= 30; base++) {
          const writes = named(String(base + 1)).map((after) => ({
            type: 'node' as const,
            id: after.id,
            after,
          }));
          await store.writer.commit({ ...who, base, writes });
        }
        writing = false;
      })();
      while (writing) {
        const columns = await store.reader.columns();
        if (columns.revision > 1) {
          seen++;
          expect(new Set(columns.nodes.name)).toEqual(new Set([String(columns.revision)]));
        }
      }
      await writer;
      expect(seen).toBeGreaterThan(0);
    });

    test('a wrong password is told apart from an absent server', async () => {
      const message = await expectFault(
        openNeo4j({ ...config, password: 'wrong' }),
        'unauthorised',
      );
      expect(message).toContain('NEO4J_PASSWORD');
    });

    test('a database that does not exist is named', async () => {
      const attempt = openNeo4j({ ...config, database: 'nowhere' });
      expect(await expectFault(attempt, 'unreachable')).toContain('NEO4J_DATABASE');
    });

    test('a graph kept by an earlier program gets the properties that were added since', async () => {
      await store.writer.replace({ ...who, name: 'g', ...silentGraph(), base: 0 });
      const columns = await store.reader.columns();
      expect(columns.nodes.model).toContain('{"silent":true}');
      await cypher(
        config,
        "MATCH (n:Node) SET n.model = CASE n.id WHEN 'sized' THEN '{\"downAt\":0.2}' END",
      );
      await cypher(
        config,
        `MATCH ()-[r]->() WHERE r.json IS NOT NULL
         SET r.ranges = CASE r.id WHEN 'm' THEN '{"bufferHours":1}' END`,
      );
      await cypher(config, "MATCH (m:Meta {id: 'migration/3'}) DELETE m");
      const again = await openNeo4j(config);
      expect(await again.reader.columns()).toEqual(columns);
      await again.close();
    });

    test('a schema newer than this program, and an altered one, are refused', async () => {
      await cypher(config, "CREATE (:Meta {id: 'migration/99', number: 99, checksum: 'x'})");
      expect(await expectFault(openNeo4j(config), 'newer-schema')).toContain('99');
      await cypher(config, "MATCH (m:Meta {id: 'migration/99'}) DELETE m");
      await cypher(config, "MATCH (m:Meta {id: 'migration/1'}) SET m.checksum = 'x'");
      await expectFault(openNeo4j(config), 'altered-migration');
    });
  });
});
