/** Tables of links between two objects, and those that tie a CI or a service to its provider. */
import type { AssetBuild } from '../asset-build.ts';
import { evidenceOf } from '../evidence.ts';
import type { SourceTable } from '../tables.ts';
import { cellsOf, columnOf, type End, hasEnd, nodeOf, type Objects } from './ends.ts';
import {
  CONNECTION_TYPE,
  CONTRACT,
  CONTRACT_PROVIDER,
  CONTRACTED,
  LINK_TABLES,
  type LinkTable,
} from './relations.ts';

export function linkTableOf(table: SourceTable): LinkTable | undefined {
  return LINK_TABLES.find(
    ({ dependent, provider }) => hasEnd(table, dependent) && hasEnd(table, provider),
  );
}

export function addLinkTable(
  table: SourceTable,
  { dependent, provider }: LinkTable,
  objects: Objects,
  build: AssetBuild,
  notes: string[],
): void {
  const evidence = evidenceOf({ file: table.file });
  let uplinks = 0;
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const end = (one: End) =>
      nodeOf(cellsOf(table, row, one), one, objects, build, {
        ...place,
        column: columnOf(table, one),
      });
    const to = end(dependent);
    const from = end(provider);
    if (to === undefined || from === undefined) continue;
    const used = [dependent, provider].flatMap(({ id, name, finalclass }) => [
      id,
      name,
      finalclass,
    ]);
    const attributes = table.others(row, used);
    const turned = table.cell(row, CONNECTION_TYPE).toLowerCase() === 'uplink';
    if (turned) uplinks++;
    const ends = turned ? { from: to, to: from } : { from, to };
    const column = columnOf(table, provider);
    build.link({ ...ends, relation: 'impacts', evidence, attributes }, { ...place, column });
  }
  if (uplinks > 0) {
    notes.push(`${table.file}: ${uplinks} uplinks: there the network device relies on the other.`);
  }
}

export function isProviderTable(table: SourceTable): boolean {
  return hasEnd(table, CONTRACT) && CONTRACTED.some((end) => hasEnd(table, end));
}

export function addProviderTable(
  table: SourceTable,
  objects: Objects,
  build: AssetBuild,
  notes: string[],
): void {
  const evidence = evidenceOf({ file: table.file });
  const contracted = CONTRACTED.find((end) => hasEnd(table, end)) as End;
  let nameless = 0;
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const at = { ...place, column: columnOf(table, contracted) };
    const id = nodeOf(cellsOf(table, row, contracted), contracted, objects, build, at);
    if (id === undefined) continue;
    const provider = table.cell(row, CONTRACT_PROVIDER);
    if (provider === '' || /^\d+$/.test(provider)) nameless++;
    else
      build.supplier(provider, id, evidence, { ...place, column: table.header(CONTRACT_PROVIDER) });
  }
  if (nameless > 0) {
    notes.push(
      `${table.file}: ${nameless} rows name a contract and not its provider; export providercontract_id->provider_name too.`,
    );
  }
}
