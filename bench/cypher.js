/** The reach of one node as a path query in Cypher, on the Neo4j that NEO4J_URI names. Its content is replaced. */
import neo4j from 'neo4j-driver';
import { LINK_TYPES } from '../server/dist/store/neo4j/vocabulary.js';
import { largeDocument } from './large.js';
import { median } from './report.js';
import { fill } from './served.js';

const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE } = process.env;
export const NEO4J = NEO4J_URI;
const RUNS = 3;

/** DISTINCT lets the planner prune: it walks breadth-first and visits each node once. */
const REACH = `MATCH (start:Node {id: $id})-[:${LINK_TYPES.join('|')}*0..]->(found)
RETURN count(DISTINCT found) AS reached`;

/**
 * ms of the query, the median of a few after a first one, on a graph that the store's own writer put there.
 * @param {{ id: string, size: number }} node
 */
export async function reachByCypher({ id, size }) {
  const [user, password, database] = [NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE];
  const neo4jSettings = { uri: NEO4J_URI, user, password, ...(database ? { database } : {}) };
  await fill({ dataFolder: '', neo4j: neo4jSettings }, largeDocument());
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  const ask = async () => {
    const start = performance.now();
    const { records } = await driver.executeQuery(REACH, { id }, database ? { database } : {});
    const reached = records[0].get('reached');
    if (reached !== size) throw new Error(`Cypher reached ${reached} nodes, the engine ${size}`);
    return performance.now() - start;
  };
  try {
    await ask();
    const times = [];
    for (let run = 0; run < RUNS; run++) times.push(await ask());
    return median(times);
  } finally {
    await driver.close();
  }
}
