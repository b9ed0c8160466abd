import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patiently } from './lazy-part.ts';
import { noteLost, useRevisionStore } from './revision.ts';

/** The network's edge. */
let there = true;
beforeEach(() => {
  noteLost(false);
  vi.stubGlobal('fetch', async () => {
    if (!there) throw new TypeError('gone');
    return Response.json({ status: 'ok', revision: 1 });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function load(): Promise<string> {
  if (!there) throw new TypeError('Failed to fetch dynamically imported module');
  return 'loaded';
}

test('a part waits for a server that is gone, and the page says that it is', async () => {
  there = false;
  const part = patiently(load);
  await vi.waitFor(() => expect(useRevisionStore.getState().lost).toBe(true));
  there = true;
  noteLost(false);
  expect(await part).toBe('loaded');
});

test('a part that a server does not have is a fault, not a wait', async () => {
  there = true;
  const missing = () => Promise.reject<string>(new TypeError('404'));
  await expect(patiently(missing)).rejects.toThrow('404');
});
