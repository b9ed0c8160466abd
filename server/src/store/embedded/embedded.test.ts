import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describeStore } from '../conformance.ts';
import type { Store } from '../port.ts';
import { openEmbedded } from './embedded-store.ts';

const root = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folders = new WeakMap<Store, string>();
let count = 0;

async function open(folder: string): Promise<Store> {
  const store = await openEmbedded(folder);
  folders.set(store, folder);
  return store;
}

describeStore(
  'the embedded store',
  {
    fresh: () => open(join(root, String(++count))),
    async reopen(store) {
      await store.close();
      return open(folders.get(store) ?? '');
    },
  },
  { rounds: process.env.CI ? 100 : 25, scale: 20_000 },
);
