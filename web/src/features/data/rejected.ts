/** Rows that could not be read: as a CSV to correct and bring in again. */
import type { Rejected } from '@msp-impact/contract';
import { toCsv } from '../../ui/csv.ts';

export function rejectedCsv(rejected: readonly Rejected[]): string {
  return toCsv(
    ['file', 'row', 'column', 'value', 'reason'],
    rejected.map((one) => [one.file, one.row, one.column, one.value, one.reason]),
  );
}
