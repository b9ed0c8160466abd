/** The register's tables out: an archive of CSV files, or a workbook. `--from dora` reads both again. */
import type { GraphReader } from '../../../store/port.ts';
import { csvText } from '../../csv.ts';
import { bytesOf, checkRows, fitted } from '../xlsx.ts';
import { zipped } from '../zip.ts';
import { registerGraph } from './register.ts';
import { doraTables } from './tables.ts';

/** Built in memory. Throws Conflict when the graph moves on meanwhile, and StoreFault. */
export async function* doraArchive(reader: GraphReader): AsyncIterable<Uint8Array> {
  const { tables, notes } = doraTables(await registerGraph(reader));
  yield zipped([
    ...tables.map(({ name, header, rows }) => ({
      name: `reports/${name.toLowerCase()}.csv`,
      content: csvText([header, ...rows].map((row) => row.map(String))),
    })),
    { name: 'notes.txt', content: `${notes.join('\n')}\n` },
  ]);
}

/** As doraArchive; throws TooLarge as well. */
export async function* doraWorkbook(reader: GraphReader): AsyncIterable<Uint8Array> {
  const { tables, notes } = doraTables(await registerGraph(reader));
  const sheets = tables.map(({ name, header, rows }) => {
    checkRows(rows.length + 1, `rows of ${name}`);
    const place = (at: number) => `${name}: row ${at + 2}: the text`;
    return {
      sheet: name,
      rows: [
        header,
        ...rows.map((row, at) => row.map((cell) => (cell === '' ? null : fitted(cell, place(at))))),
      ],
    };
  });
  yield await bytesOf([
    ...sheets,
    { sheet: 'notes', rows: [['notes'], ...notes.map((one) => [one])] },
  ]);
}
