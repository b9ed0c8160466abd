/**
 * The analyst's sheet: system, supplier, product, service, area, share, contract end.
 * A row makes the chain supplier → product → service → region; columns that are missing or empty
 * are skipped, and the chain closes over them. Nodes and links that exist are found again and left
 * as they are, so that importing a sheet twice changes nothing.
 */
import type { Evidence, Kind, Rejected } from '@msp-impact/contract';
import type { Reading } from './candidate.ts';
import { type DayOrder, isAmbiguous, orderNote, orderOf, readDay } from './dates.ts';
import { SheetBuild } from './sheet-build.ts';
import {
  isNothing,
  isNotKnown,
  isOpenEnded,
  isVeryName,
  noShareReason,
  readShare,
  readShareRange,
  type SheetColumn,
  sheetColumn,
} from './sheet-columns.ts';
import { breathe, breathing, type ItemMaps } from './stored.ts';
import { rejection, type Table, type TableRow } from './table.ts';

interface Headings {
  /** Position and header as written. */
  readonly known: ReadonlyMap<SheetColumn, { at: number; header: string }>;
  readonly others: readonly { at: number; header: string }[];
}

export async function readSheet(table: Table, stored: ItemMaps): Promise<Reading> {
  const rejected: Rejected[] = [...table.rejected];
  const headings = headingsOf(table, rejected);
  const read = table.rows.length + table.rejected.length;
  if (!headings) return { read, candidates: [], rejected, notes: [] };
  const build = new SheetBuild(stored, table.file);
  const order = orderOf(ends(table, headings));
  const breath = breathing();
  for (const row of table.rows) {
    if (breath.due()) await breathe();
    readRow(row, { ...headings, order: order?.order }, build, table.file, rejected);
  }
  const days = order ? [...ends(table, headings)].filter(isAmbiguous).length : 0;
  const told = order && days > 0 ? [orderNote(table.file, order, days)] : [];
  const notes = [...build.notes(), ...lackingNotes(table.file, headings), ...told];
  return { read, candidates: build.candidates(), rejected, notes };
}

function* ends({ rows }: Table, { known }: Headings): Iterable<string> {
  const at = known.get('contract end')?.at;
  if (at !== undefined) for (const { cells } of rows) yield cells[at] ?? '';
}

const LACKING = [
  ['share', 'how much a service relies: each counts as relying wholly'],
  ['area', 'where a service is used: none has an area'],
] as const;

/** A heading that is not known may be the very one that is missed: never left out silently. */
function lackingNotes(file: string, { known, others }: Headings): string[] {
  if (!known.has('service') || others.length === 0) return [];
  const kept = others
    .slice(0, 10)
    .map(({ header }) => header)
    .join(', ');
  return LACKING.filter(([column]) => !known.has(column)).map(
    ([, what]) =>
      `${file}: no heading is known to say ${what}. Is it one of these: ${kept}? Then choose its meaning.`,
  );
}

/** Of two columns that mean the same, the one with the very name counts; the other is an attribute. */
function headingsOf(table: Table, rejected: Rejected[]): Headings | undefined {
  const known = new Map<SheetColumn, { at: number; header: string }>();
  const others: { at: number; header: string }[] = [];
  for (const [at, header] of table.headers.entries()) {
    const column = sheetColumn(header);
    const before = column && known.get(column);
    if (!column) {
      if (header !== '') others.push({ at, header });
    } else if (!before) known.set(column, { at, header });
    else if (isVeryName(before.header, column) !== isVeryName(header, column)) {
      const better = isVeryName(header, column);
      known.set(column, better ? { at, header } : before);
      others.push(better ? before : { at, header });
    } else {
      const reason = `two columns mean ${column}: ${before.header} and ${header}; rename one`;
      rejected.push(rejection(table.file, 1, header, header, reason));
      return undefined;
    }
  }
  return { known, others };
}

/** The chain, left to right; a system is the product where no product is named. */
const CHAIN: readonly { kind: Kind; column: SheetColumn }[] = [
  { kind: 'supplier', column: 'supplier' },
  { kind: 'product', column: 'product' },
  { kind: 'service', column: 'service' },
  { kind: 'region', column: 'area' },
];

function readRow(
  { row, cells }: TableRow,
  { known, others, order }: Headings & { readonly order: DayOrder | undefined },
  build: SheetBuild,
  file: string,
  rejected: Rejected[],
): undefined {
  const cell = (column: SheetColumn) => cells[known.get(column)?.at ?? -1]?.trim() ?? '';
  const refuse = (column: SheetColumn, reason: string): undefined => {
    const header = known.get(column)?.header ?? column;
    rejected.push(rejection(file, row, header, cell(column), reason));
  };
  const system = cell('system');
  const product = isNotKnown(cell('product')) ? system : cell('product');
  const supplier = isNothing(cell('supplier')) ? '' : cell('supplier');
  if (isNothing(system) || isNothing(product) || (isNothing(cell('supplier')) && !product)) {
    build.countNothing();
    return;
  }
  const share =
    cell('share') === '' ? undefined : (readShare(cell('share')) ?? readShareRange(cell('share')));
  const noShare = cell('share') !== '' && share === undefined && !isNotKnown(cell('share'));
  if (noShare) refuse('share', noShareReason(cell('share')));
  const end = endOf(cell('contract end'), order);
  if (end && 'reason' in end) refuse('contract end', `${end.reason}; the row is kept without it`);
  if (noShare) return;
  const names = CHAIN.map(({ kind, column }) => ({
    kind,
    column,
    name: column === 'product' ? product : column === 'supplier' ? supplier : cell(column),
  }));
  const tooLong = names.find(({ name }) => name.length > 500);
  if (tooLong) return refuse(tooLong.column, 'a name of the sheet has at most 500 characters');
  const steps = names.filter(({ name }) => !isNotKnown(name));
  if (steps.length === 0) return refuse('supplier', 'the row names nothing: no supplier is known');
  if (isNotKnown(supplier)) build.countNotKnown();
  const attributes = others
    .map(({ at, header }) => [header, cells[at] ?? ''] as [string, string])
    .filter(([, value]) => value.trim() !== '');
  if (system !== product && !isNotKnown(system)) attributes.unshift(['system', system]);
  build.add({
    steps,
    share,
    end: end && 'day' in end ? end.day : undefined,
    attributes,
    row,
    evidence: evidenceOf(file, row),
    refuse: (column, reason) => refuse(column, reason),
  });
}

function endOf(cell: string, order: DayOrder | undefined) {
  return isNotKnown(cell) || isOpenEnded(cell) ? undefined : readDay(cell, order);
}

function evidenceOf(file: string, row: number): Evidence[] {
  return [{ claim: `From the sheet ${file}, row ${row}`, confidence: 'assumed' }];
}
