/**
 * A Cypher script, for `cypher-shell` and Neo4j Browser: labels and relationship types as our own
 * Neo4j store has them (vocabulary.ts), the columns of the CSV tables as properties. Run again, it
 * changes nothing. It is for other people's databases: the store does not read what it makes.
 */
import type { ItemType, Kind } from '@msp-impact/contract';
import { LABELS, linkType, parentType } from '../../store/neo4j/vocabulary.ts';
import type { GraphReader, Item } from '../../store/port.ts';
import { cellsOf, columnNames } from './cells.ts';
import { assureRevision, pagesOf } from './pages.ts';

/** Rows of one statement. */
const BATCH = 500;

/** Throws Conflict when the graph moves on meanwhile, and StoreFault. */
export async function* cypher(reader: GraphReader): AsyncIterable<string> {
  const { revision, name, nodes } = await reader.columns();
  yield `// ${name.replace(/\s+/g, ' ')}\n`;
  yield 'CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;\n';
  yield 'CREATE CONSTRAINT contract_id IF NOT EXISTS FOR (n:Contract) REQUIRE n.id IS UNIQUE;\n';
  for await (const page of pagesOf(reader, 'node')) {
    yield* statements(
      page,
      ({ kind }) => kind,
      rowOf('node'),
      (kind) => `MERGE (n:Node {id: row.id}) SET n = row SET n:${LABELS[kind]}`,
    );
  }
  yield* parents(nodes);
  const kindOf = new Map(nodes.id.map((id, i) => [id, nodes.kind[i] as Kind]));
  const typeOf = ({ from, to }: { from: string; to: string }) =>
    linkType(kindOf.get(from) as Kind, kindOf.get(to) as Kind);
  for await (const page of pagesOf(reader, 'dependency')) {
    yield* statements(
      page,
      typeOf,
      rowOf('dependency'),
      (type) =>
        `MATCH (a:Node {id: row.from}), (b:Node {id: row.to}) MERGE (a)-[r:${type} {id: row.id}]->(b) SET r = row`,
    );
  }
  for await (const page of pagesOf(reader, 'contract')) {
    yield* statements(
      page,
      () => 'WITH',
      rowOf('contract'),
      (type) =>
        `MATCH (s:Node {id: row.supplier}) MERGE (c:Contract {id: row.id}) SET c = row MERGE (c)-[:${type}]->(s)`,
    );
  }
  await assureRevision(reader, revision);
}

function* parents({ id, kind, parent }: Awaited<ReturnType<GraphReader['columns']>>['nodes']) {
  const rows = id.flatMap((one, i) => {
    const above = parent[i];
    return above ? [{ id: one, parent: above, type: parentType(kind[i] as Kind) }] : [];
  });
  yield* statements(
    rows,
    ({ type }) => type,
    ({ id: child, parent: above }) => `{id: ${literal(child)}, parent: ${literal(above)}}`,
    (type) => `MATCH (n:Node {id: row.id}), (p:Node {id: row.parent}) MERGE (n)-[:${type}]->(p)`,
  );
}

/** One statement for each key and batch; only keys of closed vocabularies become part of its text. */
function* statements<T, K extends string>(
  items: readonly T[],
  keyOf: (item: T) => K,
  row: (item: T) => string,
  body: (key: K) => string,
): Iterable<string> {
  const byKey = new Map<K, T[]>();
  for (const item of items) {
    const list = byKey.get(keyOf(item));
    if (list) list.push(item);
    else byKey.set(keyOf(item), [item]);
  }
  for (const [key, list] of byKey) {
    for (let at = 0; at < list.length; at += BATCH) {
      const rows = list.slice(at, at + BATCH).map(row);
      yield `UNWIND [\n  ${rows.join(',\n  ')}\n] AS row ${body(key)};\n`;
    }
  }
}

function rowOf(type: ItemType): (item: Item) => string {
  const names = columnNames(type);
  return (item) => {
    const cells = cellsOf(type, item);
    const pairs = names.flatMap((name, i) =>
      cells[i] === undefined ? [] : [`${name}: ${literal(cells[i] as string | number)}`],
    );
    return `{${pairs.join(', ')}}`;
  };
}

const CODES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * Quoted so that no text can end its quotes. Neo4j resolves `\uXXXX` before it looks for quotes, so
 * a backslash is never followed by a `u`: the text is cut in two there. Numbers keep a decimal point,
 * so that a property has one type.
 */
export function literal(value: string | number): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
  }
  const text = value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\\'\n\r\t]/g, (mark) => CODES[mark] as string)
    .replace(/\\\\(?=u)/g, "\\\\' + '");
  return `'${text}'`;
}
