/** Cells of the register's tables from what the graph keeps: attributes, codes of lists, rows as JSON. */
import type { GraphNode } from '@msp-impact/contract';
import { coded } from '../../../import/formats/dora/codes.ts';
import { codesOf } from './register.ts';

export type Cell = string | number | undefined;
/** Cells by the importer's names of the columns. */
export type Cells = Readonly<Record<string, Cell>>;

type Described = { readonly attributes?: Readonly<Record<string, string>> } | undefined;

export const attribute = (item: Described, name: string) =>
  item?.attributes && Object.hasOwn(item.attributes, name) ? item.attributes[name] : undefined;

/** Several values that an import joined; the register wants one in a row. */
export const parts = (text: string | undefined) => text?.split('; ') ?? [];

/** A label as its code in a list (`ZZ`, `BT` …); countries and currencies are their own codes. */
export function codeIn(list: string, text: string | undefined): string | undefined {
  const [first] = parts(text);
  if (first === undefined) return undefined;
  if ((list === 'GA' || list === 'CU') && /^[A-Z]{2,3}$/.test(first)) return `eba_${list}:${first}`;
  return coded(first, list) ?? first;
}

/** As many rows as the longest of the lists has values; a list that is shorter repeats its first. */
export function rowsFor(
  lists: Readonly<Record<string, readonly string[]>>,
): Record<string, string>[] {
  const count = Object.values(lists).reduce((most, list) => Math.max(most, list.length), 1);
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      Object.entries(lists).flatMap(([name, list]) => {
        const value = list[i] ?? list[0];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  );
}

export function partyCells(node: GraphNode, prefix: '' | 'recipient' | 'parent'): Cells {
  const [first] = codesOf(node);
  const [code, type] = prefix === '' ? ['provider', 'code type'] : [prefix, `${prefix} code type`];
  return { [code]: first?.code, [type]: first?.type };
}

/** A row, or a list of rows, that an import kept as JSON. What somebody has changed into no JSON is nothing. */
export function keptRows(text: string | undefined): Record<string, string>[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    const all = Array.isArray(value) ? value : [value];
    return all.filter((one) => typeof one === 'object' && one !== null).map(textsIn);
  } catch {
    return [];
  }
}

function textsIn(row: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Which list the codes of a column come from. */
const LISTS: Readonly<Record<string, string>> = {
  country: 'GA',
  'type of entity': 'CT',
  hierarchy: 'RP',
  currency: 'CU',
  nature: 'ZZ',
  'ict service': 'TA',
  'reason of termination': 'CO',
  'governing law': 'GA',
  'country of provision': 'GA',
  'storage of data': 'BT',
  'data at rest in': 'GA',
  'data managed in': 'GA',
  'sensitiveness of data': 'ZZ',
  reliance: 'ZZ',
  substitutability: 'ZZ',
  reason: 'ZZ',
  'exit plan': 'BT',
  reintegration: 'ZZ',
  'impact of discontinuing': 'ZZ',
  'alternatives identified': 'BT',
};

/** Labels of a kept row as codes again. */
export function codedRow(row: Readonly<Record<string, string>>): Cells {
  return Object.fromEntries(
    Object.entries(row).map(([name, text]) => {
      const list = LISTS[name];
      return [name, list === undefined ? text : codeIn(list, text)];
    }),
  );
}
