/** Random sequences of commands against a store, with a plain map as the oracle (fast-check's model runner). */
import { type Dependency, type GraphNode, type ItemType, KINDS } from '@msp-impact/contract';
import fc from 'fast-check';
import { expect } from 'vitest';
import { columnsOf } from '../columns.ts';
import { Conflict, type Item, type ItemChangeRecord, type ItemWrite, type Store } from '../port.ts';

export interface Subject {
  fresh(): Promise<Store>;
  reopen(store: Store): Promise<Store>;
  current(): Store;
  keep(store: Store): void;
}

interface Entry {
  readonly type: ItemType;
  readonly id: string;
  readonly json: string;
  readonly revision: number;
}
/** The oracle. Keys are `type/id`. */
interface Model {
  revision: number;
  name: string;
  readonly entries: Map<string, Entry>;
  readonly log: Map<number, ItemChangeRecord[]>;
  readonly notes: Set<string>;
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const anId = fc.constantFrom(...ids);
const aNode = fc
  .record({
    id: anId,
    kind: fc.constantFrom(...KINDS),
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    parent: fc.option(anId, { nil: undefined }),
  })
  .map(({ parent, ...rest }): GraphNode => (parent ? { ...rest, parent } : rest));
const aLink = fc.record({
  id: fc.constantFrom('1', '2', '3', '4'),
  from: anId,
  to: anId,
  strength: fc.double({ min: 0, max: 1, noNaN: true }),
});
const aGraph = fc.record({
  nodes: fc.uniqueArray(aNode, { selector: ({ id }) => id, maxLength: 5 }),
  links: fc.uniqueArray(aLink, { selector: ({ id }) => id, maxLength: 4 }),
});

const TYPES: readonly ItemType[] = ['node', 'dependency', 'contract'];
const keyOf = (type: ItemType, id: string) => `${type}/${id}`;

const itemsOf = <T extends Item>(model: Model, type: ItemType) =>
  [...model.entries.values()].filter((e) => e.type === type).map((e) => JSON.parse(e.json) as T);

/** The rules above the port promise that no link dangles; so do these writes. */
function withoutDangling(model: Model, writes: ItemWrite[]): ItemWrite[] {
  const nodes = new Set(itemsOf(model, 'node').map(({ id }) => id));
  for (const { type, id, after } of writes) {
    if (type === 'node') after ? nodes.add(id) : nodes.delete(id);
  }
  const holds = ({ from, to }: Dependency) => nodes.has(from) && nodes.has(to);
  const kept = writes.filter(
    ({ type, after }) => type !== 'dependency' || after === null || holds(after as Dependency),
  );
  const written = new Set(kept.map(({ type, id }) => keyOf(type, id)));
  const orphans = itemsOf<Dependency>(model, 'dependency').filter(
    (link) => !holds(link) && !written.has(keyOf('dependency', link.id)),
  );
  return [...kept, ...orphans.map(({ id }) => ({ type: 'dependency' as const, id, after: null }))];
}

/** Applies writes to the oracle as the port says, and returns how many items changed. */
function apply(model: Model, writes: readonly ItemWrite[]): number {
  model.revision++;
  const last = new Map(writes.map((write) => [keyOf(write.type, write.id), write]));
  const records: ItemChangeRecord[] = [];
  for (const [key, { type, id, after }] of last) {
    const before = model.entries.get(key)?.json ?? null;
    const json = after && JSON.stringify(after);
    if (json === before) continue;
    if (json === null) model.entries.delete(key);
    else model.entries.set(key, { type, id, json, revision: model.revision });
    records.push({ type, id, before: before && JSON.parse(before), after });
  }
  const rank = (one: ItemChangeRecord) => `${TYPES.indexOf(one.type)}/${one.id}`;
  records.sort((x, y) => (rank(x) < rank(y) ? -1 : 1));
  model.log.set(model.revision, records);
  return records.length;
}

type Command = fc.AsyncCommand<Model, Subject>;

/** A command that always applies. */
function command(name: string, run: (model: Model, subject: Subject) => Promise<void>): Command {
  return { check: () => true, run, toString: () => name };
}

const shown = (value: unknown) => JSON.stringify(value);
const writesOf = (graph: { nodes: GraphNode[]; links: Dependency[] }): ItemWrite[] => [
  ...graph.links.map((after) => ({ type: 'dependency' as const, id: after.id, after })),
  ...graph.nodes.map((after) => ({ type: 'node' as const, id: after.id, after })),
];

const commits = fc.tuple(aGraph, fc.array(anId, { maxLength: 2 })).map(([graph, dropped]) =>
  command(`commit ${shown(graph)}, delete ${dropped}`, async (model, subject) => {
    const gone = dropped.map((id) => ({ type: 'node' as const, id, after: null }));
    const writes = withoutDangling(model, [...writesOf(graph), ...gone]);
    const change = { actor: 'fc', summary: 'commit', base: model.revision, writes };
    const receipt = await subject.current().writer.commit(change);
    expect(receipt.changed).toBe(apply(model, writes));
    expect(receipt.revision).toBe(model.revision);
  }),
);

const replacements = aGraph.map((graph) =>
  command(`replace ${shown(graph)}`, async (model, subject) => {
    const known = new Set(graph.nodes.map(({ id }) => id));
    const links = graph.links.filter(({ from, to }) => known.has(from) && known.has(to));
    const receipt = await subject.current().writer.replace({
      actor: 'fc',
      summary: 'replace',
      base: model.revision,
      name: `after ${model.revision}`,
      nodes: graph.nodes,
      dependencies: links,
      contracts: [],
    });
    model.name = `after ${model.revision}`;
    const writes = writesOf({ nodes: graph.nodes, links });
    const kept = new Set(writes.map(({ type, id }) => keyOf(type, id)));
    const others = [...model.entries.values()].filter((e) => !kept.has(keyOf(e.type, e.id)));
    const deletions = others.map(({ type, id }) => ({ type, id, after: null }));
    expect(receipt.changed).toBe(apply(model, [...writes, ...deletions]));
  }),
);

const undos = fc.constant(
  command('undo the last change', async (model, subject) => {
    const base = model.revision;
    if (base === 0) return;
    const logged = await subject.current().changes.items(base, { offset: 0, limit: 1_000 });
    const writes = logged.map(({ type, id, before: after }) => ({ type, id, after }));
    const change = { actor: 'fc', summary: 'undo', base, writes, undoes: base };
    const receipt = await subject.current().writer.commit(change);
    expect(receipt.changed).toBe(apply(model, writes));
    expect((await subject.current().changes.get(base + 1))?.undoes).toBe(base);
  }),
);

const staleWrites = fc.integer({ min: 1, max: 3 }).map((off) =>
  command(`commit on a base ${off} away`, async (model, subject) => {
    const change = { actor: 'fc', summary: 'stale', base: model.revision + off, writes: [] };
    await expect(subject.current().writer.commit(change)).rejects.toThrow(Conflict);
  }),
);

const noteChanges = anId.map((id) =>
  command(`note ${id}`, async (model, subject) => {
    const notes = subject.current().notes;
    const about = { type: 'node', id: 'a' } as const;
    if (model.notes.delete(id)) expect(await notes.remove(id)).toBe(true);
    else {
      await notes.add({ id, about, text: id, author: 'fc', at: '2026-01-01T00:00:00.000Z' });
      model.notes.add(id);
    }
    expect((await notes.list()).map((note) => note.id)).toEqual([...model.notes].sort());
  }),
);

const reopenings = fc.constant(
  command('reopen', async (_model, subject) => {
    subject.keep(await subject.reopen(subject.current()));
  }),
);

/** Compares all that the store can be asked with the oracle. */
async function compare(model: Model, store: Store): Promise<void> {
  const columns = await store.reader.columns();
  const lists = {
    nodes: itemsOf<GraphNode>(model, 'node'),
    dependencies: itemsOf<Dependency>(model, 'dependency'),
  };
  const { revision, name } = model;
  const expected = columnsOf({ revision, name, ...lists, contracts: [] });
  const revisions = (type: ItemType, list: readonly string[]) =>
    list.map((id) => model.entries.get(keyOf(type, id))?.revision);
  expect(columns).toEqual({
    ...expected,
    nodes: { ...expected.nodes, revision: revisions('node', expected.nodes.id) },
    dependencies: {
      ...expected.dependencies,
      revision: revisions('dependency', expected.dependencies.id),
    },
  });
  for await (const page of store.reader.scan('node')) {
    for (const { item } of page) {
      expect(JSON.stringify(item)).toBe(model.entries.get(keyOf('node', item.id))?.json);
    }
  }
  const { log } = model;
  for (const [at, records] of log) {
    expect(await store.changes.items(at, { offset: 0, limit: 1_000 })).toEqual(records);
    expect((await store.changes.get(at))?.items).toBe(records.length);
  }
}

/** Runs `rounds` sequences, each from an empty store; throws with the shortest one that disagrees. */
export async function randomCommands(subject: Subject, rounds: number): Promise<void> {
  const kinds = [commits, commits, replacements, undos, staleWrites, noteChanges, reopenings];
  const sequences = fc.commands(kinds, { maxCommands: 12 });
  const property = fc.asyncProperty(sequences, async (list) => {
    await subject.current().close();
    subject.keep(await subject.fresh());
    const model: Model = {
      revision: 0,
      name: '',
      entries: new Map(),
      log: new Map(),
      notes: new Set(),
    };
    await fc.asyncModelRun(() => ({ model, real: subject }), list);
    await compare(model, subject.current());
  });
  await fc.assert(property, { numRuns: rounds, seed: 2022 });
}
