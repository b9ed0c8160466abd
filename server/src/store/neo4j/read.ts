/** GraphReader over Bolt. */
import type { ItemType } from '@msp-impact/contract';
import { CONTRACT_FIELDS, DEPENDENCY_FIELDS, NODE_FIELDS } from '../columns.ts';
import type {
  ContractColumns,
  DependencyColumns,
  GraphColumns,
  GraphReader,
  Item,
  NodeColumns,
  Stored,
} from '../port.ts';
import { byId } from '../writes.ts';
import type { Connection, Row, Run } from './connection.ts';
import { graphState, isSettled, lockedState } from './consistency.ts';
import { itemsById } from './items.ts';
import { scan } from './scan.ts';

const FREE_ATTEMPTS = 2;

const returning = (fields: readonly string[]) =>
  [...fields, 'revision'].map((field) => `x.\`${field}\` AS \`${field}\``).join(', ');

const LINK_ENDS = 'startNode(x).id AS `from`, endNode(x).id AS `to`';
const LINK_FIELDS = DEPENDENCY_FIELDS.filter((field) => field !== 'from' && field !== 'to');

const NODES = `MATCH (x:Node) RETURN ${returning(NODE_FIELDS)}`;
const LINKS = `MATCH (:Node)-[x]->(:Node) WHERE x.json IS NOT NULL
  RETURN ${LINK_ENDS}, ${returning(LINK_FIELDS)}`;
const CONTRACTS = `MATCH (x:Contract) RETURN ${returning(CONTRACT_FIELDS)}`;

async function sortedColumns<C>(run: Run, cypher: string, fields: readonly string[]): Promise<C> {
  const rows = (await run<Row & { id: string }>(cypher)).sort(byId);
  const columns: Record<string, unknown[]> = {};
  for (const field of [...fields, 'revision']) columns[field] = rows.map((row) => row[field]);
  return columns as C;
}

async function readColumns(run: Run): Promise<GraphColumns> {
  const state = await graphState(run);
  return {
    ...state,
    nodes: await sortedColumns<NodeColumns>(run, NODES, NODE_FIELDS),
    dependencies: await sortedColumns<DependencyColumns>(run, LINKS, DEPENDENCY_FIELDS),
    contracts: await sortedColumns<ContractColumns>(run, CONTRACTS, CONTRACT_FIELDS),
  };
}

/** Reads again when a commit came in between; the last attempt makes writers wait for it. */
async function settledColumns(connection: Connection): Promise<GraphColumns> {
  for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt++) {
    const columns = await connection.read(readColumns);
    if (await isSettled(connection, columns.revision)) return columns;
  }
  return connection.write(async (run) => {
    await lockedState(run);
    return readColumns(run);
  });
}

async function items<T extends Item>(
  connection: Connection,
  type: ItemType,
  ids: readonly string[],
): Promise<Stored<T>[]> {
  const found = await connection.read((run) => itemsById(run, type, ids));
  const stored = new Map(
    found.map(({ id, json, revision }) => [id, { item: JSON.parse(json) as T, revision }]),
  );
  return ids.flatMap((id) => stored.get(id) ?? []);
}

export function neo4jReader(connection: Connection): GraphReader {
  return {
    revision: async () => (await connection.read(graphState)).revision,
    columns: () => settledColumns(connection),
    items: <T extends Item>(type: ItemType, ids: readonly string[]) =>
      items<T>(connection, type, ids),
    scan: <T extends Item>(type: ItemType) => scan<T>(connection, type),
  };
}
