/** Lists of source, relation and target, as reports of iTop give its relation `impacts`. */
import { folded } from '../../../text/slug.ts';
import type { AssetBuild } from '../asset-build.ts';
import { evidenceOf } from '../evidence.ts';
import type { SourceTable } from '../tables.ts';
import { cellsOf, columnOf, type End, nodeOf, type Objects } from './ends.ts';

const end = (word: string, more: string): End => ({
  space: 'FunctionalCI',
  id: [`${word}id`, `${more}id`],
  name: [word, `${word}name`, `${word}object`, more, `${more}name`],
  finalclass: [`${word}class`, `${more}class`],
  kind: 'product',
});
const SOURCE = end('source', 'from');
const TARGET = end('target', 'to');
const RELATION = ['relation', 'relationcode', 'relationtype', 'type'];

export function isPlain(table: SourceTable): boolean {
  const has = ({ id, name }: End) => table.has(id) || table.has(name);
  return has(SOURCE) && has(TARGET) && table.has(RELATION);
}

export function addPlain(table: SourceTable, objects: Objects, build: AssetBuild): void {
  const evidence = evidenceOf({ file: table.file });
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const word = table.cell(row, RELATION);
    const way = folded(word).replace(/_/g, ' ');
    if (way !== 'impacts' && way !== 'depends on') {
      const at = { ...place, column: table.header(RELATION) };
      build.reject(at, word, 'must be impacts or depends on');
      continue;
    }
    const [source, target] = [SOURCE, TARGET].map((one) =>
      nodeOf(cellsOf(table, row, one), one, objects, build, {
        ...place,
        column: columnOf(table, one),
      }),
    );
    if (source === undefined || target === undefined) continue;
    const used = [SOURCE, TARGET].flatMap(({ id, name, finalclass }) => [id, name, finalclass]);
    const attributes = table.others(row, [...used, RELATION]);
    const ends = way === 'impacts' ? { from: source, to: target } : { from: target, to: source };
    const column = columnOf(table, way === 'impacts' ? SOURCE : TARGET);
    build.link({ ...ends, relation: word, evidence, attributes }, { ...place, column });
  }
}
