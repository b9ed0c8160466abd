/** Large texts of a table, block by block: never are all of its rows in memory at once. */
import type { Rejected } from '@msp-impact/contract';
import {
  addRow,
  headersOf,
  MAX_RECORD,
  readTable,
  separatorOf,
  type Table,
  type TableRow,
} from '../table.ts';

/**
 * Characters of a block, some thousand rows: little of what is made of them is alive when memory is
 * cleared. Shorter than the longest record that is read.
 */
const BLOCK = 1 << 16;
const LINE_END = /\r\n|\n|\r/;

/**
 * The same rows and rejections as `readTable` gives for the whole text, in order. Without quotes a
 * line is a row and a separator parts cells: no parser is needed. A text with quotes comes whole:
 * where its rows end shows only from its beginning.
 */
export function* tablePieces(text: string, file: string): Generator<Table> {
  const bare = text.replace(/^\ufeff/, '');
  const head = /^[^\r\n]*/.exec(bare)?.[0] ?? '';
  if (bare.includes('"') || head.trim() === '' || hasLongLine(bare)) {
    yield readTable(text, file);
    return;
  }
  const separator = separatorOf(bare);
  const headers = headersOf(head.split(separator));
  let at = head.length + lineEnd(bare, head.length);
  let before = 1; // rows that came before this block, the header included
  do {
    const end = blockEnd(bare, at);
    const lines = bare.slice(at, end).split(LINE_END);
    const [rows, rejected]: [TableRow[], Rejected[]] = [[], []];
    const table = { file, headers, rows, rejected };
    for (const [i, line] of lines.entries()) addRow(table, before + i + 1, line.split(separator));
    yield table;
    // A block ends with a line end, after which nothing stands; the last one may not.
    before += lines.length - 1;
    at = end;
  } while (at < bare.length);
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

/** Characters of the line end at a place. */
function lineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return text[at] === '\r' || text[at] === '\n' ? 1 : 0;
}

/** After the first line end behind a block's length. */
function blockEnd(text: string, start: number): number {
  const least = start + BLOCK;
  if (least >= text.length) return text.length;
  LINE_ENDS.lastIndex = least;
  const found = LINE_ENDS.exec(text);
  return found ? LINE_ENDS.lastIndex : text.length;
}

const LINE_ENDS = /\r\n|\n|\r/g;
