/** A server on a real store for tests: embedded in a folder of its own, or the Neo4j of NEO4J_URI. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { sampleReplacement } from '../samples.ts';
import { openEmbedded } from '../store/embedded/embedded-store.ts';
import type { Store } from '../store/port.ts';

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
  close(): Promise<void>;
}

function testConfig(folder: string): Config {
  const read = readConfig({ MSP_DATA: folder, LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error(read.errors.join('\n'));
  return read.config;
}

/** @param sample loaded first; none: the store stays empty */
export async function startServer(sample?: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-api-'));
  const store = await openEmbedded(folder);
  const replacement = sample === undefined ? undefined : sampleReplacement(sample, 'test');
  if (replacement) await store.writer.replace({ ...replacement, base: 0 });
  const app = await buildApp({ store, config: testConfig(folder) });
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
    openapi: async () => (app as unknown as { swagger(): Record<string, unknown> }).swagger(),
    close: async () => {
      await app.close();
      await store.close().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
