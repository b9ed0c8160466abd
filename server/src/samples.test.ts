import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSamples, sampleDocument, sampleNamed, seedIfEmpty } from './samples.ts';
import { openStore } from './store/open.ts';

test('every sample has a title, an action, a question, and a graph that it is recognised by', () => {
  for (const { id, title, action, question } of listSamples()) {
    expect([title, action]).not.toContain('');
    expect(question).toBeTypeOf('object');
    expect(sampleNamed(sampleDocument(id)?.name ?? '')?.id).toBe(id);
  }
  expect(sampleDocument('../package')).toBeUndefined();
});

test('only a store that nothing was written to is seeded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'msp-impact-seed-'));
  const store = await openStore({ dataFolder: folder });
  try {
    expect((await seedIfEmpty(store))?.revision).toBe(1);
    expect(await seedIfEmpty(store)).toBeUndefined();
    expect((await store.reader.columns()).name).toBe('NHS 111, August 2022');
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
