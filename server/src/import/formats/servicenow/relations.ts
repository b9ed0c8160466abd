/** Rows of cmdb_rel_ci as links. */

import { slug } from '../../slug.ts';
import type { AssetBuild, Place } from '../asset-build.ts';
import { assumedFrom, evidenceOf } from '../evidence.ts';
import { sourceId } from '../source-id.ts';
import type { Names, SourceTable } from '../tables.ts';
import type { ItemTable } from './items.ts';
import { wayOf } from './types.ts';

export const PARENT: Names = ['parent', 'parentsysid', 'parentname'];
export const CHILD: Names = ['child', 'childsysid', 'childname'];
const TYPE: Names = ['type', 'typename', 'reltype', 'relationshiptype', 'relationship'];
const SYS_ID: Names = ['sysid'];
const IS_SYS_ID = /^[0-9a-f]{32}$/i;

export function addRelations(
  table: SourceTable,
  items: ItemTable,
  build: AssetBuild,
  notes: string[],
): void {
  const evidence = evidenceOf({ file: table.file });
  const silent = new Map<string, number>();
  const made = new Set<string>();
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const type = table.cell(row, TYPE);
    const way = wayOf(type);
    if (way === undefined) {
      const reason =
        'is no type of relation that is known to say who relies on whom; it made no link';
      build.reject({ ...place, column: table.header(TYPE) || 'type' }, type, reason);
      continue;
    }
    if (way === 'none') {
      silent.set(type, (silent.get(type) ?? 0) + 1);
      continue;
    }
    const end = (names: Names) => {
      const at = { ...place, column: table.header(names) };
      return nodeIn(table.cell(row, names), items, build, at, made);
    };
    const parent = end(PARENT);
    const child = end(CHILD);
    if (parent === undefined || child === undefined) continue;
    const [from, to] = way === 'turn' ? [child, parent] : [parent, child];
    const attributes = table.others(row, [PARENT, CHILD, TYPE, SYS_ID]);
    attributes.add('cmdb_rel_ci sys_id', table.cell(row, SYS_ID));
    const column = table.header(way === 'turn' ? CHILD : PARENT);
    build.link({ from, to, relation: type, evidence, attributes }, { ...place, column });
  }
  noteSilent(table.file, silent, notes);
  if (made.size > 0) {
    notes.push(
      `${table.file}: no table of items was imported with it; ${made.size} items known by name alone were taken as products.`,
    );
  }
}

/** undefined: it was rejected. */
function nodeIn(
  cell: string,
  items: ItemTable,
  build: AssetBuild,
  place: Place,
  made: Set<string>,
): string | undefined {
  if (cell === '') {
    build.reject(place, cell, 'must not be empty');
    return undefined;
  }
  const found = items.find(cell);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const reason = `several items have this name; export the relations with sys_ids`;
    build.reject(place, cell, reason);
    return undefined;
  }
  // May be stored from an earlier import; the rules tell when it is not.
  if (IS_SYS_ID.test(cell)) return sourceId(cell);
  if (items.known) {
    build.reject(place, cell, 'no item of the imported tables has this sys_id or name');
    return undefined;
  }
  const id = slug(cell);
  const evidence = assumedFrom(place, 'named in a relation alone; its class is not known');
  if (build.node({ id, kind: 'product', name: cell, evidence }, place)) made.add(id);
  items.add('', cell, id);
  return id;
}

function noteSilent(file: string, silent: ReadonlyMap<string, number>, notes: string[]): void {
  if (silent.size === 0) return;
  const list = [...silent].map(([type, count]) => `${type} (${count})`).join(', ');
  notes.push(
    `${file}: relations of these types say nothing of who relies on whom and made no links: ${list}.`,
  );
}
