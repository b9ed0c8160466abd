/** Which store: Neo4j where it is configured, else the embedded one. */
import { openEmbedded } from './embedded/embedded-store.ts';
import type { Neo4jConfig } from './neo4j/connection.ts';
import { openNeo4j } from './neo4j/neo4j-store.ts';
import type { Store } from './port.ts';

export interface StoreConfig {
  /** Folder of the embedded store; made where it is missing, not touched when `neo4j` is set. */
  readonly dataFolder: string;
  readonly neo4j?: Neo4jConfig | undefined;
}

/** Opens the store and brings its schema up to date. Rejects with StoreFault. */
export function openStore({ dataFolder, neo4j }: StoreConfig): Promise<Store> {
  return neo4j ? openNeo4j(neo4j) : openEmbedded(dataFolder);
}
