/**
 * ServiceNow exports (CSV) of cmdb_ci and cmdb_rel_ci, in one import together or one after the
 * other. `Depends on::Used by` reads "parent depends on child": the arrow turns; types.ts says how
 * each type is read, docs/importers/servicenow.md all of it.
 */
import { fault } from '../../../rules/fault.ts';
import { AssetBuild } from '../asset-build.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { type SourceTable, tablesOf } from '../tables.ts';
import { addItems, ItemTable } from './items.ts';
import { addRelations, isRelations } from './relations.ts';

export const servicenow: FormatReader = { read };

const CLASS = ['sysclassname', 'class', 'ciclass', 'type', 'category'];

async function read(files: readonly SourceFile[]): Promise<FormatReading> {
  const { tables, errors, notes } = await tablesOf(files);
  const build = new AssetBuild();
  const said = [...notes];
  const wrong = tables.filter((table) => !isRelations(table) && !isItems(table));
  const faults = [
    ...errors,
    ...wrong.map((table) => {
      const reason =
        'these headers belong to no table of ServiceNow that is read: cmdb_ci has sys_id, name and sys_class_name; cmdb_rel_ci has parent, type and child';
      return fault(`${table.file}, row 1`, table.headers.join(', '), reason);
    }),
  ];
  const items = new ItemTable();
  for (const table of tables.filter(isItems)) addItems(table, items, build, said);
  for (const table of tables.filter(isRelations)) addRelations(table, items, build, said);
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

function isItems(table: SourceTable): boolean {
  return (
    !isRelations(table) &&
    table.has(['name', 'displayname']) &&
    (table.has(['sysid']) || table.has(CLASS))
  );
}
