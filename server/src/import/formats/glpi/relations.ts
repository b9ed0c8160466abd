/** Rows of glpi_impactrelations, with names where the export joined them in. */
import type { AssetBuild } from '../asset-build.ts';
import { evidenceOf } from '../evidence.ts';
import type { Names, SourceTable } from '../tables.ts';
import { addItem } from './items.ts';

interface End {
  readonly itemtype: Names;
  readonly id: Names;
  readonly name: Names;
}

const SOURCE: End = {
  itemtype: ['itemtypesource', 'sourceitemtype', 'sourcetype'],
  id: ['itemsidsource', 'sourceitemsid', 'sourceid'],
  name: ['namesource', 'sourcename', 'source'],
};
const IMPACTED: End = {
  itemtype: ['itemtypeimpacted', 'impacteditemtype', 'impactedtype'],
  id: ['itemsidimpacted', 'impacteditemsid', 'impactedid'],
  name: ['nameimpacted', 'impactedname', 'impacted'],
};
const USED = [SOURCE, IMPACTED].flatMap(({ itemtype, id, name }) => [itemtype, id, name]);

export function isImpactRelations(table: SourceTable): boolean {
  return [SOURCE, IMPACTED].every(({ itemtype, id }) => table.has(itemtype) && table.has(id));
}

export function addImpactRelations(table: SourceTable, build: AssetBuild): void {
  const evidence = evidenceOf({ file: table.file });
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const [from, to] = [SOURCE, IMPACTED].map(({ itemtype, id, name }) =>
      addItem(
        {
          itemtype: table.cell(row, itemtype),
          id: table.cell(row, id),
          name: table.cell(row, name),
        },
        build,
        place,
        { itemtype: table.header(itemtype), id: table.header(id) },
      ),
    );
    if (from === undefined || to === undefined) continue;
    const attributes = table.others(row, USED);
    const column = table.header(IMPACTED.id);
    build.link({ from, to, relation: 'impacts', evidence, attributes }, { ...place, column });
  }
}
