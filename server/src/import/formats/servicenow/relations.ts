/** Rows of cmdb_rel_ci as links. */

import { slug } from '../../../text/slug.ts';
import type { AssetBuild, Place } from '../asset-build.ts';
import { assumedFrom, evidenceOf } from '../evidence.ts';
import { sourceId } from '../source-id.ts';
import type { Names, SourceTable } from '../tables.ts';
import { type ItemTable, kindOf } from './items.ts';
import { wayOf } from './types.ts';

interface End {
  readonly key: Names;
  /** Where the export walks on to the item itself: `parent.name`, `parent.sys_class_name`. */
  readonly name: Names;
  readonly sysClass: Names;
}

const endOf = (word: string): End => ({
  key: [`${word}sysid`, word, `${word}name`],
  name: [`${word}name`, word],
  sysClass: [`${word}sysclassname`, `${word}class`],
});
const PARENT = endOf('parent');
const CHILD = endOf('child');
const TYPE: Names = ['type', 'typename', 'reltype', 'relationshiptype', 'relationship'];
const SYS_ID: Names = ['sysid'];
const USED = [
  ...[PARENT, CHILD].flatMap(({ key, name, sysClass }) => [key, [name[0] as string], sysClass]),
  TYPE,
  SYS_ID,
];
const IS_SYS_ID = /^[0-9a-f]{32}$/i;

export function isRelations(table: SourceTable): boolean {
  return table.has(PARENT.key) && table.has(CHILD.key);
}

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
    const nodeAt = ({ key, name, sysClass }: End) => {
      const cells = {
        key: table.cell(row, key),
        name: table.cell(row, name),
        sysClass: table.cell(row, sysClass),
      };
      return nodeIn(cells, items, build, { ...place, column: table.header(key) }, made);
    };
    const parent = nodeAt(PARENT);
    const child = nodeAt(CHILD);
    if (parent === undefined || child === undefined) continue;
    const [from, to] = way === 'turn' ? [child, parent] : [parent, child];
    const attributes = table.others(row, USED);
    attributes.add('cmdb_rel_ci sys_id', table.cell(row, SYS_ID));
    const column = table.header((way === 'turn' ? CHILD : PARENT).key);
    build.link({ from, to, relation: type, evidence, attributes }, { ...place, column });
  }
  noteSilent(table.file, silent, notes);
  if (made.size > 0) {
    notes.push(
      `${table.file}: no table of items that was imported has them: ${made.size} items without a class were taken as products.`,
    );
  }
}

interface Cells {
  readonly key: string;
  readonly name: string;
  readonly sysClass: string;
}

/** undefined: it was rejected. */
function nodeIn(
  { key, name, sysClass }: Cells,
  items: ItemTable,
  build: AssetBuild,
  place: Place,
  made: Set<string>,
): string | undefined {
  if (key === '') {
    build.reject(place, key, 'must not be empty');
    return undefined;
  }
  const found = items.find(key);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const reason = 'several items have this name; export the relations with sys_ids';
    build.reject(place, key, reason);
    return undefined;
  }
  const isId = IS_SYS_ID.test(key);
  const known = isId ? (IS_SYS_ID.test(name) ? '' : name) : key;
  // May be stored from an earlier import; the rules tell when it is not.
  if (isId && known === '') return sourceId(key);
  if (!isId && items.known) {
    build.reject(place, key, 'no item of the imported tables has this sys_id or name');
    return undefined;
  }
  const id = isId ? sourceId(key) : slug(key);
  const evidence = assumedFrom(place, 'named in a relation, in no table of items');
  const kind = kindOf(sysClass);
  if (build.node({ id, kind, name: known, evidence }, place) && sysClass === '') made.add(id);
  items.add(isId ? key : '', known, id);
  return id;
}

function noteSilent(file: string, silent: ReadonlyMap<string, number>, notes: string[]): void {
  if (silent.size === 0) return;
  const list = [...silent].map(([type, count]) => `${type} (${count})`).join(', ');
  notes.push(
    `${file}: relations of these types say nothing of who relies on whom and made no links: ${list}.`,
  );
}
