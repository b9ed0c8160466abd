/** Tables for a terminal: columns aligned, the widest shortened where the line is too narrow. */

export interface TableColumn {
  readonly head: string;
  readonly right?: boolean;
}

const GAP = '  ';
const NARROWEST = 8;

/**
 * @param width characters of a line; undefined: as wide as it needs to be
 * @returns lines without line breaks, the header first
 */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width?: number,
): string[] {
  const heads = columns.map((column) => column.head);
  const all = [heads, ...rows];
  const widths = fitted(
    columns.map((_, i) => Math.max(...lengths(all, i))),
    width,
  );
  return all.map((cells) =>
    cells
      .map((cell, i) => padded(cell, widths[i] as number, columns[i]?.right ?? false))
      .join(GAP)
      .trimEnd(),
  );
}

function* lengths(rows: readonly (readonly string[])[], column: number): Iterable<number> {
  for (const row of rows) yield [...(row[column] ?? '')].length;
}

/** Takes from the widest column until the line fits; none gets narrower than 8. */
function fitted(natural: number[], width: number | undefined): number[] {
  const widths = [...natural];
  if (width === undefined) return widths;
  let over = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1) - width;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over--;
  }
  return widths;
}

function padded(cell: string, width: number, right: boolean): string {
  const characters = [...cell];
  if (characters.length > width) return `${characters.slice(0, width - 1).join('')}…`;
  const space = ' '.repeat(width - characters.length);
  return right ? space + cell : cell + space;
}
