/**
 * iTop exports (CSV): tables of links (lnkApplicationSolutionToFunctionalCI …), exports of classes
 * with their keys (a virtual machine's host, a database's server), and lists of source, relation
 * and target. docs/importers/itop.md says it all.
 */
import { fault } from '../../../rules/fault.ts';
import { AssetBuild } from '../asset-build.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { type SourceTable, tablesOf } from '../tables.ts';
import { addKeyLinks, addObjects, isClass } from './class-table.ts';
import { cellsOf, hasEnd, Objects, SELF } from './ends.ts';
import { addLinkTable, addProviderTable, isProviderTable, linkTableOf } from './link-table.ts';
import { addPlain, isPlain } from './plain-table.ts';
import { CONTRACTED, KEYS } from './relations.ts';

export const itop: FormatReader = { read };

const UNKNOWN_TABLE =
  'these headers belong to no export of iTop that is read: a link table has two keys, as applicationsolution_id and functionalci_id; a class has name and finalclass or a key as virtualhost_id; a list has source, relation and target';

async function read(files: readonly SourceFile[]): Promise<FormatReading> {
  const { tables, errors, notes } = await tablesOf(files);
  const build = new AssetBuild();
  const said = [...notes];
  const objects = new Objects();
  for (const table of tables) noteObjects(table, objects);
  const faults = [...errors];
  // Objects first: the rows of their class know most of them, and links may name any.
  const classes = tables
    .filter(isOwnClass)
    .map((table) => ({ table, rows: addObjects(table, objects, build) }));
  for (const { table, rows } of classes) addKeyLinks(table, rows, objects, build, said);
  for (const table of tables) {
    const links = linkTableOf(table);
    if (links) addLinkTable(table, links, objects, build, said);
    else if (isProviderTable(table)) addProviderTable(table, objects, build, said);
    else if (isPlain(table)) addPlain(table, objects, build);
    else if (!isClass(table)) {
      faults.push(fault(`${table.file}, row 1`, table.headers.join(', '), UNKNOWN_TABLE));
    }
  }
  const unread = tables.flatMap((table) => table.rejected);
  const count = tables.reduce((sum, { rows, rejected }) => sum + rows.length + rejected.length, 0);
  return {
    read: count,
    candidates: build.candidates(),
    rejected: [...unread, ...build.rejected],
    notes: [...said, ...build.notes()],
    errors: faults,
  };
}

function isOwnClass(table: SourceTable): boolean {
  return !linkTableOf(table) && !isProviderTable(table) && !isPlain(table) && isClass(table);
}

function noteObjects(table: SourceTable, objects: Objects): void {
  const links = linkTableOf(table);
  const ends = links
    ? [links.dependent, links.provider]
    : isProviderTable(table)
      ? CONTRACTED
      : [SELF, ...KEYS.map(({ end }) => end)];
  for (const end of ends) {
    if (!hasEnd(table, end)) continue;
    for (const row of table.rows) {
      const { number, name } = cellsOf(table, row, end);
      objects.note(end.space, number, name);
    }
  }
}
