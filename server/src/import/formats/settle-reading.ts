/** What a file gave beside what is stored: who is meant, what is newer, which items keep every rule. */
import type { Rejected, SheetReading } from '@msp-impact/contract';
import { withoutGraphTable } from '../graph-table.ts';
import { corrected } from '../mapping/correct.ts';
import { withRejectedRows } from '../mapping/reading.ts';
import { inOrder } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { ItemMaps } from '../stored.ts';
import type { Watch } from '../watch.ts';
import type { FormatReading } from './format.ts';
import { joinedWithStored } from './known.ts';
import { withoutOlder } from './ocds/beside-stored.ts';
import { recognised } from './recognised.ts';
import { readSheets, type SheetOptions } from './xlsx/sheets.ts';

export interface SettledReading {
  readonly items: ItemMaps;
  readonly read: number;
  readonly rejected: readonly Rejected[];
  readonly notes: readonly string[];
  readonly graphName: string | undefined;
  /** How tables were read. */
  readonly sheets: readonly SheetReading[];
}

export async function settleReading(
  base: ItemMaps,
  reading: FormatReading,
  options: SheetOptions = {},
  watch?: Watch,
): Promise<SettledReading> {
  const { tables: given, graphName } = withoutGraphTable(reading.tables ?? []);
  const sheets = await readSheets(given, base, options);
  const newer = withoutOlder(base, reading.candidates);
  const known = recognised(base, newer.candidates);
  const candidates = [...joinedWithStored(base, known.candidates), ...sheets.candidates];
  const settled = await settle(base, candidates, watch);
  const rejected = inOrder([...reading.rejected, ...sheets.rejected, ...settled.rejected]);
  const tables = given.map(({ table }) => corrected(table, options.corrections));
  return {
    items: settled.items,
    read: reading.read + sheets.read,
    rejected,
    graphName,
    sheets: withRejectedRows(sheets.sheets, tables, rejected),
    notes: [...reading.notes, ...newer.notes, ...known.notes, ...sheets.notes],
  };
}
