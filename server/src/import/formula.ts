/**
 * Spreadsheets run cells that begin with = + - @ (and a tab or carriage return before them) as
 * formulas. Exports put an apostrophe before such texts; imports take it away again. Texts that
 * look escaped already get one more, so that every text comes back as it was.
 */
const DANGEROUS = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
const ESCAPED = /^'+[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

export function neutralised(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

export function restored(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}
