/** A table of text read from its file as a stream: its rows are kept, its text is not. */
import type { Rejected } from '@msp-impact/contract';
import type { Table, TableRow } from '../table.ts';
import { BlockReader } from '../table-blocks.ts';
import type { SourceFile } from './format.ts';
import { streamedText } from './streamed-text.ts';

export type StreamedTable =
  | { readonly table: Table; readonly note: string | undefined }
  | { readonly reason: string };

export async function streamedTable(file: SourceFile): Promise<StreamedTable> {
  const read = await streamedText(file);
  if ('reason' in read) return read;
  const reader = new BlockReader(file.name);
  const tables: Table[] = [];
  for await (const text of read.texts) {
    tables.push(...reader.push(text));
    if (reader.dead) break;
  }
  tables.push(...(await reader.end()));
  return { table: joined(file.name, tables), note: read.note };
}

function joined(file: string, tables: readonly Table[]): Table {
  const rows: TableRow[] = [];
  const rejected: Rejected[] = [];
  for (const table of tables) {
    for (const row of table.rows) rows.push(row);
    for (const one of table.rejected) rejected.push(one);
  }
  return { file, headers: tables[0]?.headers ?? [], rows, rejected };
}
