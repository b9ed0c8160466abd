/**
 * Order inside the columns: sweeps of the barycentre heuristic (Sugiyama, Tagawa & Toda 1981), a few are
 * enough. Deterministic: ties keep the order they came in (worst first, then by name).
 */
import type { Column } from '@msp-impact/contract';
import { COLUMN_ORDER } from '../words.ts';
import type { FoldedEdge } from './fold.ts';
import { specsOf, type Unit } from './units.ts';

export type Neighbours = ReadonlyMap<string, readonly string[]>;
const SWEEPS = 6;

export function neighboursOf(edges: readonly FoldedEdge[]): Neighbours {
  const map = new Map<string, string[]>();
  const add = (a: string, b: string) => {
    const list = map.get(a);
    if (list) list.push(b);
    else map.set(a, [b]);
  };
  for (const edge of edges) {
    add(edge.from, edge.to);
    add(edge.to, edge.from);
  }
  return map;
}

/** The units of each column in a new order; regions keep the one they have. */
export function orderColumns(
  columns: ReadonlyMap<Column, readonly Unit[]>,
  neighbours: Neighbours,
): Map<Column, Unit[]> {
  const ordered = new Map([...columns].map(([column, units]) => [column, [...units]]));
  const rank = new Map<string, { column: number; at: number }>();
  for (const column of COLUMN_ORDER) note(rank, column, ordered.get(column) ?? []);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const leftwards = sweep % 2 === 0;
    const path = leftwards ? [...COLUMN_ORDER].reverse() : COLUMN_ORDER;
    for (const column of path) {
      if (column === 'region') continue;
      const units = ordered.get(column) ?? [];
      sortByCentre(units, column, neighbours, rank, leftwards);
      note(rank, column, units);
    }
  }
  for (const units of ordered.values()) lastWithoutLinks(units, neighbours);
  return ordered;
}

/** What has no link drawn, not known often, does not stand in the way of what has. */
function lastWithoutLinks(units: Unit[], neighbours: Neighbours): void {
  const alone = (unit: Unit) => specsOf(unit).every((spec) => !neighbours.has(spec.id));
  units.sort((a, b) => Number(alone(a)) - Number(alone(b)));
}

type Ranks = Map<string, { column: number; at: number }>;

/** Places from 0 (top) to 1 (foot), so that columns of different lengths compare. */
function note(rank: Ranks, column: Column, units: readonly Unit[]): void {
  const total = units.reduce((sum, unit) => sum + unit.h, 0) || 1;
  let y = 0;
  for (const unit of units) {
    const specs = specsOf(unit);
    specs.forEach((spec, i) => {
      const at = (y + ((i + 0.5) * unit.h) / specs.length) / total;
      rank.set(spec.id, { column: COLUMN_ORDER.indexOf(column), at });
    });
    y += unit.h;
  }
}

function sortByCentre(
  units: Unit[],
  column: Column,
  neighbours: Neighbours,
  rank: Ranks,
  leftwards: boolean,
): void {
  const own = COLUMN_ORDER.indexOf(column);
  const counts = (other: number) => (leftwards ? other > own : other < own);
  const centre = (ids: readonly string[]): number => {
    let sum = 0;
    let n = 0;
    for (const id of ids) {
      for (const next of neighbours.get(id) ?? []) {
        const there = rank.get(next);
        if (!there || !counts(there.column)) continue;
        sum += there.at;
        n++;
      }
    }
    return n ? sum / n : (rank.get(ids[0]!)?.at ?? 0);
  };
  const keys = new Map(units.map((unit) => [unit, centre(specsOf(unit).map((s) => s.id))]));
  units.sort((a, b) => keys.get(a)! - keys.get(b)!);
  for (let i = 0; i < units.length; i++) units[i] = sortRows(units[i]!, (id) => centre([id]));
}

/** Inside a bracket the cards are sorted as well; a nation keeps its card first, its boards by name. */
function sortRows(unit: Unit, key: (id: string) => number): Unit {
  if (unit.frame?.type !== 'zone') return unit;
  const keyed = unit.rows.map((row) => ({ row, at: key(row[0]!.id) }));
  keyed.sort((a, b) => a.at - b.at);
  return { ...unit, rows: keyed.map((one) => one.row) };
}
