/** The script run by a real Neo4j, where NEO4J_URI names one, in a transaction that is taken back. */
import type { GraphDocument } from '@msp-impact/contract';
import neo4j from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { memoryReader } from '../../import/memory-reader.ts';
import { documentOf, link, node } from '../../snapshot/testing.ts';
import { cypher } from './cypher.ts';

const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
const BREAKOUT = "\\u0027}] AS x DETACH DELETE n //\\' ; \\\\u0027 'quoted' \n\ttail\\";

const HARD: GraphDocument = {
  ...documentOf(
    [
      node('cypher-export/a', 'supplier', { name: BREAKOUT, parent: 'cypher-export/o' }),
      node('cypher-export/o', 'supplier'),
      node('cypher-export/p', 'product', { population: 12 }),
    ],
    [
      link('cypher-export/a', 'cypher-export/p', { strength: 0.25 }),
      { id: 'cypher-export/second', from: 'cypher-export/a', to: 'cypher-export/p' },
    ],
  ),
  contracts: [{ id: 'cypher-export/c', supplier: 'cypher-export/a', title: BREAKOUT, value: 7 }],
};

async function statements(): Promise<string[]> {
  const found: string[] = [];
  for await (const one of cypher(memoryReader(HARD))) {
    if (!one.startsWith('//') && !one.startsWith('CREATE CONSTRAINT')) found.push(one.trim());
  }
  return found.map((one) => one.replace(/;$/, ''));
}

describe.skipIf(!NEO4J_URI)('the script in a real Neo4j', () => {
  test('makes the graph, twice the same, and every text arrives as it was', async () => {
    const driver = neo4j.driver(NEO4J_URI as string, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
    const transaction = await driver.session().beginTransaction();
    try {
      for (const one of [...(await statements()), ...(await statements())]) {
        await transaction.run(one);
      }
      const { records } = await transaction.run(
        `MATCH (c:Contract)-[:WITH]->(a:Supplier)-[r:SUPPLIES]->(p:Product), (a)-[:OWNED_BY]->(o:Node:Supplier)
         WHERE a.id STARTS WITH 'cypher-export/'
         RETURN a.name AS name, c.title AS title, c.value AS value, r.strength AS strength, o.id AS owner
         ORDER BY r.id`,
      );
      const rows = records.map((record) => record.toObject());
      const same = { name: BREAKOUT, title: BREAKOUT, value: 7, owner: 'cypher-export/o' };
      expect(rows).toEqual([
        { ...same, strength: 0.25 },
        { ...same, strength: null },
      ]);
    } finally {
      await transaction.rollback();
      await driver.close();
    }
  });
});
