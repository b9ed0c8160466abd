/**
 * The closed vocabularies of the model; docs/glossary.md defines each word.
 * No import stands here, so the web view can use the lists without the schema library.
 */
export const KINDS = ['supplier', 'product', 'service', 'region'] as const;
export const STATES = ['up', 'at-risk', 'degraded', 'down', 'unknown'] as const;
export const CAUSES = ['failed', 'compromised', 'isolated', 'severed'] as const;
export const RULES = ['all', 'any', 'atLeast', 'share'] as const;
export const CONFIDENCES = ['stated', 'reported', 'assumed'] as const;
export const SUBSTITUTABILITIES = ['easy', 'medium', 'complex', 'none'] as const;
/** Formats of others that can be imported; docs/importers has a page for each. */
export const FOREIGN_FORMATS = [
  'xlsx',
  'ocds',
  'dora',
  'cyclonedx',
  'spdx',
  'backstage',
  'servicenow',
  'itop',
  'glpi',
] as const;
/** What is left at or under which a node counts as stopped, unless it says otherwise. */
export const DEFAULT_DOWN_AT = 0.1;
/** Records of one party that are merged at once, and merges in one request. */
export const MAX_MEMBERS = 50;
export const MAX_MERGES = 200;
export const ITEM_TYPES = ['node', 'dependency', 'contract'] as const;

export type Kind = (typeof KINDS)[number];
export type State = (typeof STATES)[number];
export type Cause = (typeof CAUSES)[number];
export type Rule = (typeof RULES)[number];
export type Confidence = (typeof CONFIDENCES)[number];
export type Substitutability = (typeof SUBSTITUTABILITIES)[number];
export type ItemType = (typeof ITEM_TYPES)[number];
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];
