/** Registers of contracts as our own table. They name neither product nor service: contracts hang on suppliers. */
import type { Rejected } from '@msp-impact/contract';
import { code, slug } from '../../../text/slug.ts';
import { type KnownOrder, orderNote, orderOf, readDay } from '../../dates.ts';
import { isNotKnown, isOpenEnded } from '../../sheet-columns.ts';
import type { ItemMaps } from '../../stored.ts';
import { headerKey, rejection, type Table } from '../../table.ts';
import { currencyCode } from '../currency.ts';
import { readMoney } from '../money.ts';
import { sourceId } from '../source-id.ts';
import { counted } from '../words.ts';
import type { Names } from './names.ts';
import { type NoticeUnit, noticeUnit, readNotice } from './notice-period.ts';
import { numbersReader } from './party-numbers.ts';
import { converted, type Made } from './tables.ts';

type Cells = Map<string, string>;

export function contractTable(
  table: Table,
  columns: ReadonlyMap<string, number>,
  names: Names,
  told: 'total' | 'annual' | undefined,
  stored: ItemMaps['contract'],
): Made {
  const rejected: Rejected[] = [];
  const valueHeader = table.headers[columns.get('value') ?? -1] ?? 'value';
  const basis = told ?? basisOf(valueHeader);
  const known = orderOf(dayCells(table, columns));
  const waiting = new Set<string>();
  let [unusable, values, unsaid, days, unitless, open] = [0, 0, 0, 0, 0, 0];
  const unit = noticeUnit(table.headers[columns.get('noticeDays') ?? -1] ?? '');
  const numbersOf = numbersReader(table, new Set(columns.values()), rejected);
  const made = converted('contract', table, columns, (cells, row) => {
    const called = cells.get('supplier') ?? '';
    const supplier = names.supplier(called, table.file, row.row, numbersOf(row));
    if (supplier === undefined) return undefined;
    cells.set('supplier', supplier);
    cells.set('id', idOf(cells, supplier));
    const linked = stored.get(cells.get('id') as string)?.dependencies ?? [];
    if ((cells.get('dependencies') ?? '') === '' && linked.length === 0)
      waiting.add(cells.get('id') as string);
    const state = moneyInto(cells, valueHeader, (name, value, reason) => {
      rejected.push(rejection(table.file, row.row, name, value, reason));
    });
    if (state === 'known') values++;
    if (state === 'unusable') unusable++;
    if (state === 'not-known') unsaid++;
    if (known) days += daysInto(cells, known);
    open += withoutDays(cells, table, columns, (name, value, reason) => {
      rejected.push(rejection(table.file, row.row, name, value, reason));
    });
    if (state === 'known' && basis !== undefined && !cells.get('valueBasis'))
      cells.set('valueBasis', basis);
    if (plainNotice(cells, unit)) unitless++;
    return cells;
  });
  const notes: string[] = [];
  if (values > 0 && basis === undefined && !columns.has('valueBasis')) {
    notes.push(
      `${table.file}: nobody says whether its values (${values}) are totals or per year; say so, they are never added together.`,
    );
  }
  if (known && days > 0) notes.push(orderNote(table.file, known, days));
  if (open > 0)
    notes.push(
      `${table.file}: ${counted(open, 'contract goes', 'contracts go')} on until somebody ends it: kept without an end.`,
    );
  if (unitless > 0)
    notes.push(
      `${table.file}: ${counted(unitless, 'period of notice names', 'periods of notice name')} no unit: taken as days. Say the unit in the heading, as Notice (months).`,
    );
  if (unsaid > 0)
    notes.push(
      `${table.file}: ${counted(unsaid, 'value is', 'values are')} unknown or withheld: not known, in no share.`,
    );
  if (unusable > 0)
    notes.push(
      `${table.file}: ${counted(unusable, 'amount is', 'amounts are')} 0 or less, or without a currency: kept as contracts without value.`,
    );
  if (waiting.size > 0)
    notes.push(
      `You can see reliance now. To see who is hit, link ${counted(waiting.size, 'contract', 'contracts')} to services.`,
    );
  return { table: made, rejected, notes };
}

function basisOf(header: string): 'total' | 'annual' | undefined {
  const key = headerKey(header);
  if (/annual|year|perannum/.test(key)) return 'annual';
  return /total|award/.test(key) ? 'total' : undefined;
}

/** The register's own number, else the supplier and what the contract is called. */
function idOf(cells: Cells, supplier: string): string {
  const own = cells.get('id')?.trim() ?? '';
  if (own !== '') return sourceId(own, 500);
  const title = cells.get('title')?.trim() ?? '';
  const rest = title === '' ? (cells.get('start') ?? '') + (cells.get('end') ?? '') : title;
  return sourceId(`contract:${supplier}+${slug(rest)}-${code(rest)}`, 500);
}

const DAYS = ['signed', 'start', 'end', 'maxEnd'] as const;

function* dayCells({ rows }: Table, columns: ReadonlyMap<string, number>): Iterable<string> {
  const at = DAYS.flatMap((name) => columns.get(name) ?? []);
  for (const { cells } of rows) for (const i of at) yield cells[i] ?? '';
}

/** Writes days that could be read in two ways in the order of their table. @returns how many */
function daysInto(cells: Cells, { order }: KnownOrder): number {
  let some = 0;
  for (const name of DAYS) {
    const cell = cells.get(name)?.trim() ?? '';
    if (cell === '' || 'day' in readDay(cell)) continue;
    const read = readDay(cell, order);
    if (!('day' in read)) continue;
    cells.set(name, read.day);
    some++;
  }
  return some;
}

/** Days that cannot be read are kept as they are written, and the contract without them. @returns open ends */
function withoutDays(
  cells: Cells,
  { headers }: Table,
  columns: ReadonlyMap<string, number>,
  tell: Tell,
): number {
  let open = 0;
  for (const name of DAYS) {
    const cell = cells.get(name)?.trim() ?? '';
    if (cell === '') continue;
    const read = readDay(cell);
    if ('day' in read) continue;
    const isOpen = isOpenEnded(cell);
    if (isOpen) open++;
    else if (!isNotKnown(cell)) tell(name, cell, `${read.reason}; the contract is kept without it`);
    cells.delete(name);
    cells.set(`${headers[columns.get(name) ?? -1] ?? name} (as written)`, cell);
  }
  return open;
}

type Tell = (name: string, value: string, reason: string) => void;

/** Leaves value and currency in the cells, or neither; what cannot be used is kept under its header. */
function moneyInto(
  cells: Cells,
  header: string,
  tell: Tell,
): 'none' | 'known' | 'unusable' | 'not-known' {
  const cell = cells.get('value')?.trim() ?? '';
  const stated = cells.get('currency')?.trim() ?? '';
  cells.delete('value');
  cells.delete('currency');
  if (cell === '') return 'none';
  const keep = () =>
    cells.set(`${header} (as written)`, stated === '' ? cell : `${cell} ${stated}`);
  if (isNotKnown(cell)) {
    keep();
    return 'not-known';
  }
  const money = readMoney(cell);
  if ('reason' in money) {
    tell('value', cell, `${money.reason}; the contract is kept without value`);
    keep();
    return 'none';
  }
  const currency = stated === '' ? (money.currency ?? ofHeader(header)) : currencyCode(stated);
  if (stated !== '' && currency === undefined) {
    tell('currency', stated, 'is no currency of ISO 4217; the contract is kept without value');
    keep();
    return 'none';
  }
  if (money.value <= 0 || currency === undefined) {
    keep();
    return 'unusable';
  }
  cells.set('value', String(money.value)).set('currency', currency);
  return 'known';
}

/** `Award value (£)`, `Value GBP`. */
function ofHeader(header: string): string | undefined {
  if (header.includes('£')) return 'GBP';
  if (header.includes('€')) return 'EUR';
  return (
    /\b([A-Z]{3})\b/.exec(header)?.[1] && currencyCode(/\b([A-Z]{3})\b/.exec(header)?.[1] as string)
  );
}

/** @returns whether nobody says in which unit it is */
function plainNotice(cells: Cells, unit: NoticeUnit | undefined): boolean {
  const read = readNotice(cells.get('noticeDays') ?? '', unit);
  if (read === undefined) return false;
  cells.set('noticeDays', read.days);
  return read.assumed;
}
