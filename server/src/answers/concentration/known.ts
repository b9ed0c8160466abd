/** What attributes with a meaning say of one item, and what of them nobody can read. */
import {
  attributeOf,
  type Contract,
  type Dependency,
  EXIT_PLAN,
  type ExitPlan,
  type GraphNode,
  type ItemType,
  OWNERSHIP,
  readAlternatives,
  readExitPlan,
  readOwnership,
  type Spell,
  worsePlan,
} from '@msp-impact/contract';
import { mergedInto } from '../../parties/united.ts';

/** How to get away from a supplier; absent parts are not known. */
export interface WayOut {
  readonly plan?: ExitPlan;
  /** Ids or names; empty: somebody looked and found none. */
  readonly alternatives?: readonly string[];
}

export interface Unread {
  readonly type: ItemType;
  readonly id: string;
  readonly attribute: string;
  readonly value: string;
  readonly reason: string;
}

export interface KnownOf {
  readonly spells?: readonly Spell[];
  readonly out?: WayOut;
  /** Ids of records that were merged into it. */
  readonly merged?: readonly string[];
  readonly unread: readonly Unread[];
}

const NOTHING: KnownOf = { unread: [] };

/** Owners are read of suppliers alone, ways out of links and contracts. */
export function knownOf(type: ItemType, item: GraphNode | Dependency | Contract): KnownOf {
  if (!item.attributes) return NOTHING;
  if (type === 'node') return ownersOf(item as GraphNode);
  return wayOutOf(type, item as Dependency | Contract);
}

function ownersOf(node: GraphNode): KnownOf {
  const { id, kind, attributes } = node;
  if (kind !== 'supplier') return NOTHING;
  const ids = mergedInto(node).map((one) => one.id);
  const merged = ids.length > 0 ? { merged: ids } : {};
  const text = attributeOf(attributes, OWNERSHIP) ?? '';
  if (text === '') return { ...merged, unread: [] };
  const read = readOwnership(text);
  if (read.ok) return { ...merged, spells: read.value, unread: [] };
  const { reason } = read;
  return { ...merged, unread: [{ type: 'node', id, attribute: OWNERSHIP, value: text, reason }] };
}

function wayOutOf(type: ItemType, { id, attributes }: Dependency | Contract): KnownOf {
  const text = attributeOf(attributes, EXIT_PLAN) ?? '';
  const read = readExitPlan(text);
  const plan = read.ok ? read.value : undefined;
  const alternatives = readAlternatives(attributes);
  const out = { ...(plan ? { plan } : {}), ...(alternatives ? { alternatives } : {}) };
  return {
    ...(plan || alternatives ? { out } : {}),
    unread: read.ok ? [] : [{ type, id, attribute: EXIT_PLAN, value: text, reason: read.reason }],
  };
}

/** The worst plan that somebody recorded, and all alternatives. */
export function worstWayOut(ways: Iterable<WayOut | undefined>): WayOut {
  let plan: ExitPlan | undefined;
  let alternatives: Set<string> | undefined;
  for (const one of ways) {
    if (one?.plan) plan = worsePlan(plan, one.plan);
    if (one?.alternatives) alternatives = new Set([...(alternatives ?? []), ...one.alternatives]);
  }
  return {
    ...(plan ? { plan } : {}),
    ...(alternatives ? { alternatives: [...alternatives] } : {}),
  };
}

/** Key of an item in the list of what nobody can read. */
export const itemKey = (type: ItemType, id: string): string => `${type} ${id}`;
