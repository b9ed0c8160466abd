import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterAll, expect, test } from 'vitest';
import type { Store } from '../port.ts';
import { expectFault } from '../testing/faults.ts';
import { bigGraph, silentGraph } from '../testing/graphs.ts';
import { openEmbedded } from './embedded-store.ts';

const root = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const who = { actor: 'ann', summary: 'test' };
let count = 0;

/** A closed store of some hundred kB. */
async function filled(): Promise<{ folder: string; file: string }> {
  const folder = join(root, String(++count));
  const store = await openEmbedded(folder);
  await store.writer.replace({ ...who, ...bigGraph(500), base: 0 });
  await store.close();
  return { folder, file: join(folder, 'graph.db') };
}

/** Opening is refused as damaged, and not a byte of the file changes. */
async function expectDamaged(folder: string, file: string): Promise<string> {
  const before = readFileSync(file);
  const message = await expectFault(openEmbedded(folder), 'damaged');
  expect(readFileSync(file).equals(before)).toBe(true);
  return message;
}

test('a file that is no database is refused and left as it is', async () => {
  const { folder, file } = await filled();
  writeFileSync(file, 'this is a letter, not a database\n'.repeat(500));
  expect(await expectDamaged(folder, file)).toContain(file);
});

test('a file whose end is missing is refused and left as it is', async () => {
  const { folder, file } = await filled();
  truncateSync(file, readFileSync(file).length - 20_000);
  await expectDamaged(folder, file);
});

test("another program's database is refused and left as it is", async () => {
  const { folder, file } = await filled();
  rmSync(file);
  const other = new Libsql(file);
  other.exec('CREATE TABLE letters (text)');
  other.close();
  expect(await expectDamaged(folder, file)).toContain('another program wrote it');
});

test.runIf(existsSync('/proc/self'))('a folder that nobody can make is told of', async () => {
  expect(await expectFault(openEmbedded('/proc/nowhere/data'), 'not-writable')).toContain('/proc');
});

test('a page that was overwritten is reported by the read that meets it', async () => {
  const { folder, file } = await filled();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096 * 8, bytes.length - 4096 * 2);
  writeFileSync(file, bytes);
  const readAll = async () => {
    const store = await openEmbedded(folder);
    try {
      await store.reader.columns();
      for await (const _page of store.reader.scan('dependency'));
    } finally {
      await store.close();
    }
  };
  await expectFault(readAll(), 'damaged');
});

/** Changes the migration table behind the program's back. */
function tamper(file: string, sql: string): void {
  const database = new Libsql(file);
  database.exec(sql);
  database.close();
}

test('a schema newer than this program is refused', async () => {
  const { folder, file } = await filled();
  tamper(file, "INSERT INTO migration VALUES (99, 'to come', 'x', '2030-01-01')");
  expect(await expectFault(openEmbedded(folder), 'newer-schema')).toContain('99');
  tamper(file, 'DELETE FROM migration WHERE number = 99');
  const store = await openEmbedded(folder);
  expect((await store.reader.columns()).nodes.id).toHaveLength(500);
  await store.close();
});

test('a migration that is not the one this program knows is refused', async () => {
  const { folder, file } = await filled();
  tamper(file, "UPDATE migration SET checksum = 'x'");
  await expectFault(openEmbedded(folder), 'altered-migration');
});

test('a graph kept by an earlier program gets the columns that were added since', async () => {
  const folder = join(root, String(++count));
  const first = await openEmbedded(folder);
  await first.writer.replace({ ...who, name: 'g', ...silentGraph(), base: 0 });
  const columns = await first.reader.columns();
  await first.close();
  tamper(
    join(folder, 'graph.db'),
    `UPDATE node SET model = iif(id = 'sized', '{"downAt":0.2}', NULL);
     UPDATE dependency SET ranges = iif(id = 'm', '{"bufferHours":1}', NULL);
     DELETE FROM migration WHERE number = 3;`,
  );
  const store = await openEmbedded(folder);
  expect(await store.reader.columns()).toEqual(columns);
  expect(columns.nodes.model).toEqual([null, '{"silent":true}', '{"downAt":0.2,"silent":true}']);
  await store.close();
});

test('a data folder that cannot be made is refused with its name', async () => {
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  const message = await expectFault(openEmbedded(join(file, 'data')), 'not-writable');
  expect(message).toContain(join(file, 'data'));
  expect(message).toContain('MSP_DATA');
});

async function change(store: Store, name: string): Promise<number> {
  const base = await store.reader.revision();
  return (await store.writer.commit({ ...who, base, name, writes: [] })).revision;
}

test('two programs on one file see what the other changed, and conflict like two editors', async () => {
  const { folder } = await filled();
  const [one, two] = await Promise.all([openEmbedded(folder), openEmbedded(folder)]);
  expect(await change(one, 'by one')).toBe(2);
  expect(await two.reader.revision()).toBe(2);
  expect(await change(two, 'by two')).toBe(3);
  expect((await one.reader.columns()).name).toBe('by two');
  const stale = one.writer.commit({ ...who, base: 2, writes: [] });
  await expect(stale).rejects.toMatchObject({ name: 'Conflict', revision: 3 });
  await Promise.all([one.close(), two.close()]);
});

test('two programs may make a new file at the same moment', async () => {
  const folder = join(root, 'new');
  const stores = await Promise.all([1, 2, 3].map(() => openEmbedded(folder)));
  const revisions = await Promise.all(stores.map((store) => store.reader.revision()));
  expect(revisions).toEqual([0, 0, 0]);
  await Promise.all(stores.map((store) => store.close()));
});

test('while another program writes, a change waits and reads go on', async () => {
  const { folder, file } = await filled();
  const store = await openEmbedded(folder);
  const other = new Libsql(file);
  other.exec('BEGIN IMMEDIATE');
  const waiting = change(store, 'late');
  await sleep(400);
  expect(await store.reader.revision()).toBe(1);
  other.exec('ROLLBACK');
  other.close();
  expect(await waiting).toBe(2);
  await store.close();
});
