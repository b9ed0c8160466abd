/** What an item has to show in a flat format: the columns of the CSV tables, numbers as numbers. */
import type { ItemType } from '@msp-impact/contract';
import { COLUMNS, type Fields } from '../../import/columns.ts';
import { canonicalItem } from '../../rules/canonical.ts';
import type { Item } from '../../store/port.ts';

const NUMBERS: ReadonlySet<string> = new Set([
  'population',
  'people',
  'priority',
  'rtoHours',
  'downAt',
  'restartLagHours',
  'toleranceLevel',
  'toleranceHours',
  'strength',
  'strengthLow',
  'strengthHigh',
  'weight',
  'bufferHours',
  'value',
  'noticeDays',
]);

export function isNumber(column: string): boolean {
  return NUMBERS.has(column);
}

export function columnNames(type: ItemType): string[] {
  return COLUMNS[type].map(({ name }) => name);
}

/** One per column; undefined: nothing recorded, or the default. */
export function cellsOf(type: ItemType, item: Item): (string | number | undefined)[] {
  const fields = canonicalItem(type, item) as unknown as Fields;
  return COLUMNS[type].map(({ name, write }) => {
    const text = write(fields);
    if (text === '') return undefined;
    return isNumber(name) ? Number(text) : text;
  });
}
