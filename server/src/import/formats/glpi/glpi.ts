/**
 * GLPI exports (CSV): the impact relations of its database (glpi_impactrelations: the source
 * supplies the impacted item), and the list that its impact analysis gives for one item.
 * docs/importers/glpi.md says it all.
 */
import { fault } from '../../../rules/fault.ts';
import { AssetBuild } from '../asset-build.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { tablesOf } from '../tables.ts';
import { addAnalyses, isAnalysis } from './analysis.ts';
import { addImpactRelations, isImpactRelations } from './relations.ts';

export const glpi: FormatReader = { read };

const UNKNOWN_TABLE =
  'these headers belong to no export of GLPI that is read: an impact analysis has Relation, Itemtype, Id and Name; glpi_impactrelations has itemtype_source, items_id_source, itemtype_impacted and items_id_impacted';

async function read(files: readonly SourceFile[]): Promise<FormatReading> {
  const { tables, errors, notes } = await tablesOf(files);
  const build = new AssetBuild();
  const said = [...notes];
  const relations = tables.filter(isImpactRelations);
  const analyses = tables.filter((table) => !isImpactRelations(table) && isAnalysis(table));
  const faults = tables
    .filter((table) => !relations.includes(table) && !analyses.includes(table))
    .map((table) => fault(`${table.file}, row 1`, table.headers.join(', '), UNKNOWN_TABLE));
  for (const table of relations) addImpactRelations(table, build);
  addAnalyses(analyses, build, said);
  const unread = tables.flatMap((table) => table.rejected);
  const count = tables.reduce((sum, { rows, rejected }) => sum + rows.length + rejected.length, 0);
  return {
    read: count,
    candidates: build.candidates(),
    rejected: [...unread, ...build.rejected],
    notes: [...said, ...build.notes()],
    errors: [...errors, ...faults],
  };
}
