/** Empties the database that a test was pointed to; its schema stays. */
import neo4j from 'neo4j-driver';
import type { Neo4jConfig } from '../neo4j/connection.ts';

export async function wipe({ uri, user, password }: Neo4jConfig): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  } finally {
    await session.close();
    await driver.close();
  }
}
