/** Large texts of a table, block by block: never are all of its rows in memory at once. */
import { readTable, type Table } from '../table.ts';

/** Characters of a block: some ten thousand rows. */
const BLOCK = 1 << 19;

/**
 * The same rows and rejections as `readTable` gives for the whole text, in order. A text with
 * quotes comes whole: where its rows end shows only from its beginning.
 */
export function* tablePieces(text: string, file: string): Generator<Table> {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (text.includes('"') || head.trim() === '') {
    yield readTable(text, file);
    return;
  }
  let at = head.length;
  at += lineEnd(text, at);
  let before = 1; // rows that came before this block, the header included
  do {
    const end = blockEnd(text, at);
    const block = text.slice(at, end);
    const table = readTable(`${head}\n${block}`, file);
    const shift = before - 1;
    yield {
      ...table,
      rows: table.rows.map(({ row, cells }) => ({ row: row + shift, cells })),
      rejected: table.rejected.map((one) => ({ ...one, row: one.row + shift })),
    };
    before += linesIn(block);
    at = end;
  } while (at < text.length);
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
  const ends = [text.indexOf('\n', least), text.indexOf('\r', least)].filter((at) => at >= 0);
  if (ends.length === 0) return text.length;
  const at = Math.min(...ends);
  return at + lineEnd(text, at);
}

function linesIn(block: string): number {
  return block.match(/\r\n|\n|\r/g)?.length ?? 0;
}
