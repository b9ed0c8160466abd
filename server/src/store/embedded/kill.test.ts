/** KILLS sets the number of rounds: `node scripts/kill-test.js` runs 1,000. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { workerUrl } from '../../worker-url.ts';
import { openEmbedded } from './embedded-store.ts';

const ROUNDS = Number(process.env.KILLS ?? (process.env.CI ? 100 : 10));
const ROUND_MS = 10_000;
const CHILD = fileURLToPath(workerUrl(import.meta.url, '../testing/kill-child'));

const folder = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the child, kills it some time after its first word; resolves to the last revision it acknowledged. */
function killInMidWrite(afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself: ${code}`));
      resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)));
    });
  });
}

async function check(acknowledged: number): Promise<void> {
  const store = await openEmbedded(folder);
  try {
    const { revision, nodes } = await store.reader.columns();
    expect([acknowledged, acknowledged + 1]).toContain(revision);
    expect(new Set(nodes.name)).toEqual(new Set([String(revision)]));
    expect(nodes.id).toHaveLength(revision % 10 === 0 ? 2_000 : 40);
    const scanned: number[] = [];
    for await (const page of store.reader.scan('node')) {
      for (const stored of page) scanned.push(stored.revision);
    }
    expect(scanned).toEqual(nodes.revision);
    const newest = await store.changes.list({ limit: 1_000_000 });
    expect(newest.map((one) => one.revision)).toEqual(
      Array.from({ length: revision }, (_, i) => revision - i),
    );
    const logged = await store.changes.items(revision, { offset: 0, limit: 5_000 });
    expect(logged).toHaveLength(newest[0]?.items ?? -1);
  } finally {
    await store.close();
  }
}

test(
  `after ${ROUNDS} kills in mid-write nothing acknowledged is lost, and no half batch is there`,
  async () => {
    let total = 0;
    for (let round = 0; round < ROUNDS; round++) {
      // Spread over the moments of a write, the same in every run.
      const acknowledged = await killInMidWrite((round * 37) % 150);
      await check(acknowledged);
      total = acknowledged;
    }
    console.log(`${ROUNDS} kills, ${total} acknowledged changes, none lost`);
  },
  ROUNDS * ROUND_MS,
);
