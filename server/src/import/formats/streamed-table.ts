/** A table of text read from its file as a stream: its rows are kept, its text is not. */
import type { Rejected } from '@msp-impact/contract';
import type { Table, TableRow } from '../table.ts';
import { BlockReader } from '../table-blocks.ts';
import { bytesOfFile, encodingOf, textOfFile } from '../text-stream.ts';
import type { SourceFile } from './format.ts';
import { NO_TEXT, packedReason } from './text.ts';

export type StreamedTable =
  | { readonly table: Table; readonly note: string | undefined }
  | { readonly reason: string };

/** Characters in which what is no text shows itself. */
const BEGINNING = 2000;

export async function streamedTable(file: SourceFile): Promise<StreamedTable> {
  try {
    for await (const chunk of bytesOfFile(file)) {
      const packed = packedReason(chunk);
      if (packed) return { reason: packed };
      break;
    }
    return await read(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { reason: `cannot be read: ${(error as Error).message}` };
  }
}

async function read(file: SourceFile): Promise<StreamedTable> {
  const encoding = await encodingOf(file);
  const reader = new BlockReader(file.name);
  const tables: Table[] = [];
  let seen = 0;
  for await (const text of textOfFile(file, encoding)) {
    if (seen < BEGINNING && text.slice(0, BEGINNING).includes('\0')) return { reason: NO_TEXT };
    seen += text.length;
    tables.push(...reader.push(text));
    if (reader.dead) break;
  }
  tables.push(...(await reader.end()));
  const note =
    encoding === 'windows-1252'
      ? `${file.name} is not UTF-8: it was read as Windows-1252.`
      : undefined;
  return { table: joined(file.name, tables), note };
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
