/**
 * The change log and the notes. Item changes are kept in pages of 500 (`ChangeItems`): loading a
 * graph of 600,000 items would otherwise make as many nodes again.
 */

import type { ItemType } from '@msp-impact/contract';
import type { ChangeLog, ChangeRecord, ItemChangeRecord, NoteRecord, Notes } from '../port.ts';
import type { TextChange } from '../writes.ts';
import { type Connection, type Run, stored } from './connection.ts';

const PAGE_ITEMS = 500;
const PAGES_PER_BATCH = 20;

export interface TypedChange extends TextChange {
  readonly type: ItemType;
}

/** JSON put together from JSON that is already there. */
function recordText({ type, id, before, after }: TypedChange): string {
  return `{"type":"${type}","id":${JSON.stringify(id)},"before":${before},"after":${after}}`;
}

/** `changes` in the order of the log: by type, then id. */
export async function logItems(
  run: Run,
  revision: number,
  changes: readonly TypedChange[],
): Promise<void> {
  const pages: { page: unknown; items: string }[] = [];
  for (let at = 0; at < changes.length; at += PAGE_ITEMS) {
    const part = changes.slice(at, at + PAGE_ITEMS);
    pages.push({ page: stored(at / PAGE_ITEMS), items: `[${part.map(recordText).join(',')}]` });
  }
  for (let at = 0; at < pages.length; at += PAGES_PER_BATCH) {
    await run(
      `UNWIND $pages AS one
       CREATE (:ChangeItems {revision: $revision, page: one.page, items: one.items})`,
      { revision: stored(revision), pages: pages.slice(at, at + PAGES_PER_BATCH) },
    );
  }
}

interface ChangeNode {
  readonly revision: number;
  readonly at: string;
  readonly actor: string;
  readonly summary: string;
  readonly items: number;
  readonly undoes?: number;
  readonly graphBefore?: string;
  readonly graphAfter?: string;
}

function toRecord({ c }: { c: ChangeNode }): ChangeRecord {
  const { revision, at, actor, summary, items, undoes, graphBefore, graphAfter } = c;
  return {
    revision,
    at,
    actor,
    summary,
    items,
    ...(undoes === undefined ? {} : { undoes }),
    ...(graphAfter === undefined
      ? {}
      : { graph: { before: graphBefore ?? '', after: graphAfter } }),
  };
}

async function list(connection: Connection, before: number, limit: number) {
  const rows = await connection.read((run) =>
    run<{ c: ChangeNode }>(
      `MATCH (c:Change) WHERE c.revision < $before
       RETURN properties(c) AS c ORDER BY c.revision DESC LIMIT $limit`,
      { before: stored(before), limit: stored(limit) },
    ),
  );
  return rows.map(toRecord);
}

async function items(connection: Connection, revision: number, offset: number, limit: number) {
  const first = Math.floor(offset / PAGE_ITEMS);
  const last = Math.floor((offset + limit - 1) / PAGE_ITEMS);
  const rows = await connection.read((run) =>
    run<{ items: string }>(
      `MATCH (p:ChangeItems) WHERE p.revision = $revision AND $first <= p.page <= $last
       RETURN p.items AS items ORDER BY p.page`,
      { revision: stored(revision), first: stored(first), last: stored(last) },
    ),
  );
  const all = rows.flatMap((row) => JSON.parse(row.items) as ItemChangeRecord[]);
  const start = offset - first * PAGE_ITEMS;
  return all.slice(start, start + limit);
}

export function neo4jChangeLog(connection: Connection): ChangeLog {
  return {
    list: ({ before, limit }) => list(connection, before ?? Number.MAX_SAFE_INTEGER, limit),
    async get(revision) {
      const [newest] = await list(connection, revision + 1, 1);
      return newest?.revision === revision ? newest : undefined;
    },
    items: (revision, { offset, limit }) => items(connection, revision, offset, limit),
  };
}

interface NoteNode {
  readonly id: string;
  readonly aboutType: ItemType;
  readonly aboutId: string;
  readonly text: string;
  readonly author: string;
  readonly at: string;
}

function toNote({ n }: { n: NoteNode }): NoteRecord {
  const { id, aboutType, aboutId, text, author, at } = n;
  return { id, about: { type: aboutType, id: aboutId }, text, author, at };
}

export function neo4jNotes(connection: Connection): Notes {
  return {
    async list(about) {
      const which = about ? '{aboutType: $type, aboutId: $id}' : '';
      const cypher = `MATCH (n:Note ${which}) RETURN properties(n) AS n ORDER BY n.at, n.id`;
      const rows = await connection.read((run) => run<{ n: NoteNode }>(cypher, { ...about }));
      return rows.map(toNote);
    },
    async add({ id, about, ...rest }) {
      const note = { id, aboutType: about.type, aboutId: about.id, ...rest };
      const cypher = 'MERGE (n:Note {id: $note.id}) ON CREATE SET n = $note';
      await connection.write((run) => run(cypher, { note }));
    },
    async remove(id) {
      const cypher = 'MATCH (n:Note {id: $id}) DELETE n RETURN 1 AS gone';
      return (await connection.write((run) => run(cypher, { id }))).length > 0;
    },
  };
}
