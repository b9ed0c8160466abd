/** What columns mean whose headings say nothing, by the values below them. */
import type { ColumnMapping } from '@msp-impact/contract';
import { folded } from '../../text/slug.ts';
import { readDay } from '../dates.ts';
import { currencyCode } from '../formats/currency.ts';
import { readMoney } from '../formats/money.ts';
import type { ItemMaps } from '../stored.ts';
import { headerKey, type Table } from '../table.ts';

/** Rows looked at. */
const SAMPLE = 200;
/** Share of the filled cells that must speak for a meaning. */
const MOST = 0.8;
const COMPANY =
  /\b(?:ltd|limited|plc|llp|inc|llc|gmbh|s\.?a\.?|b\.?v\.?|corp(?:oration)?|cic|group)\.?$/i;

type Type = 'node' | 'dependency' | 'contract';
export type Guesses = ColumnMapping[string];

interface Values {
  readonly header: string;
  readonly cells: readonly string[];
}

/**
 * Header → our column, of columns that `known` leaves over and for columns that it lacks.
 * A guess is made only where one column alone fits.
 */
export function guessedByValues(
  type: Type,
  table: Table,
  known: ReadonlyMap<string, number>,
  stored: ItemMaps,
): Guesses {
  const free = freeColumns(table, known);
  const guesses: Guesses = {};
  const take = (column: string, fitting: readonly Values[]) => {
    const left = fitting.filter(({ header }) => !Object.hasOwn(guesses, header));
    const [only, second] = left;
    if (known.has(column) || !only || second) return;
    guesses[only.header] = column;
  };
  const fit = (test: (cell: string) => boolean) => free.filter((one) => mostly(one, test));
  if (type === 'contract') {
    take(
      'currency',
      fit((cell) => /^[A-Z]{3}$/.test(cell) && currencyCode(cell) !== undefined),
    );
    take('value', fit(isAmount));
    guessDays(fit(isDay), known, guesses);
    take('supplier', fit(nameTest(stored, 'supplier')));
    take(
      'supplier',
      free.filter((one) => mostly(one, (cell) => COMPANY.test(cell), 0.4)),
    );
  }
  if (type === 'dependency') {
    const names = new Set([...stored.node.values()].flatMap(({ id, name }) => [id, folded(name)]));
    const fitting = fit((cell) => names.has(cell) || names.has(folded(cell)));
    if (!known.has('from') && !known.has('to') && fitting.length === 2) {
      // Supply flows left to right in lists of links that say no more.
      for (const [i, { header }] of fitting.entries()) guesses[header] = i === 0 ? 'from' : 'to';
    }
  }
  take(
    'url',
    fit((cell) => /^https?:\/\/\S+$/.test(cell)),
  );
  return guesses;
}

function freeColumns({ headers, rows }: Table, known: ReadonlyMap<string, number>): Values[] {
  const taken = new Set(known.values());
  const sample = rows.slice(0, SAMPLE);
  const keys = headers.map(headerKey);
  return headers.flatMap((header, at) => {
    const twice = keys.indexOf(keys[at] as string) !== at;
    if (header === '' || taken.has(at) || twice) return [];
    const cells = sample.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? [] : [{ header, cells }];
  });
}

function mostly({ cells }: Values, test: (cell: string) => boolean, share = MOST): boolean {
  return cells.filter(test).length >= cells.length * share;
}

const isDay = (cell: string) => /\d/.test(cell) && 'day' in readDay(cell);

/** With a currency sign, or as large as contracts are: small numbers may count anything. */
function isAmount(cell: string): boolean {
  if (!/[£€]/.test(cell) && !/[,.]\d\d$|\d{4,}|\d,\d{3}/.test(cell)) return false;
  const money = readMoney(cell);
  return 'value' in money && !isDay(cell) && !/^0\d/.test(cell);
}

function nameTest(stored: ItemMaps, kind: string): (cell: string) => boolean {
  const names = new Set<string>();
  for (const node of stored.node.values()) if (node.kind === kind) names.add(folded(node.name));
  return (cell) => names.has(folded(cell));
}

/** Two columns of days, the one never later than the other, are start and end. */
function guessDays(
  fitting: readonly Values[],
  known: ReadonlyMap<string, number>,
  guesses: Guesses,
): void {
  const told = ['signed', 'start', 'end', 'maxEnd'].some((name) => known.has(name));
  const [a, b] = fitting;
  if (told || !a || !b || fitting.length > 2 || a.cells.length !== b.cells.length) return;
  const day = (cell: string) => {
    const read = readDay(cell);
    return 'day' in read ? read.day : '';
  };
  const order = a.cells.map((cell, i) => day(cell) <= day(b.cells[i] as string));
  const [first, last] = order.every((one) => one) ? [a, b] : [b, a];
  if (first === b && order.some((one) => one)) return;
  guesses[first.header] = 'start';
  guesses[last.header] = 'end';
}
