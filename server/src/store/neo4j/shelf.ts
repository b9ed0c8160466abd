/** Shelf over Bolt: a `Paper` node for each version. A save takes the lock that writers of the graph take. */
import { randomUUID } from 'node:crypto';
import { Conflict, type NewPaper, type PaperHead, type Shelf, type ShelfName } from '../port.ts';
import { byId } from '../writes.ts';
import { type Connection, type Run, stored } from './connection.ts';
import { lockedState } from './consistency.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly head: string;
  /** Absent: removed. */
  readonly body?: string | null;
  readonly token: string;
}

const RESULT = 'p.id AS id, p.version AS version, p.head AS head, p.body AS body, p.token AS token';
const NEWEST = `MATCH (p:Paper {shelf: $shelf, id: $id}) RETURN ${RESULT} ORDER BY p.version DESC LIMIT 1`;

export function neo4jShelf(connection: Connection, shelf: ShelfName): Shelf {
  const newest = async (run: Run, id: string) => (await run<Row>(NEWEST, { shelf, id }))[0];
  const read = (id: string, version?: number) =>
    connection.read(async (run) => {
      if (version === undefined) return newest(run, id);
      const cypher = `MATCH (p:Paper {shelf: $shelf, id: $id, version: $version}) RETURN ${RESULT}`;
      return (await run<Row>(cypher, { shelf, id, version: stored(version) }))[0];
    });
  const put = (head: Omit<NewPaper, 'body'>, body: string | null, expected: number) => {
    const token = randomUUID();
    const at = new Date().toISOString();
    return connection.write((run) => append(run, { shelf, head, body, expected, token, at }));
  };
  return {
    list: () => connection.read((run) => newestHeads(run, shelf)),
    versions: async (id) => {
      const cypher = `MATCH (p:Paper {shelf: $shelf, id: $id}) WHERE p.body IS NOT NULL
        RETURN ${RESULT} ORDER BY p.version DESC`;
      return (await connection.read((run) => run<Row>(cypher, { shelf, id }))).map(headOf);
    },
    async get(id, version) {
      const row = await read(id, version);
      return row?.body ? { ...headOf(row), body: JSON.parse(row.body) as unknown } : undefined;
    },
    save: ({ body, ...head }, expected) => put(head, JSON.stringify(body), expected),
    async remove(id, expected) {
      const row = await read(id);
      if (!row?.body) return false;
      const { title, author, graphRevision } = headOf(row);
      await put({ id, title, author, graphRevision }, null, expected);
      return true;
    },
  };
}

const headOf = ({ head }: Row) => JSON.parse(head) as PaperHead;

async function newestHeads(run: Run, shelf: ShelfName): Promise<PaperHead[]> {
  const rows = await run<Row>(
    `MATCH (p:Paper {shelf: $shelf}) WITH p.id AS id, max(p.version) AS version
     MATCH (p:Paper {shelf: $shelf, id: id, version: version}) WHERE p.body IS NOT NULL
     RETURN ${RESULT}`,
    { shelf },
  );
  return rows.map(headOf).sort(byId);
}

interface Entry {
  readonly shelf: ShelfName;
  readonly head: Omit<NewPaper, 'body'>;
  readonly body: string | null;
  readonly expected: number;
  readonly token: string;
  readonly at: string;
}

async function append(run: Run, { shelf, head, body, expected, token, at }: Entry) {
  await lockedState(run);
  const [last] = await run<Row>(NEWEST, { shelf, id: head.id });
  // An earlier attempt of this very save was stored, and only its answer was lost.
  if (last?.token === token) return headOf(last);
  const present = last?.body ? last.version : 0;
  if (present !== expected) throw new Conflict(present);
  const { id, title, author, graphRevision } = head;
  const made = { id, version: (last?.version ?? 0) + 1, title, author, at, graphRevision };
  await run('CREATE (p:Paper) SET p = $paper', {
    paper: { shelf, id, version: stored(made.version), head: JSON.stringify(made), body, token },
  });
  return made satisfies PaperHead;
}
