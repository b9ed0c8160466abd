/** What the tests of the Neo4j store do besides asking it. */
import neo4j from 'neo4j-driver';
import type { Neo4jConfig } from '../neo4j/connection.ts';

/** Runs one statement of a test against the database; rows as objects. */
export async function cypher(
  { uri, user, password }: Neo4jConfig,
  statement: string,
): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  const session = driver.session();
  try {
    const { records } = await session.run(statement);
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
    await driver.close();
  }
}

/** Empties the database that a test was pointed to; its schema stays. */
export async function wipe(config: Neo4jConfig): Promise<void> {
  await cypher(config, 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
}

/** A server that scripts/neo4j.js started. */
export interface LocalNeo4j extends Neo4jConfig {
  readonly port: number;
  stop(): Promise<void>;
}

interface Runner {
  neo4jAvailable(): boolean;
  startNeo4j(options: { home: string; port?: number; password?: string }): Promise<LocalNeo4j>;
}

/** scripts/neo4j.js is plain JavaScript outside of this project: it is loaded by its address. */
export async function localNeo4j(): Promise<Runner> {
  const address = new URL('../../../../scripts/neo4j.js', import.meta.url);
  return (await import(address.href)) as Runner;
}
