/**
 * What two records of one party say, as one record. Where both say something the kept one's word
 * stands, and the other's becomes an attribute: nothing is lost, and an import of the same file finds
 * the party again by the name and id that it had.
 */
import type { Evidence, GraphNode } from '@msp-impact/contract';
import { numberIn, readIdentifier } from './identifiers.ts';

/** `merged:acme-ltd` → `Acme Ltd`: the id and name of a record that went into this one. */
export const MERGED = 'merged:';

/** Ids and names of the records that went into a node. */
export function mergedInto({ attributes = {} }: GraphNode): { id: string; name: string }[] {
  return Object.entries(attributes).flatMap(([key, name]) =>
    key.startsWith(MERGED) && !key.includes(' ') ? [{ id: key.slice(MERGED.length), name }] : [],
  );
}
const MAX_KEY = 500;
const MAX_TEXT = 20_000;

export interface Differs {
  readonly id: string;
  readonly field: string;
  readonly kept: string;
  readonly other: string;
}

/** Fields of which one value holds. Groups and workarounds have moved already (absorb.ts). */
const SINGLE = [
  'population',
  'people',
  'owner',
  'priority',
  'rtoHours',
  'reviewed',
  'downAt',
  'restartLagHours',
  'tolerance',
] as const;
const LISTS = ['zones', 'tags'] as const;

/** @param differ gets what both said differently */
export function united(heir: GraphNode, gone: GraphNode, differ: Differs[]): GraphNode {
  const attributes: Record<string, string> = {};
  const keep = (field: string, kept: unknown, other: unknown) => {
    differ.push({ id: gone.id, field, kept: shown(kept), other: shown(other) });
    attributes[`${MERGED}${gone.id} ${field}`.slice(0, MAX_KEY)] = shown(other).slice(0, MAX_TEXT);
  };
  attributes[`${MERGED}${gone.id}`] = gone.name;
  const one: Record<string, unknown> = { ...heir };
  for (const field of SINGLE) {
    const [mine, other] = [heir[field], gone[field]];
    if (other === undefined || JSON.stringify(mine) === JSON.stringify(other)) continue;
    if (mine === undefined) one[field] = other;
    else keep(field, mine, other);
  }
  for (const field of LISTS) {
    const all = [...new Set([...(heir[field] ?? []), ...(gone[field] ?? [])])];
    if (all.length > 0) one[field] = all;
  }
  const evidence = bothEvidence(heir, gone);
  if (evidence.length > 0) one.evidence = evidence;
  const identifiers = bothMaps(
    withOwnNumber(heir).identifiers,
    withOwnNumber(gone).identifiers,
    (key, mine, other) => (sameNumber(key, mine, other) ? undefined : keep(key, mine, other)),
  );
  if (Object.keys(identifiers).length > 0) one.identifiers = identifiers;
  one.attributes = {
    ...bothMaps(heir.attributes, gone.attributes, keep),
    ...attributes,
  };
  return one as unknown as GraphNode;
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function bothEvidence(heir: GraphNode, gone: GraphNode): Evidence[] {
  const all = [...(heir.evidence ?? []), ...(gone.evidence ?? [])];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function bothMaps(
  mine: Readonly<Record<string, string>> = {},
  other: Readonly<Record<string, string>> = {},
  both: (key: string, mine: string, other: string) => void,
): Record<string, string> {
  const all = { ...mine };
  for (const [key, value] of Object.entries(other)) {
    if (!Object.hasOwn(all, key)) all[key] = value;
    else if (all[key] !== value) both(key, all[key] as string, value);
  }
  return all;
}

function sameNumber(scheme: string, a: string, b: string): boolean {
  const [left, right] = [readIdentifier(scheme, a), readIdentifier(scheme, b)];
  return left !== undefined && JSON.stringify(left) === JSON.stringify(right) && 'number' in left;
}

/** The number that only the id told would be lost with the id. */
function withOwnNumber(node: GraphNode): Pick<GraphNode, 'identifiers'> {
  const own = numberIn(node.id);
  if (!own || node.identifiers?.[own.scheme] !== undefined) return node;
  return { identifiers: { ...node.identifiers, [own.scheme]: own.number } };
}
