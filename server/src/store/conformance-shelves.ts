/** The part of the conformance suite about papers: saved scenarios and reports. */
import { expect, test } from 'vitest';
import { Conflict, SHELVES, type Store } from './port.ts';

const paper = (id: string, body: unknown = { text: 'line\n\u0000 😀', hours: 0.1 + 0.2 }) => ({
  id,
  title: `T ${id}`,
  author: 'ann',
  graphRevision: 3,
  body,
});

/** Shelves but for scenarios and reports. */
const OTHERS = SHELVES.filter((name) => name !== 'scenarios' && name !== 'reports');

/** Registers its tests; `reopen` closes the store and opens the same data again. */
export function describeShelves(store: () => Store, reopen: () => Promise<void>): void {
  test('a paper is saved in versions, each of which can be read again', async () => {
    const { scenarios } = store();
    const first = await scenarios.save(paper('a'), 0);
    expect(first).toMatchObject({ id: 'a', version: 1, title: 'T a', author: 'ann' });
    expect(first.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await scenarios.save(paper('a', { second: true }), 1);
    expect(await scenarios.get('a')).toMatchObject({ version: 2, body: { second: true } });
    expect(await scenarios.get('a', 1)).toEqual({ ...first, body: paper('a').body });
    expect((await scenarios.versions('a')).map(({ version }) => version)).toEqual([2, 1]);
    expect(await scenarios.get('a', 9)).toBeUndefined();
    expect(await store().reader.revision()).toBe(0);
  });

  test('of two papers saved over one version the second is refused, and told what is there', async () => {
    const { scenarios } = store();
    await scenarios.save(paper('a'), 0);
    const both = await Promise.allSettled([
      scenarios.save(paper('a', 1), 1),
      scenarios.save(paper('a', 2), 1),
    ]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    const [{ reason }] = refused as [PromiseRejectedResult];
    expect(reason).toBeInstanceOf(Conflict);
    expect(reason.revision).toBe(2);
    await expect(scenarios.save(paper('a'), 0)).rejects.toThrow(Conflict);
    await expect(scenarios.save(paper('b'), 1)).rejects.toMatchObject({ revision: 0 });
  });

  test('a removed paper is gone from the list, its versions are kept, and numbers go on', async () => {
    const { scenarios } = store();
    await scenarios.save(paper('a'), 0);
    await scenarios.save(paper('b'), 0);
    await expect(scenarios.remove('a', 7)).rejects.toThrow(Conflict);
    expect(await scenarios.remove('a', 1)).toBe(true);
    expect(await scenarios.remove('a', 2)).toBe(false);
    expect((await scenarios.list()).map(({ id }) => id)).toEqual(['b']);
    expect(await scenarios.get('a')).toBeUndefined();
    expect(await scenarios.get('a', 1)).toBeDefined();
    expect((await scenarios.save(paper('a'), 0)).version).toBe(3);
  });

  test('shelves are apart, sorted by id, and there after the store was opened again', async () => {
    for (const id of ['b', 'B', 'a']) await store().scenarios.save(paper(id), 0);
    await store()
      .reports.save(paper('a', null), 0)
      .catch(() => undefined);
    for (const shelf of OTHERS) {
      await store()[shelf].save(paper('a', { shelf }), 0);
    }
    await reopen();
    for (const shelf of OTHERS) {
      expect((await store()[shelf].get('a'))?.body).toEqual({ shelf });
    }
    expect((await store().scenarios.list()).map(({ id }) => id)).toEqual(['B', 'a', 'b']);
    expect((await store().reports.get('a'))?.body).toBeNull();
    expect((await store().scenarios.get('b'))?.body).toEqual(paper('b').body);
  });
}
