/**
 * Labels and relationship types: the only names that are ever put into a statement as text.
 * Dependencies point the way supply flows, so that "Advanced SUPPLIES Adastra SUPPORTS NHS 111".
 */
import type { Kind } from '@msp-impact/contract';

/** Every node of the graph also carries `Node`, which makes one id unique over all kinds. */
export const LABELS = {
  supplier: 'Supplier',
  product: 'Product',
  service: 'Service',
  region: 'Region',
} as const satisfies Record<Kind, string>;

export const LINK_TYPES = [
  'SUPPLIES',
  'SUPPORTS',
  'SERVES',
  'SUBCONTRACTS_FOR',
  'HOSTS',
  'FEEDS',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

const BY_KINDS: Readonly<Record<string, LinkType>> = {
  'supplier product': 'SUPPLIES',
  'product service': 'SUPPORTS',
  'service region': 'SERVES',
  'supplier supplier': 'SUBCONTRACTS_FOR',
  'product product': 'HOSTS',
};

/** The type of a dependency between two kinds of nodes. */
export function linkType(from: Kind, to: Kind): LinkType {
  return BY_KINDS[`${from} ${to}`] ?? 'FEEDS';
}

/** Types of the parent, which carries no supply. */
export const PARENT_TYPES = ['OWNED_BY', 'PART_OF'] as const;
export type ParentType = (typeof PARENT_TYPES)[number];

export const parentType = (kind: Kind): ParentType =>
  kind === 'supplier' ? 'OWNED_BY' : 'PART_OF';
