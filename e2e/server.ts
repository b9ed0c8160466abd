/** A server of its own for each test: own port, own data folder, gone afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';

const PROGRAM = new URL('../server/bin/msp-impact.js', import.meta.url).pathname;

export interface Served {
  readonly address: string;
  /** Ends the server, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port and folder. */
  readonly restart: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(`${address}/api/v1/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no server answered at ${address}`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('close', () => resolve()));
}

export const test = base.extend<{ served: Served }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument
  served: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'msp-impact-e2e-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = { ...process.env, MSP_DATA: folder, PORT: String(port), HOST: '127.0.0.1' };
    for (const name of Object.keys(env))
      if (name.startsWith('NEO4J_')) Reflect.deleteProperty(env, name);
    const start = () => spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: 'inherit' });
    let child = start();
    const kill = async () => {
      child.kill('SIGKILL');
      await ended(child);
    };
    const restart = async () => {
      child = start();
      await untilReady(address);
    };
    await untilReady(address);
    await use({ address, kill, restart });
    child.kill('SIGTERM');
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
