/** The script run by a real Neo4j, where NEO4J_URI names one, in a transaction that is taken back. */
import type { GraphDocument } from '@msp-impact/contract';
import neo4j from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { imported } from '../../import/testing/apply.ts';
import { documentOf, link, node, sampleDocument } from '../../snapshot/testing.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import { claimDatabase } from '../../store/testing/claim.ts';
import { csvHeader, csvText } from '../csv.ts';
import { documentString } from '../document.ts';
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

async function statements(document: GraphDocument): Promise<string[]> {
  const found: string[] = [];
  for await (const one of cypher(memoryReader(document))) {
    if (!one.startsWith('//') && !one.startsWith('CREATE CONSTRAINT')) found.push(one.trim());
  }
  return found.map((one) => one.replace(/;$/, ''));
}

describe.skipIf(!NEO4J_URI)('the script in a real Neo4j', () => {
  claimDatabase(NEO4J_URI ?? '');
  test('makes the graph, twice the same, and every text arrives as it was', async () => {
    const driver = neo4j.driver(NEO4J_URI as string, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
    const transaction = await driver.session().beginTransaction();
    try {
      for (const one of [...(await statements(HARD)), ...(await statements(HARD))]) {
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

  test('holds all of the graph: its properties are the cells of the CSV tables', async () => {
    const sample = sampleDocument();
    const whole: GraphDocument = {
      ...sample,
      contracts: [{ id: 'c', supplier: 'advanced', title: 'A deal', value: 7, currency: 'GBP' }],
    };
    const driver = neo4j.driver(NEO4J_URI as string, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
    const transaction = await driver.session().beginTransaction();
    try {
      await transaction.run('MATCH (n) DETACH DELETE n');
      for (const one of await statements(whole)) await transaction.run(one);
      const table = async (name: string, headers: string[], query: string) => {
        const { records } = await transaction.run(query);
        const rows = records.map((record) => record.get(0) as Record<string, string | number>);
        expect(
          rows.flatMap((row) => Object.keys(row)).filter((key) => !headers.includes(key)),
        ).toEqual([]);
        const cells = rows.map((row) => headers.map((header) => String(row[header] ?? '')));
        return { name, text: csvText([headers, ...cells]) };
      };
      const nodes = await table(
        'nodes.csv',
        csvHeader('node'),
        'MATCH (n:Node) RETURN properties(n)',
      );
      const more = [
        await table(
          'links.csv',
          csvHeader('dependency'),
          'MATCH (a:Node)-[r]->(b:Node) WHERE r.id IS NOT NULL AND startNode(r).id = r.from AND endNode(r).id = r.to RETURN properties(r)',
        ),
        await table(
          'contracts.csv',
          csvHeader('contract'),
          'MATCH (c:Contract) RETURN properties(c)',
        ),
      ];
      const { answer, graph } = await imported({ ...nodes, more });
      expect(answer.rejected).toEqual([]);
      expect(documentString({ ...graph, name: sample.name! })).toBe(documentString(whole));
      const { records } = await transaction.run(
        'MATCH (c:Node)-[:OWNED_BY|PART_OF]->(p:Node) WHERE c.parent = p.id RETURN count(*) AS n',
      );
      const owned = sample.nodes.filter(({ parent }) => parent !== undefined);
      expect(Number(records[0]?.get('n'))).toBe(owned.length);
    } finally {
      await transaction.rollback();
      await driver.close();
    }
  });
});
