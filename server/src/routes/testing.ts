/** A server on a real store for tests: embedded in a folder of its own, or the Neo4j of NEO4J_URI. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { sampleReplacement } from '../samples.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/port.ts';
import { wipe } from '../store/testing/neo4j.ts';

export const HOST = 'localhost:3111';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface Server {
  readonly store: Store;
  readonly folder: string;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered>;
  /** As call, with the address as it stands. */
  raw(options: {
    method: string;
    url: string;
    payload?: string;
    headers?: Record<string, string>;
  }): Promise<Answered>;
  openapi(): Promise<Record<string, unknown>>;
  /** Listens on a free loopback port, and returns it. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/** Stores that the tests of the main job run on. */
export const STORES = process.env.NEO4J_URI
  ? (['embedded', 'neo4j'] as const)
  : (['embedded'] as const);

function testConfig(folder: string, kind: Store['kind']): Config {
  const neo4j = kind === 'neo4j' ? process.env : {};
  const read = readConfig({ ...pickNeo4j(neo4j), MSP_DATA: folder, LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error(read.errors.join('\n'));
  return read.config;
}

function pickNeo4j({ NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD }: NodeJS.ProcessEnv) {
  return { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD };
}

/** @param sample loaded first; none: the store stays empty */
export async function startServer(
  sample?: string,
  kind: Store['kind'] = 'embedded',
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-api-'));
  const config = testConfig(folder, kind);
  if (config.neo4j) await wipe(config.neo4j);
  const store = await openStore({ dataFolder: folder, neo4j: config.neo4j });
  const replacement = sample === undefined ? undefined : sampleReplacement(sample, 'test');
  if (replacement) await store.writer.replace({ ...replacement, base: 0 });
  const app = await buildApp({ store, config });
  const raw: Server['raw'] = async ({ headers, ...options }) => {
    const reply = await app.inject({
      ...options,
      method: options.method as 'GET',
      headers: { host: HOST, ...headers },
    });
    const isJson = /json/.test(String(reply.headers['content-type']));
    const body = isJson && reply.body ? JSON.parse(reply.body) : undefined;
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, body };
  };
  return {
    store,
    folder,
    raw,
    call: (method, path, body, headers = {}) => {
      const json = body === undefined ? {} : { payload: JSON.stringify(body) };
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return raw({ method, url: `/api/v1${path}`, ...json, headers: { ...type, ...headers } });
    },
    listen: async () => {
      await app.listen({ host: '127.0.0.1', port: 0 });
      return (app.server.address() as AddressInfo).port;
    },
    openapi: async () => (app as unknown as { swagger(): Record<string, unknown> }).swagger(),
    close: async () => {
      await app.close();
      await store.close().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
