/** What columns were said to mean, for the rows of the same table that come back put right. */
import type { SheetReading } from '@msp-impact/contract';
import type { Options } from './run-import.ts';

type Meant = Pick<Options, 'mapping' | 'kinds' | 'valueBasis' | 'minimumLevel'>;
const told = new Map<string, Meant>();

/** Tables are the same by their headings: rows that were left out come back under another name. */
const keyOf = ({ columns }: SheetReading) => JSON.stringify(columns.map(({ header }) => header));

export function remember(sheets: readonly SheetReading[], options: Options): void {
  for (const sheet of sheets) {
    const mapping = options.mapping?.[sheet.sheet];
    const kind = options.kinds?.[sheet.sheet];
    if (!mapping && !kind) continue;
    const { valueBasis, minimumLevel } = options;
    told.set(keyOf(sheet), {
      ...(mapping && { mapping: { said: mapping } }),
      ...(kind && { kinds: { said: kind } }),
      ...(valueBasis && { valueBasis }),
      ...(minimumLevel !== undefined && { minimumLevel }),
    });
  }
}

/** Options with what was said of tables with these headings; undefined: nothing was. */
export function recalled(sheets: readonly SheetReading[], options: Options): Options | undefined {
  let next = options;
  for (const sheet of sheets) {
    const { mapping, kinds, ...asked } = told.get(keyOf(sheet)) ?? {};
    const name = sheet.sheet;
    if (mapping?.said)
      next = { ...next, ...asked, mapping: { ...next.mapping, [name]: mapping.said } };
    if (kinds?.said) next = { ...next, ...asked, kinds: { ...next.kinds, [name]: kinds.said } };
  }
  return next === options ? undefined : next;
}
