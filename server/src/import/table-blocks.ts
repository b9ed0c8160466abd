/**
 * A table read as a stream, in blocks of rows: neither its text nor its rows are in memory at once.
 * The same rows and rejections as `readTable` gives for the whole text, in order.
 *
 * Until the first quote a line is a row and a separator parts cells: no parser is needed. From the
 * line of the first quote on the parser reads.
 */
import type { Rejected } from '@msp-impact/contract';
import type { SourceFile } from './formats/format.ts';
import { QuotedRows } from './quoted-rows.ts';
import { addRow, headersOf, MAX_RECORD, separatorOf, type Table, type TableRow } from './table.ts';
import { textOfFile } from './text-stream.ts';

/**
 * @param onBytes told how many bytes more were read
 * @throws what the disk throws
 */
export async function* tableBlocks(
  file: SourceFile,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Table> {
  const reader = new BlockReader(file.name);
  for await (const text of textOfFile(file, undefined, onBytes)) {
    yield* reader.push(text);
    if (reader.dead) break;
  }
  yield* await reader.end();
}

const LINE_END = /\r\n|\n|\r/;

export class BlockReader {
  readonly #file: string;
  /** Characters that no block had yet. */
  #rest = '';
  #first = true;
  #head: { readonly headers: readonly string[]; readonly separator: string } | undefined;
  /** Rows so far, the header included. */
  #rows = 0;
  #parser: QuotedRows | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Nothing of what is still to come is read: a row was too long. */
  get dead(): boolean {
    return this.#parser?.dead ?? false;
  }

  push(piece: string): readonly Table[] {
    if (this.#parser) return this.#parsed(piece);
    let text = this.#rest + piece;
    if (this.#first) {
      text = text.replace(/^\ufeff/, '');
      this.#first = false;
    }
    const end = lastLineEnd(text);
    if (!this.#isPlain(text, end)) return this.#parsed(text);
    this.#rest = text.slice(end);
    return end === 0 ? [] : this.#block(text.slice(0, end).split(LINE_END).slice(0, -1));
  }

  /** What is left; a table without rows where the file has none. */
  async end(): Promise<readonly Table[]> {
    if (!this.#parser && this.#rest !== '') {
      const rest = this.#rest;
      this.#rest = '';
      if (!this.#isPlain(rest, rest.length)) return [...this.#parsed(rest), ...(await this.end())];
      const ends = /[\r\n]$/.test(rest);
      const lines = rest.split(LINE_END);
      return this.#block(ends ? lines.slice(0, -1) : lines);
    }
    if (this.#parser) return this.#tables(await this.#parser.end());
    return this.#head ? [] : [{ file: this.#file, headers: [], rows: [], rejected: [] }];
  }

  /** Whether lines are rows, in whole lines and in what follows them so far. */
  #isPlain(text: string, end: number): boolean {
    if (text.includes('"') || text.length - end > MAX_RECORD) return false;
    // A first line without a header is for the parser to judge.
    if (!this.#head && end > 0 && /^[^\r\n]*/.exec(text)?.[0].trim() === '') return false;
    return end <= MAX_RECORD || !hasLongLine(text);
  }

  #block(lines: readonly string[]): readonly Table[] {
    let rest = lines;
    if (!this.#head) {
      const [line = ''] = lines;
      const separator = separatorOf(line);
      this.#head = { headers: headersOf(line.split(separator)), separator };
      this.#rows = 1;
      rest = lines.slice(1);
    }
    const { headers, separator } = this.#head;
    const [rows, rejected]: [TableRow[], Rejected[]] = [[], []];
    const table = { file: this.#file, headers, rows, rejected };
    for (const line of rest) addRow(table, ++this.#rows, line.split(separator));
    return [table];
  }

  #parsed(text: string): readonly Table[] {
    this.#rest = '';
    this.#parser ??= new QuotedRows({
      file: this.#file,
      separator: this.#head?.separator ?? separatorOf(text),
      before: this.#rows,
    });
    return this.#tables(this.#parser.push(text));
  }

  #tables({ records, rejected }: ReturnType<QuotedRows['push']>): readonly Table[] {
    const list = [...records];
    if (!this.#head) {
      const header = list.shift()?.cells ?? [];
      if (header.length === 0 && list.length === 0 && !this.#parser?.ended) {
        this.#early.push(...rejected);
        return [];
      }
      this.#head = { headers: headersOf(header), separator: '' };
    }
    const rows: TableRow[] = [];
    const faults = [...this.#early.splice(0), ...rejected];
    const table = { file: this.#file, headers: this.#head.headers, rows, rejected: faults };
    for (const { row, cells } of list) addRow(table, row, cells);
    return [table];
  }
  /** Rejections before the header was read. */
  readonly #early: Rejected[] = [];
}

/** After the last line end; one at the very end of the text may be half of another. */
function lastLineEnd(text: string): number {
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
}

/** A row that long is refused, with those after it: by the parser, in its words. */
function hasLongLine(text: string): boolean {
  for (let at = 0; at + MAX_RECORD < text.length; ) {
    const part = text.slice(at, at + MAX_RECORD);
    const last = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'));
    if (last < 0) return true;
    at += last + 1;
  }
  return false;
}
