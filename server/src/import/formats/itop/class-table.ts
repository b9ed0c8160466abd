/** Exports of a class: each row a CI, its keys what it relies on. */
import type { AssetBuild } from '../asset-build.ts';
import { assumedFrom, evidenceOf } from '../evidence.ts';
import type { SourceTable } from '../tables.ts';
import { cellsOf, columnOf, hasEnd, nodeOf, type Objects, SELF } from './ends.ts';
import { KEYS, type Key } from './relations.ts';

type Row = SourceTable['rows'][number];

export function isClass(table: SourceTable): boolean {
  return (
    table.has(SELF.name) &&
    (table.has(SELF.finalclass) || table.has(SELF.id) || keysOf(table).length > 0)
  );
}

function keysOf(table: SourceTable): readonly Key[] {
  return KEYS.filter(({ end }) => hasEnd(table, end));
}

/** Objects of a class, by the row that each stands in; their keys may name rows of other tables. */
export function addObjects(
  table: SourceTable,
  objects: Objects,
  build: AssetBuild,
): readonly (readonly [row: Row, id: string])[] {
  const keys = keysOf(table);
  return table.rows.flatMap((row) => {
    const id = addRow(table, row, keys, objects, build);
    return id === undefined ? [] : [[row, id] as const];
  });
}

/** @param rows what addObjects gave, for all tables of the import before the first call */
export function addKeyLinks(
  table: SourceTable,
  rows: readonly (readonly [row: Row, id: string])[],
  objects: Objects,
  build: AssetBuild,
  notes: string[],
): void {
  const keys = keysOf(table);
  let twins = 0;
  for (const [row, id] of rows) if (addKeys(table, row, id, keys, objects, build)) twins++;
  if (twins === 0) return;
  notes.push(
    `${table.file}: ${twins} devices have two power sources: either is taken to be enough (assumed).`,
  );
}

function addRow(
  table: SourceTable,
  row: Row,
  keys: readonly Key[],
  objects: Objects,
  build: AssetBuild,
): string | undefined {
  const place = { file: table.file, row: row.row, column: columnOf(table, SELF) };
  const cells = cellsOf(table, row, SELF);
  const used = [SELF, ...keys.map(({ end }) => end)].flatMap(({ id, name }) => [id, name]);
  const attributes = table.others(row, used);
  const both = keys.filter(({ end, group }) => group && isNamed(table, row, { end })).length === 2;
  const more = both ? { groups: { power: { rule: 'any' } } } : {};
  return nodeOf(cells, SELF, objects, build, place, { attributes, more });
}

function isNamed(table: SourceTable, row: Row, { end }: Key): boolean {
  const { number, name } = cellsOf(table, row, end);
  return number !== '' || name !== '';
}

/** @returns whether two of the keys are alternatives to each other */
function addKeys(
  table: SourceTable,
  row: Row,
  to: string,
  keys: readonly Key[],
  objects: Objects,
  build: AssetBuild,
): boolean {
  const named = keys.filter((key) => isNamed(table, row, key));
  const both = named.filter(({ group }) => group).length === 2;
  for (const { end, group } of named) {
    const place = { file: table.file, row: row.row, column: columnOf(table, end) };
    const from = nodeOf(cellsOf(table, row, end), end, objects, build, place);
    if (from === undefined) continue;
    const relation = columnOf(table, end);
    const evidence =
      group && both
        ? assumedFrom(place, 'either power source is taken to be enough')
        : evidenceOf({ file: table.file });
    const grouped = group && both ? { group } : {};
    build.link({ from, to, relation, evidence, ...grouped }, place);
  }
  return both;
}
