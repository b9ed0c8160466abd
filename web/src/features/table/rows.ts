/** The rows of the table: the same result and the same filters as the drawing. */
import type { Bounds, ImpactAnswer, ImpactRow, Kind, State, ViewNode } from '@msp-impact/contract';
import type { Cause } from '@msp-impact/contract/codes';
import { causeWord, KIND_WORDS, percent, percentRange, STATE_WORDS } from '../../ui/words.ts';
import type { FilterState } from '../../url/view.ts';

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly state: State;
  /** What is left, 0..1. */
  readonly level: number;
  readonly range?: Bounds | undefined;
  readonly cause?: Cause | undefined;
  readonly path: readonly string[];
  readonly people?: number | undefined;
  readonly area?: string | undefined;
}

export interface RowFilter {
  readonly states: readonly FilterState[];
  readonly kinds: readonly Kind[];
  /** Ids that are looked at; absent: all. */
  readonly within?: ReadonlySet<string> | undefined;
}

/**
 * Hit first, then on last option, then not known, then (where everything is shown) the rest.
 * `impacted` is all rows that have arrived; `others` are nodes of the view, for those that are not hit.
 */
export function rowsOf(
  impacted: readonly ImpactRow[],
  answer: Pick<ImpactAnswer, 'atRisk' | 'unknown'> | undefined,
  others: readonly ViewNode[],
): Row[] {
  const rows = new Map<string, Row>();
  const add = (row: Row) => {
    if (!rows.has(row.id)) rows.set(row.id, row);
  };
  const whole = { level: 1, path: [] };
  for (const row of impacted) add(row);
  for (const node of answer?.atRisk ?? []) add({ ...node, ...whole, state: 'at-risk' });
  for (const node of answer?.unknown ?? []) add({ ...node, ...whole, state: 'unknown' });
  for (const node of others) add(fromNode(node));
  return [...rows.values()];
}

const fromNode = (node: ViewNode): Row => ({
  id: node.id,
  name: node.name,
  kind: node.kind,
  state: node.state,
  level: node.level,
  range: node.range,
  cause: node.cause,
  path: [],
  people: node.population,
  area: node.parent,
});

export function filterRows(rows: readonly Row[], filter: RowFilter): Row[] {
  const { states, kinds, within } = filter;
  return rows.filter(
    (row) =>
      (states.length === 0 || states.some((state) => state === row.state)) &&
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      (within === undefined || within.has(row.id)),
  );
}

/** My area and what lies in it first; the order is otherwise kept. */
export function areaFirst(rows: readonly Row[], area: string | undefined): Row[] {
  if (!area) return [...rows];
  const mine = (row: Row) => row.id === area || row.area === area;
  return [...rows.filter(mine), ...rows.filter((row) => !mine(row))];
}

/** A row with its cells in words. */
export interface ShownRow extends Row {
  readonly cells: Cells;
}

export const shownRow = (row: Row, nameOf: (id: string) => string): ShownRow => ({
  ...row,
  cells: cellWords(row, nameOf),
});

/** One cell as it is read on screen and in the CSV alike. */
export function cellWords(row: Row, nameOf: (id: string) => string) {
  return {
    name: row.name,
    kind: KIND_WORDS[row.kind].one,
    state: row.state === 'up' && row.level < 1 ? 'hardly reduced' : STATE_WORDS[row.state],
    left: row.state === 'unknown' ? 'not known' : leftOf(row),
    range: row.range ? percentRange(row.range) : '',
    cause: row.cause ? causeWord(row.cause) : '',
    path: row.path.length > 1 ? row.path.map(nameOf).join(' → ') : '',
    people: row.people?.toLocaleString('en-GB') ?? '',
    // A nation counts itself among its own areas.
    area: row.area && row.area !== row.id ? nameOf(row.area) : '',
  };
}

const leftOf = (row: Row) => percent(row.level);
export type Cells = ReturnType<typeof cellWords>;
