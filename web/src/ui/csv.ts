/** CSV for people: opens in a spreadsheet as it was, and no cell of it runs as a formula. */

/** A spreadsheet would calculate a cell that starts with one of these; an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines end in CRLF (RFC 4180); the mark at the start tells spreadsheets that it is UTF-8. */
export function toCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | undefined)[]>,
): string {
  const lines = [header.map(cell).join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
