/** Cells that a person put right, in place of what their file says. */
import type { Correction } from '@msp-impact/contract';
import type { Table } from '../table.ts';

/**
 * By the file's name as rejections give it, row and heading. A correction that fits nothing is left
 * out: the file is another one by now.
 */
export function corrected<T extends Table>(table: T, corrections: readonly Correction[] = []): T {
  const mine = new Map<number, Correction[]>();
  for (const one of corrections) {
    if (one.file !== table.file) continue;
    mine.set(one.row, [...(mine.get(one.row) ?? []), one]);
  }
  if (mine.size === 0) return table;
  const rows = table.rows.map((row) => {
    const told = mine.get(row.row);
    if (!told) return row;
    const cells = [...row.cells];
    for (const { column, value } of told) {
      const at = table.headers.indexOf(column);
      if (at >= 0) cells[at] = value;
    }
    return { ...row, cells };
  });
  return { ...table, rows };
}
