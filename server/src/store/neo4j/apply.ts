/** Puts changed items into the graph: labelled nodes, typed relationships, contracts. */
import type { Contract, Dependency, GraphNode, Kind } from '@msp-impact/contract';
import { KINDS } from '@msp-impact/contract/codes';
import { contractRow, dependencyRow, nodeRow } from '../columns.ts';
import { chunks, type TextChange } from '../writes.ts';
import { type Row, type Run, stored } from './connection.ts';
import {
  LABELS,
  LINK_TYPES,
  type LinkType,
  linkType,
  PARENT_TYPES,
  parentType,
} from './vocabulary.ts';

const BATCH = 10_000;

const gone = (changes: readonly TextChange[]) =>
  changes.filter(({ after }) => after === null).map(({ id }) => id);

/** The items that remain, parsed, each with its text. */
function kept<T>(changes: readonly TextChange[]): { item: T; json: string }[] {
  return changes.flatMap(({ after }) =>
    after === null ? [] : [{ item: JSON.parse(after) as T, json: after }],
  );
}

/** Runs a statement on `rows` in batches. */
async function inBatches(run: Run, cypher: string, rows: Iterable<unknown>): Promise<void> {
  for (const batch of chunks(rows, BATCH)) await run(cypher, { rows: batch });
}

/** Numbers that people look for are properties of their own; `json` is the item. */
function nodeProperties(node: GraphNode, json: string, revision: number): Row {
  const { population, people, priority } = node;
  const figures = {
    population: stored(population),
    people: stored(people),
    priority: stored(priority),
  };
  return { ...nodeRow(node), ...figures, json, revision: stored(revision) };
}

async function upsertNodes(run: Run, part: { item: GraphNode; json: string }[], revision: number) {
  for (const kind of KINDS) {
    const rows = part.filter(({ item }) => item.kind === kind);
    if (rows.length === 0) continue;
    const others = KINDS.filter((one) => one !== kind).map((one) => `:${LABELS[one]}`);
    await run(
      `UNWIND $rows AS row MERGE (n:Node {id: row.id}) SET n = row
       SET n:${LABELS[kind]} REMOVE n${others.join('')}`,
      { rows: rows.map(({ item, json }) => nodeProperties(item, json, revision)) },
    );
  }
}

/** Draws the parents of changed nodes anew, once every node is there. */
async function drawParents(run: Run, nodes: readonly GraphNode[]): Promise<void> {
  const types = PARENT_TYPES.join('|');
  const erase = `UNWIND $rows AS id MATCH (:Node {id: id})-[r:${types}]->(:Node) DELETE r`;
  await inBatches(
    run,
    erase,
    nodes.map(({ id }) => id),
  );
  for (const type of PARENT_TYPES) {
    const rows = nodes.filter(({ kind, parent }) => parent && parentType(kind) === type);
    const draw = `UNWIND $rows AS row MATCH (n:Node {id: row.id}) MATCH (p:Node {id: row.parent})
      CREATE (n)-[:${type}]->(p)`;
    await inBatches(
      run,
      draw,
      rows.map(({ id, parent }) => ({ id, parent })),
    );
  }
}

/** Creates and updates nodes; deletions wait until their links are gone (deleteNodes). */
export async function putNodes(
  run: Run,
  changes: readonly TextChange[],
  revision: number,
): Promise<void> {
  const nodes: GraphNode[] = [];
  for (const part of chunks(changes, BATCH)) {
    const items = kept<GraphNode>(part);
    await upsertNodes(run, items, revision);
    for (const { item } of items) nodes.push(item);
  }
  await drawParents(run, nodes);
}

export async function deleteNodes(run: Run, changes: readonly TextChange[]): Promise<void> {
  const ids = gone(changes);
  if (ids.length === 0) return;
  const [left] = await run<{ id: string }>(
    `UNWIND $ids AS id MATCH (:Node {id: id})-[r]-() WHERE r.json IS NOT NULL
     RETURN r.id AS id LIMIT 1`,
    { ids },
  );
  if (left) throw new Error(`the dependency "${left.id}" would be left without a node`);
  await inBatches(run, 'UNWIND $rows AS id MATCH (n:Node {id: id}) DETACH DELETE n', ids);
}

interface Link {
  readonly item: Dependency;
  readonly json: string;
  readonly revision: number;
}

async function eraseLinks(run: Run, ids: readonly string[]): Promise<void> {
  for (const type of LINK_TYPES) {
    await inBatches(run, `UNWIND $rows AS id MATCH ()-[r:${type} {id: id}]->() DELETE r`, ids);
  }
}

async function kindsOf(run: Run, ids: Iterable<string>): Promise<Map<string, Kind>> {
  const rows = await run<{ id: string; kind: Kind }>(
    'UNWIND $ids AS id MATCH (n:Node {id: id}) RETURN n.id AS id, n.kind AS kind',
    { ids: [...ids] },
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

function linkRow({ item, json, revision }: Link): Row {
  const { from, to, ...rest } = dependencyRow(item);
  const { strength, weight } = rest;
  const numbers = { strength: stored(strength), weight: stored(weight) };
  return { from, to, properties: { ...rest, ...numbers, json, revision: stored(revision) } };
}

/** The type of a link follows from the kinds of its ends, as they are now. */
async function drawLinks(run: Run, links: readonly Link[]): Promise<void> {
  const kinds = await kindsOf(run, new Set(links.flatMap(({ item }) => [item.from, item.to])));
  const byType = new Map<LinkType, Link[]>();
  for (const link of links) {
    const { id, from, to } = link.item;
    const ends = [kinds.get(from), kinds.get(to)] as const;
    if (!ends[0] || !ends[1]) throw new Error(`the dependency "${id}" lacks one of its nodes`);
    const type = linkType(ends[0], ends[1]);
    const part = byType.get(type);
    if (part) part.push(link);
    else byType.set(type, [link]);
  }
  for (const [type, part] of byType) {
    await run(
      `UNWIND $rows AS row MATCH (a:Node {id: row.from}) MATCH (b:Node {id: row.to})
       CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
      { rows: part.map(linkRow) },
    );
  }
}

/** Neo4j cannot change the type of a relationship: what changed is drawn anew. */
export async function putLinks(
  run: Run,
  changes: readonly TextChange[],
  revision: number,
): Promise<void> {
  await eraseLinks(
    run,
    changes.filter(({ before }) => before !== null).map(({ id }) => id),
  );
  for (const part of chunks(changes, BATCH)) {
    const links = kept<Dependency>(part).map((one) => ({ ...one, revision }));
    if (links.length > 0) await drawLinks(run, links);
  }
}

const kindIn = (json: string) => (JSON.parse(json) as GraphNode).kind;

/** Links of nodes that changed their kind get the type that fits it; their revision stays. */
export async function retypeLinks(run: Run, changes: readonly TextChange[]): Promise<void> {
  const ids = changes.flatMap(({ id, before, after }) =>
    before !== null && after !== null && kindIn(before) !== kindIn(after) ? [id] : [],
  );
  for (const batch of chunks(ids, BATCH)) {
    const found = await run<{ json: string; revision: number }>(
      `UNWIND $ids AS id MATCH (:Node {id: id})-[r]-() WHERE r.json IS NOT NULL
       RETURN DISTINCT r.json AS json, r.revision AS revision`,
      { ids: batch },
    );
    const links = found.map((one) => ({ ...one, item: JSON.parse(one.json) as Dependency }));
    await eraseLinks(
      run,
      links.map(({ item }) => item.id),
    );
    for (const part of chunks(links, BATCH)) await drawLinks(run, part);
  }
}

/** A contract hangs on its supplier. */
export async function putContracts(
  run: Run,
  changes: readonly TextChange[],
  revision: number,
): Promise<void> {
  await inBatches(
    run,
    'UNWIND $rows AS id MATCH (c:Contract {id: id}) DETACH DELETE c',
    gone(changes),
  );
  for (const part of chunks(changes, BATCH)) {
    const rows = kept<Contract>(part).map(({ item, json }) => {
      const value = stored(item.value);
      const title = item.title ?? null;
      return { ...contractRow(item), value, title, json, revision: stored(revision) };
    });
    await run(
      `UNWIND $rows AS row MERGE (c:Contract {id: row.id}) SET c = row
       WITH c, row OPTIONAL MATCH (c)-[old:WITH]->() DELETE old
       WITH DISTINCT c, row MATCH (s:Node {id: row.supplier}) CREATE (c)-[:WITH]->(s)`,
      { rows },
    );
  }
}
