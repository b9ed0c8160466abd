/** Constraints and indexes, as numbered migrations. A migration that was released is never edited. */
import { createHash } from 'node:crypto';
import { StoreFault } from '../port.ts';
import { type Connection, stored } from './connection.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Each may run again without harm: Neo4j takes schema statements one by one. */
  readonly statements: readonly string[];
}

const unique = (name: string, pattern: string, properties: string) =>
  `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE ${properties} IS UNIQUE`;

const FIRST = [
  unique('msp_node_id', '(n:Node)', 'n.id'),
  unique('msp_contract_id', '(n:Contract)', 'n.id'),
  unique('msp_note_id', '(n:Note)', 'n.id'),
  unique('msp_meta_id', '(n:Meta)', 'n.id'),
  unique('msp_change_revision', '(n:Change)', 'n.revision'),
  unique('msp_change_items_page', '(n:ChangeItems)', '(n.revision, n.page)'),
  unique('msp_supplies_id', '()-[r:SUPPLIES]-()', 'r.id'),
  unique('msp_supports_id', '()-[r:SUPPORTS]-()', 'r.id'),
  unique('msp_serves_id', '()-[r:SERVES]-()', 'r.id'),
  unique('msp_subcontracts_for_id', '()-[r:SUBCONTRACTS_FOR]-()', 'r.id'),
  unique('msp_hosts_id', '()-[r:HOSTS]-()', 'r.id'),
  unique('msp_feeds_id', '()-[r:FEEDS]-()', 'r.id'),
  // Full text: what Bloom searches by; a range index refuses long names.
  'CREATE FULLTEXT INDEX msp_node_name IF NOT EXISTS FOR (n:Node) ON EACH [n.name]',
  'CREATE INDEX msp_note_about IF NOT EXISTS FOR (n:Note) ON (n.aboutType, n.aboutId)',
  'CREATE INDEX msp_change_token IF NOT EXISTS FOR (n:Change) ON (n.token)',
  "MERGE (m:Meta {id: 'graph'}) ON CREATE SET m.revision = 0, m.name = ''",
];

const PAPERS = [unique('msp_paper_version', '(n:Paper)', '(n.shelf, n.id, n.version)')];

/** What `model` and `ranges` hold of `dependencies: not recorded` (store/columns.ts), for graphs kept before. */
const flagged = (property: string, flag: string) =>
  `${property} = CASE WHEN ${property} IS NULL THEN '{${flag}}'
   ELSE left(${property}, size(${property}) - 1) + ',${flag}}' END`;
const SILENT = [
  `MATCH (n:Node) WHERE n.json CONTAINS '"dependencies":"not recorded"'
   AND NOT coalesce(n.model, '') ENDS WITH '"silent":true}' SET ${flagged('n.model', '"silent":true')}`,
  `MATCH (:Node)-[r]->(:Node) WHERE r.json IS NOT NULL
   AND any(one IN ['part of', 'CONTAINS', 'CONTAINED_BY'] WHERE r.json CONTAINS '"relation":"' + one + '"')
   AND NOT coalesce(r.ranges, '') ENDS WITH '"part":true}' SET ${flagged('r.ranges', '"part":true')}`,
];

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'graph, change log, notes', statements: FIRST },
  { number: 2, name: 'papers: scenarios, reports', statements: PAPERS },
  { number: 3, name: 'nodes of which a source records no dependencies', statements: SILENT },
];

export function checksum({ statements }: Migration): string {
  return createHash('sha256').update(statements.join('\n')).digest('hex');
}

interface Applied {
  readonly number: number;
  readonly checksum: string;
}

function verify(done: readonly Applied[], migrations: readonly Migration[], uri: string): void {
  for (const { number, checksum: found } of done) {
    const known = migrations.find((one) => one.number === number);
    if (!known) {
      const text = `The graph in Neo4j at ${uri} was written by a newer version of this program (schema ${number}). Install that version.`;
      throw new StoreFault('newer-schema', text);
    }
    if (checksum(known) !== found) {
      const text = `The graph in Neo4j at ${uri} was set up by another program: its migration ${number} is not this program's. Use another database.`;
      throw new StoreFault('altered-migration', text);
    }
  }
}

async function apply(connection: Connection, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await connection.statement(statement);
  const { number, name } = migration;
  const parameters = {
    id: `migration/${number}`,
    number: stored(number),
    name,
    checksum: checksum(migration),
    at: new Date().toISOString(),
  };
  await connection.write((run) =>
    run(
      `MERGE (m:Meta {id: $id})
       ON CREATE SET m.number = $number, m.name = $name, m.checksum = $checksum, m.at = $at`,
      parameters,
    ),
  );
}

/** Brings the schema up to date; throws StoreFault newer-schema or altered-migration. */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const done = await connection.read((run) =>
    run<Applied>(
      `MATCH (m:Meta) WHERE m.id STARTS WITH 'migration/'
       RETURN m.number AS number, m.checksum AS checksum`,
    ),
  );
  verify(done, migrations, connection.uri);
  const numbers = new Set(done.map(({ number }) => number));
  for (const one of migrations) if (!numbers.has(one.number)) await apply(connection, one);
}
