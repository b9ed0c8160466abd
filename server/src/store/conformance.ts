/**
 * The one suite that both stores pass. `harness.fresh()` gives an empty store; `reopen` closes one
 * and opens the same data again.
 */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnsOf } from './columns.ts';
import { describeShelves } from './conformance-shelves.ts';
import { Conflict, type Item, type ItemWrite, type Store, type Stored } from './port.ts';
import { standingOf } from './standing.ts';
import { awkwardGraph, bigGraph, everyForm, type TestGraph } from './testing/graphs.ts';
import { randomCommands } from './testing/random-commands.ts';

export interface StoreHarness {
  fresh(): Promise<Store>;
  reopen(store: Store): Promise<Store>;
}

/** On a busy machine. */
const SLOW_MS = 120_000;
const ROUND_MS = 3_000;

const who = { actor: 'ann', summary: 'a test' };
const EMPTY: TestGraph = { name: '', nodes: [], dependencies: [], contracts: [] };

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'product',
  name: id,
  ...more,
});
const link = (from: string, to: string, more: Partial<Dependency> = {}): Dependency => ({
  id: `${from}->${to}`,
  from,
  to,
  ...more,
});
const put = (type: ItemType, item: Item): ItemWrite => ({ type, id: item.id, after: item });
const drop = (type: ItemType, id: string): ItemWrite => ({ type, id, after: null });

async function scanned<T extends Item>(store: Store, type: ItemType): Promise<Stored<T>[]> {
  const all: Stored<T>[] = [];
  for await (const page of store.reader.scan<T>(type)) all.push(...page);
  return all;
}

/** Three nodes in a row with a contract, revision 1. */
async function small(store: Store): Promise<void> {
  const contract: Contract = { id: 'c', supplier: 'a', dependencies: ['a->b'], value: 0.1 + 0.2 };
  await store.writer.commit({
    ...who,
    base: 0,
    writes: [
      put('contract', contract),
      put('dependency', link('a', 'b', { strength: 0.85 })),
      put('dependency', link('b', 'c')),
      put('node', node('c', { kind: 'service' })),
      put('node', node('b')),
      put('node', node('a', { kind: 'supplier' })),
    ],
  });
}

/** Registers the suite under `name`. `rounds`: random command sequences to run. */
export function describeStore(
  name: string,
  harness: StoreHarness,
  { rounds, scale }: { rounds: number; scale: number },
): void {
  describe(name, () => {
    let store: Store;
    const open = async () => {
      store = await harness.fresh();
    };
    beforeEach(open);
    afterEach(() => store.close());
    readingAndWriting(() => store);
    conflicts(() => store);
    changeLog(() => store);
    replacing(() => store);
    notes(() => store);
    describeShelves(
      () => store,
      async () => {
        store = await harness.reopen(store);
      },
    );

    test('what was acknowledged is there after the store was opened again', async () => {
      await small(store);
      const before = await store.reader.columns();
      store = await harness.reopen(store);
      expect(await store.reader.columns()).toEqual(before);
      expect(await store.changes.get(1)).toMatchObject({ actor: 'ann', items: 6 });
    });

    test(
      `${scale} nodes with five links each come back whole, in order, page by page`,
      async () => {
        const graph = bigGraph(scale);
        const { changed } = await store.writer.replace({ ...who, ...graph, base: 0 });
        expect(changed).toBe(graph.nodes.length + graph.dependencies.length);
        expect(await store.reader.columns()).toEqual(columnsOf({ ...graph, revision: 1 }));
        const links = await scanned<Dependency>(store, 'dependency');
        const ids = graph.dependencies.map(({ id }) => id).sort();
        expect(links.map(({ item }) => item.id)).toEqual(ids);
        const last = await store.changes.items(1, { offset: changed - 1, limit: 10 });
        expect(last.map(({ id }) => id)).toEqual([ids.at(-1)]);
      },
      SLOW_MS,
    );

    test(
      `${rounds} random sequences of commands agree with a plain map`,
      async () => {
        await randomCommands(
          { ...harness, current: () => store, keep: (it) => (store = it) },
          rounds,
        );
      },
      SLOW_MS + rounds * ROUND_MS,
    );
  });
}

function readingAndWriting(store: () => Store): void {
  test('an empty store is at revision 0, without a name', async () => {
    expect(await store().reader.revision()).toBe(0);
    expect(await store().reader.columns()).toEqual(columnsOf({ ...EMPTY, revision: 0 }));
    expect(await scanned(store(), 'node')).toEqual([]);
    expect(await store().changes.list({ limit: 10 })).toEqual([]);
    await store().check();
  });

  test('items are given in the order asked for, those that exist, with their own revision', async () => {
    await small(store());
    const renamed = node('b', { name: 'B' });
    await store().writer.commit({ ...who, base: 1, writes: [put('node', renamed)] });
    const found = await store().reader.items<GraphNode>('node', ['c', 'nobody', 'b', 'c']);
    expect(found.map(({ item, revision }) => [item.id, revision])).toEqual([
      ['c', 1],
      ['b', 2],
      ['c', 1],
    ]);
    expect(found[1]?.item).toEqual(renamed);
    const { nodes } = await store().reader.columns();
    expect(nodes.revision).toEqual([1, 2, 1]);
  });

  test('numbers keep every digit, and text every character', async () => {
    const graph = awkwardGraph();
    await store().writer.replace({ ...who, ...graph, base: 0 });
    expect(await store().reader.columns()).toEqual(columnsOf({ ...graph, revision: 1 }));
    const nodes = await scanned<GraphNode>(store(), 'node');
    const text = nodes.map(({ item }) => JSON.stringify(item));
    expect(text).toEqual(graph.nodes.map((item) => JSON.stringify(item)));
  });

  test('columns are those of the rules, whatever an item has and has not', async () => {
    const graph = everyForm();
    await store().writer.replace({ ...who, ...graph, base: 0 });
    expect(await store().reader.columns()).toEqual(columnsOf({ ...graph, revision: 1 }));
  });

  test('items are held against the stored ones', async () => {
    await small(store());
    const [a] = await store().reader.items<GraphNode>('node', ['a']);
    const given = [node('b', { name: 'other' }), node('nobody'), a?.item];
    const standing = await standingOf(store().reader, 'node', JSON.stringify(given));
    expect(standing).toEqual({ same: [2], other: [0] });
    expect(await standingOf(store().reader, 'node', '[]')).toEqual({ same: [], other: [] });
  });

  test('what is written unchanged keeps its revision, and is neither counted nor logged', async () => {
    await small(store());
    const writes = [put('node', node('b')), put('node', node('c', { kind: 'region' }))];
    const { revision, changed } = await store().writer.commit({ ...who, base: 1, writes });
    expect([revision, changed]).toEqual([2, 1]);
    const logged = await store().changes.items(2, { offset: 0, limit: 10 });
    expect(logged.map(({ id }) => id)).toEqual(['c']);
    const [b] = await store().reader.items('node', ['b']);
    expect(b?.revision).toBe(1);
  });

  test('an id may be freed, and a link may turn round, within one change', async () => {
    await small(store());
    const turned = { ...link('b', 'a'), id: 'a->b' };
    const writes = [
      drop('node', 'c'),
      drop('dependency', 'b->c'),
      drop('node', 'never there'),
      put('node', node('a', { kind: 'region' })),
      put('dependency', turned),
    ];
    await store().writer.commit({ ...who, base: 1, writes });
    const { nodes, dependencies } = await store().reader.columns();
    expect(nodes.kind).toEqual(['region', 'product']);
    expect([dependencies.from, dependencies.to]).toEqual([['b'], ['a']]);
  });

  test('several links may join the same two nodes', async () => {
    await small(store());
    const second = { ...link('a', 'b'), id: 'second', group: 'g' };
    await store().writer.commit({ ...who, base: 1, writes: [put('dependency', second)] });
    expect((await store().reader.columns()).dependencies.id).toEqual(['a->b', 'b->c', 'second']);
  });
}

function conflicts(store: () => Store): void {
  test('a change against an older graph is refused with the revision that is there', async () => {
    await small(store());
    const stale = { ...who, base: 0, writes: [drop('node', 'a')] };
    const refusal = await store()
      .writer.commit(stale)
      .catch((error) => error);
    expect(refusal).toBeInstanceOf(Conflict);
    expect(refusal.revision).toBe(1);
    await expect(store().writer.replace({ ...who, ...EMPTY, base: 7 })).rejects.toThrow(Conflict);
    expect(await store().reader.revision()).toBe(1);
  });

  test('of ten writers at once one wins, and each of the others is told', async () => {
    await small(store());
    const attempts = Array.from({ length: 10 }, (_, i) =>
      store().writer.commit({ ...who, base: 1, writes: [put('node', node(`w${i}`))] }),
    );
    const results = await Promise.allSettled(attempts);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const one of refused) {
      expect((one as PromiseRejectedResult).reason).toBeInstanceOf(Conflict);
    }
    expect((await store().reader.columns()).nodes.id).toHaveLength(4);
  });

  test('a scan that the graph overtakes ends with a conflict', async () => {
    const graph = bigGraph(6_000);
    await store().writer.replace({ ...who, ...graph, base: 0 });
    const reading = async () => {
      for await (const _page of store().reader.scan('dependency')) {
        await store()
          .writer.commit({ ...who, base: 1, writes: [] })
          .catch(() => undefined);
      }
    };
    await expect(reading()).rejects.toThrow(Conflict);
  });

  test('a change that fails in the middle leaves nothing behind, and the store usable', async () => {
    await small(store());
    const before = await store().reader.columns();
    function* failing(): Generator<GraphNode> {
      for (let i = 0; i < 12_000; i++) yield node(`n${i}`);
      throw new Error('the input ended early');
    }
    const half = { ...who, ...EMPTY, base: 1, nodes: failing() };
    await expect(store().writer.replace(half)).rejects.toThrow('the input ended early');
    expect(await store().reader.columns()).toEqual(before);
    await store().writer.commit({ ...who, base: 1, writes: [put('node', node('d'))] });
    expect(await store().reader.revision()).toBe(2);
  });
}

function changeLog(store: () => Store): void {
  test('the log says who, when, before and after, sorted by type and id', async () => {
    await small(store());
    const writes = [drop('contract', 'c'), put('node', node('b', { name: 'B' }))];
    const change = { actor: 'bob\u0000', summary: 'why "so"?\n😀', base: 1, writes, undoes: 1 };
    const receipt = await store().writer.commit(change);
    const record = await store().changes.get(2);
    const { actor, summary } = change;
    expect(record).toEqual({ revision: 2, at: receipt.at, actor, summary, items: 2, undoes: 1 });
    expect(Math.abs(Date.now() - Date.parse(receipt.at))).toBeLessThan(60_000);
    expect(receipt.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const [first, second] = await store().changes.items(2, { offset: 0, limit: 10 });
    expect(first).toEqual({ type: 'node', id: 'b', before: node('b'), after: writes[1]?.after });
    expect(second).toMatchObject({ type: 'contract', id: 'c', before: { id: 'c' }, after: null });
  });

  test('the log is read newest first, in pages', async () => {
    await small(store());
    for (let base = 1; base < 5; base++) await store().writer.commit({ ...who, base, writes: [] });
    const revisions = async (before?: number) => {
      const options = before === undefined ? { limit: 2 } : { before, limit: 2 };
      return (await store().changes.list(options)).map(({ revision }) => revision);
    };
    expect(await revisions()).toEqual([5, 4]);
    expect(await revisions(4)).toEqual([3, 2]);
    expect(await revisions(2)).toEqual([1]);
    expect(await store().changes.get(6)).toBeUndefined();
    const page = await store().changes.items(1, { offset: 2, limit: 2 });
    expect(page.map(({ type, id }) => [type, id])).toEqual([
      ['node', 'c'],
      ['dependency', 'a->b'],
    ]);
  });

  test('a new name of the graph is logged with the old one', async () => {
    await small(store());
    await store().writer.commit({ ...who, base: 1, writes: [], name: 'Named' });
    await store().writer.commit({ ...who, base: 2, writes: [], name: 'Named' });
    expect(await store().changes.get(2)).toMatchObject({ graph: { before: '', after: 'Named' } });
    expect(await store().changes.get(3)).not.toHaveProperty('graph');
    expect((await store().reader.columns()).name).toBe('Named');
  });
}

function replacing(store: () => Store): void {
  test('a replacement changes, adds and deletes what differs, and nothing else', async () => {
    await small(store());
    const { changed } = await store().writer.replace({
      ...who,
      base: 1,
      name: 'Second',
      nodes: [node('d'), node('b'), node('a', { kind: 'supplier', name: 'A' })],
      dependencies: [link('a', 'b', { strength: 0.85 })],
      contracts: [],
    });
    const logged = await store().changes.items(2, { offset: 0, limit: 10 });
    const kinds = logged.map((one) => [one.id, one.before !== null, one.after !== null]);
    expect(kinds).toEqual([
      ['a', true, true],
      ['c', true, false],
      ['d', false, true],
      ['b->c', true, false],
      ['c', true, false],
    ]);
    expect(changed).toBe(5);
    expect(await store().changes.get(2)).toMatchObject({ graph: { before: '', after: 'Second' } });
    const { nodes, dependencies, contracts } = await store().reader.columns();
    expect([nodes.id, nodes.revision]).toEqual([
      ['a', 'b', 'd'],
      [2, 1, 2],
    ]);
    expect(dependencies.revision).toEqual([1]);
    expect(contracts.id).toEqual([]);
  });

  test('a replacement is undone by its own log', async () => {
    await small(store());
    const before = await Promise.all([scanned(store(), 'node'), scanned(store(), 'dependency')]);
    await store().writer.replace({ ...who, ...bigGraph(50), base: 1 });
    const logged = await store().changes.items(2, { offset: 0, limit: 1_000 });
    const writes = logged.map(({ type, id, before: after }) => ({ type, id, after }));
    await store().writer.commit({ ...who, base: 2, writes, undoes: 2, name: '' });
    const after = await Promise.all([scanned(store(), 'node'), scanned(store(), 'dependency')]);
    const bare = (lists: Stored<Item>[][]) => lists.map((list) => list.map(({ item }) => item));
    expect(bare(after)).toEqual(bare(before));
  });
}

function notes(store: () => Store): void {
  test('notes are kept by subject, oldest first, and do not change the graph', async () => {
    const about = { type: 'node', id: 'a' } as const;
    const note = (id: string, at: string) => ({
      id,
      about,
      text: `t\u0000 ${id}`,
      author: 'ann',
      at,
    });
    const late = note('n1', '2026-01-02T00:00:00.000Z');
    const early = note('n2', '2026-01-01T00:00:00.000Z');
    const other = { ...early, id: 'n3', about: { type: 'dependency', id: 'a' } as const };
    for (const one of [late, early, other, late]) await store().notes.add(one);
    expect(await store().notes.list(about)).toEqual([early, late]);
    expect(await store().notes.list()).toHaveLength(3);
    expect(await store().notes.remove('n1')).toBe(true);
    expect(await store().notes.remove('n1')).toBe(false);
    expect(await store().notes.list(about)).toEqual([early]);
    expect(await store().reader.revision()).toBe(0);
  });
}
