/**
 * The list that an impact analysis exports for one item: `Impact` items rely on it, it relies on
 * `Impacted by` items. The file's name is the only place where the item itself is named. The list
 * is flat: what is reached over others stands in it like what is next to it.
 */
import { folded } from '../../../text/slug.ts';
import type { AssetBuild } from '../asset-build.ts';
import { assumedFrom } from '../evidence.ts';
import type { Names, SourceTable } from '../tables.ts';
import { addItem, nameId } from './items.ts';

const RELATION: Names = ['relation'];
const ITEMTYPE: Names = ['itemtype'];
const ID: Names = ['id'];
const NAME: Names = ['name'];

export function isAnalysis(table: SourceTable): boolean {
  return [RELATION, ITEMTYPE, ID, NAME].every((names) => table.has(names));
}

export function addAnalyses(
  tables: readonly SourceTable[],
  build: AssetBuild,
  notes: string[],
): void {
  // Items first: the item of one file often is a row of another.
  const named = new Map<string, Set<string>>();
  const ids = tables.map((table) => table.rows.map((row) => itemIn(table, row, build, named)));
  tables.forEach((table, t) => {
    const subject = subjectOf(table, named, build);
    const evidence = assumedFrom(
      { file: table.file },
      'listed by the impact analysis, which does not tell links at first hand from those over others',
    );
    table.rows.forEach((row, i) => {
      const other = ids[t]?.[i];
      if (other === undefined) return;
      const word = table.cell(row, RELATION);
      const place = { file: table.file, row: row.row, column: table.header(RELATION) };
      const way = folded(word);
      if (way === 'impact')
        build.link({ from: subject, to: other, relation: word, evidence }, place);
      else if (way === 'impacted by') {
        build.link({ from: other, to: subject, relation: word, evidence }, place);
      } else build.reject(place, word, 'must be Impact or Impacted by; export in English');
    });
  });
  if (tables.length > 0) {
    notes.push(
      'A GLPI impact analysis lists all that is reached, near or far: each row was taken as a direct link (assumed). The table glpi_impactrelations tells them apart.',
    );
  }
}

function itemIn(
  table: SourceTable,
  row: SourceTable['rows'][number],
  build: AssetBuild,
  named: Map<string, Set<string>>,
): string | undefined {
  const name = table.cell(row, NAME);
  const cells = { itemtype: table.cell(row, ITEMTYPE), id: table.cell(row, ID), name };
  const columns = { itemtype: table.header(ITEMTYPE), id: table.header(ID) };
  const id = addItem(cells, build, { file: table.file, row: row.row }, columns);
  if (id === undefined || name === '') return id;
  const same = named.get(folded(name)) ?? new Set();
  named.set(folded(name), same.add(id));
  return id;
}

function subjectOf(table: SourceTable, named: Map<string, Set<string>>, build: AssetBuild): string {
  const name = table.file.replace(/\.(?:csv|txt)$/i, '').trim() || table.file;
  const [first, second] = named.get(folded(name)) ?? [];
  if (first !== undefined && second === undefined) return first;
  const id = nameId(name);
  const evidence = assumedFrom({ file: table.file }, 'the file is named after it');
  build.node({ id, kind: 'product', name, evidence }, { file: table.file, row: 1 });
  return id;
}
