import type { ChildProcess } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newFolder, run, start } from './testing/run.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Resolves with the address that is printed once it listens. */
async function serving(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; address: string }> {
  const child = start(['serve'], env);
  running.push(child);
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (data) => resolve({ child, address: String(data).trim() }));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

test('serve fills an empty store with the sample, answers, and ends cleanly when told to', async () => {
  const { child, address } = await serving({ MSP_DATA: join(newFolder(), 'data'), PORT: '0' });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const ready = (await (await fetch(`${address}api/v1/health/ready`)).json()) as object;
  expect(ready).toMatchObject({ status: 'ok', revision: 1 });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a port in use is told in one line that names it', async () => {
  const { address } = await serving({ MSP_DATA: join(newFolder(), 'data'), PORT: '0' });
  const { port } = new URL(address);
  const { code, err } = await run(['serve'], { MSP_DATA: join(newFolder(), 'data'), PORT: port });
  expect(code).toBe(1);
  expect(err).toBe(
    `msp-impact: port ${port} is in use already; set PORT to another, or 0 for any free one\n`,
  );
});

test('a setting that cannot be is told in one line', async () => {
  const { code, err } = await run(['serve'], { PORT: 'eighty' });
  expect([code, err.includes('PORT is "eighty"')]).toEqual([1, true]);
});

test('a Neo4j that never answers is told of, and does not hold the program', async () => {
  // Reads nothing either: it does not even hear that the program has hung up.
  const silent = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
  await new Promise((done) => silent.once('listening', done));
  const { port } = silent.address() as AddressInfo;
  const { code, err } = await run(['rank'], {
    NEO4J_URI: `bolt://127.0.0.1:${port}`,
    NEO4J_USER: 'neo4j',
    NEO4J_PASSWORD: 'secret',
  });
  silent.close();
  expect([code, err.includes('does not answer')]).toEqual([1, true]);
}, 15_000);
