/** The things of one column that move together: a card, a bracket of cards, a nation with its boards. */
import type { Column, ViewGroup, ViewNode } from '@msp-impact/contract';
import { nationHeight } from '../nation-card.ts';
import { CARD } from '../tokens.ts';
import { COLUMN_ORDER } from '../words.ts';
import { byName, type Folded, type Nation, severity } from './fold.ts';

export const GAP = CARD.pitch - CARD.height;
const MARKED_HEIGHT = 46;
const GROUP_HEIGHT = 40;
/** A bracket of more would not fit one column. */
const MOST_IN_BRACKET = 36;

/** One thing to place: a card, a nation's card or a group. */
export interface Spec {
  readonly id: string;
  readonly type: 'node' | 'nation' | 'group';
  readonly h: number;
  readonly node?: ViewNode;
  readonly nation?: Nation;
  readonly group?: ViewGroup;
}

export interface Unit {
  readonly key: string;
  /** Rows from top to bottom; a row of two shares the width. */
  readonly rows: readonly (readonly Spec[])[];
  readonly padTop: number;
  readonly padBottom: number;
  readonly h: number;
  /** Cards are inset by this where a frame stands around them. */
  readonly inset: number;
  readonly frame?: Frame;
}

export interface Frame {
  readonly id: string;
  readonly type: 'zone' | 'nation';
  readonly active: boolean;
}

export const specsOf = (unit: Unit) => unit.rows.flat();

/** Tops of the rows, from the unit's top. */
export function rowTops(unit: Unit): number[] {
  const tops: number[] = [];
  let y = unit.padTop;
  for (const row of unit.rows) {
    tops.push(y);
    y += row[0]!.h + GAP;
  }
  return tops;
}

function makeUnit(
  key: string,
  rows: readonly (readonly Spec[])[],
  pads: { padTop?: number; padBottom?: number; inset?: number; frame?: Frame } = {},
): Unit {
  const { padTop = 0, padBottom = 0, inset = 0, frame } = pads;
  const cards = rows.reduce((sum, row) => sum + row[0]!.h + GAP, -GAP);
  const unit = { key, rows, padTop, padBottom, inset, h: padTop + cards + padBottom };
  return frame ? { ...unit, frame } : unit;
}

function nodeSpec(node: ViewNode): Spec {
  return {
    id: node.id,
    type: 'node',
    h: node.marked === 'down' ? MARKED_HEIGHT : CARD.height,
    node,
  };
}

/** Units of every column, worst first; the groups of a column come apart, as they stay at its foot. */
export function unitsOf(
  folded: Folded,
  area: string | null | undefined,
  wide: (column: Column) => boolean,
): Map<Column, { units: Unit[]; feet: Unit[] }> {
  const columns = new Map<Column, ViewNode[]>(COLUMN_ORDER.map((column) => [column, []]));
  const parts = new Set(folded.nations.flatMap((n) => (n.open ? n.parts.map((p) => p.id) : [])));
  for (const node of folded.nodes) if (!parts.has(node.id)) columns.get(node.column)!.push(node);
  const result = new Map<Column, { units: Unit[]; feet: Unit[] }>();
  for (const [column, nodes] of columns) {
    const cards = zoneUnits(nodes.sort(worstFirst(area)), column);
    const nations = column === 'region' ? nationUnits(folded.nations, area) : [];
    const groups = folded.view.groups.filter((group) => group.column === column);
    result.set(column, { units: [...nations, ...cards], feet: feetOf(groups, wide(column)) });
  }
  return result;
}

function worstFirst(area: string | null | undefined) {
  return (a: ViewNode, b: ViewNode) =>
    Number(b.id === area) - Number(a.id === area) || severity(a) - severity(b) || byName(a, b);
}

/** Nations in a fixed order, my area first, then by people: they anchor what stands left of them. */
function nationUnits(nations: readonly Nation[], area: string | null | undefined): Unit[] {
  const mine = (n: Nation) => Number(n.node.id === area || n.parts.some((p) => p.id === area));
  const order = (a: Nation, b: Nation) =>
    mine(b) - mine(a) ||
    (b.node.population ?? 0) - (a.node.population ?? 0) ||
    byName(a.node, b.node);
  return [...nations].sort(order).map((nation) => {
    const { id } = nation.node;
    const card: Spec = { id, type: 'nation', h: nationHeight(nation), nation, node: nation.node };
    if (!nation.open) return makeUnit(id, [[card]], { padBottom: 6 });
    const rows = [[card], ...nation.parts.map((part) => [nodeSpec(part)])];
    const frame = { id, type: 'nation', active: false } as const;
    return makeUnit(id, rows, { padTop: 8, padBottom: 22, inset: 8, frame });
  });
}

/** Cards that share a zone stand together in a bracket; a node in several stands in its first. */
function zoneUnits(nodes: readonly ViewNode[], column: Column): Unit[] {
  const members = new Map<string, ViewNode[]>();
  for (const node of nodes) {
    const zone = node.zones?.[0];
    if (zone === undefined) continue;
    const list = members.get(zone);
    if (list) list.push(node);
    else members.set(zone, [node]);
  }
  const bracketed = new Set(
    [...members].filter(([, list]) => list.length > 1).map(([zone]) => zone),
  );
  const done = new Set<string>();
  const units: Unit[] = [];
  for (const node of nodes) {
    const zone = node.zones?.[0];
    if (zone === undefined || !bracketed.has(zone))
      units.push(makeUnit(node.id, [[nodeSpec(node)]]));
    else if (!done.has(zone)) units.push(...bracketUnits(zone, column, members.get(zone)!));
    if (zone !== undefined) done.add(zone);
  }
  return units;
}

function bracketUnits(zone: string, column: Column, members: readonly ViewNode[]): Unit[] {
  const active = members.some((node) => node.cause === 'isolated' || node.marked === 'isolated');
  const units: Unit[] = [];
  for (let i = 0; i < members.length; i += MOST_IN_BRACKET) {
    const rows = members.slice(i, i + MOST_IN_BRACKET).map((node) => [nodeSpec(node)]);
    const id = `${column}:${zone}:${i}`;
    const frame = { id, type: 'zone', active } as const;
    units.push(makeUnit(id, rows, { padTop: 28, padBottom: 16, frame }));
  }
  return units;
}

/** Groups: two to a row where the column is wide, as "12 not affected" and "3 not known". */
function feetOf(groups: readonly ViewGroup[], wide: boolean): Unit[] {
  const order = { hit: 0, 'last-option': 1, 'not-affected': 2, 'not-known': 3 } as const;
  const sorted = [...groups].sort((a, b) => order[a.status] - order[b.status]);
  if (!wide) return sorted.map((group) => makeUnit(group.id, [[groupSpec(group, GROUP_HEIGHT)]]));
  const units: Unit[] = [];
  for (let i = 0; i < sorted.length; i += 2) {
    const row = sorted.slice(i, i + 2).map((group) => groupSpec(group, CARD.height));
    units.push(makeUnit(row[0]!.id, [row]));
  }
  return units;
}

function groupSpec(group: ViewGroup, h: number): Spec {
  return { id: group.id, type: 'group', h, group };
}
