/** The store for a team: a Neo4j database that people can also look at with Neo4j's own tools. */
import type { Store } from '../port.ts';
import { connect, type Neo4jConfig } from './connection.ts';
import { graphState } from './consistency.ts';
import { neo4jChangeLog, neo4jNotes } from './log.ts';
import { neo4jReader } from './read.ts';
import { migrate } from './schema.ts';
import { neo4jShelf } from './shelf.ts';
import { neo4jWriter } from './write.ts';

/**
 * Connects and brings the schema up to date. The graph takes the whole database.
 * Rejects with StoreFault unreachable, unauthorised, newer-schema or altered-migration.
 */
export async function openNeo4j(config: Neo4jConfig): Promise<Store> {
  const connection = connect(config);
  try {
    await connection.verify();
    await migrate(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    kind: 'neo4j',
    reader: neo4jReader(connection),
    writer: neo4jWriter(connection),
    changes: neo4jChangeLog(connection),
    notes: neo4jNotes(connection),
    scenarios: neo4jShelf(connection, 'scenarios'),
    reports: neo4jShelf(connection, 'reports'),
    whatIfs: neo4jShelf(connection, 'whatIfs'),
    apart: neo4jShelf(connection, 'apart'),
    asked: neo4jShelf(connection, 'asked'),
    mappings: neo4jShelf(connection, 'mappings'),
    incidents: neo4jShelf(connection, 'incidents'),
    measureLists: neo4jShelf(connection, 'measureLists'),
    check: async () => {
      await connection.verify();
      await connection.read(graphState);
    },
    close: () => connection.close(),
  };
}
