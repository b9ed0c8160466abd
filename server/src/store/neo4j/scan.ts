/** All items of a type in the order of their ids, a page at a time, each page by an index. */
import type { ItemType } from '@msp-impact/contract';
import { Conflict, type Item, type Stored } from '../port.ts';
import { type Connection, stored } from './connection.ts';
import { graphState, lockedState } from './consistency.ts';
import { PLACES, type StoredText } from './items.ts';

const PAGE = 5_000;

/** One place's items after a cursor; `rows` is what was read and not yet given out. */
interface Source {
  readonly place: string;
  rows: StoredText[];
  at: number;
  cursor: string;
  ended: boolean;
}

/** Reads the revision and a page in one transaction. */
async function refill(connection: Connection, source: Source): Promise<number> {
  const cypher = `MATCH ${source.place} WHERE x.id > $after AND x.json IS NOT NULL
    RETURN x.id AS id, x.json AS json, x.revision AS revision ORDER BY x.id LIMIT $limit`;
  return connection.read(async (run) => {
    const { revision } = await graphState(run);
    const rows = await run<StoredText>(cypher, { after: source.cursor, limit: stored(PAGE) });
    Object.assign(source, { rows, at: 0, cursor: rows.at(-1)?.id ?? source.cursor });
    source.ended = rows.length < PAGE;
    return revision;
  });
}

/** The source whose next id is the smallest; undefined when all are used up. */
function smallest(sources: readonly Source[]): Source | undefined {
  let best: Source | undefined;
  for (const source of sources) {
    const id = source.rows[source.at]?.id;
    if (id === undefined) continue;
    const bestId = best?.rows[best.at]?.id;
    if (bestId === undefined || id < bestId) best = source;
  }
  return best;
}

const needsRefill = (source: Source) => !source.ended && source.at >= source.rows.length;

/** Takes items in order until a page is full or a source has to be read again. */
function take<T extends Item>(sources: readonly Source[], page: Stored<T>[]): void {
  while (page.length < PAGE && !sources.some(needsRefill)) {
    const source = smallest(sources);
    const row = source?.rows[source.at];
    if (!source || !row) return;
    source.at++;
    page.push({ item: JSON.parse(row.json) as T, revision: row.revision });
  }
}

async function assertSettled(connection: Connection, revision: number): Promise<void> {
  const now = await connection.write(lockedState);
  if (now.revision !== revision) throw new Conflict(now.revision);
}

/** Throws Conflict when the graph moves meanwhile. */
export async function* scan<T extends Item>(
  connection: Connection,
  type: ItemType,
): AsyncGenerator<Stored<T>[]> {
  const { revision } = await connection.read(graphState);
  const sources = PLACES[type].map(
    (place): Source => ({ place, rows: [], at: 0, cursor: '', ended: false }),
  );
  for (;;) {
    const page: Stored<T>[] = [];
    do {
      for (const source of sources.filter(needsRefill)) {
        const now = await refill(connection, source);
        if (now !== revision) throw new Conflict(now);
      }
      take(sources, page);
    } while (page.length < PAGE && sources.some(needsRefill));
    if (page.length === 0) break;
    // Also the last page is given out only once it is known to be of this revision.
    if (page.length < PAGE) await assertSettled(connection, revision);
    yield page;
  }
  await assertSettled(connection, revision);
}
