import { describe, test } from 'vitest';
import { describeStore } from '../conformance.ts';
import { wipe } from '../testing/neo4j.ts';
import { openNeo4j } from './neo4j-store.ts';

const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;

if (uri) {
  const config = { uri, user, password };
  describeStore(
    'the Neo4j store',
    {
      async fresh() {
        await wipe(config);
        return openNeo4j(config);
      },
      async reopen(store) {
        await store.close();
        return openNeo4j(config);
      },
    },
    { rounds: process.env.CI ? 100 : 10, scale: 20_000 },
  );
} else {
  console.log('SKIPPED: Neo4j conformance. Set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.');
  describe.skip('the Neo4j store', () => {
    test('needs NEO4J_URI', () => undefined);
  });
}
