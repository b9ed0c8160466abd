/**
 * The fields of suppliers, products, services, areas, links and contracts in the words of the
 * screen: forms, changes and differences all name them alike.
 */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';

const NODE_FIELDS: Readonly<Record<keyof GraphNode, string>> = {
  id: 'Short id',
  kind: 'What it is',
  name: 'Name',
  parent: 'Belongs to',
  zones: 'Switched off together',
  population: 'People who live there',
  people: 'People it serves',
  owner: 'Who answers for it',
  priority: 'Priority',
  rtoHours: 'Must be back within',
  reviewed: 'Last checked on',
  identifiers: 'Registered numbers',
  tags: 'Tags',
  attributes: 'Other columns',
  downAt: 'Counts as stopped at',
  restartLagHours: 'Hours to restart',
  tolerance: 'Limit',
  groups: 'How alternatives count',
  workarounds: 'Other ways of working',
  evidence: 'Sources',
};

const LINK_FIELDS: Readonly<Record<keyof Dependency, string>> = {
  id: 'Short id',
  from: 'Supplied by',
  to: 'Who relies on it',
  group: 'One of these alternatives',
  strength: 'Relies on it for',
  weight: 'Its part of the whole',
  bufferHours: 'Can run on for',
  substitutability: 'How hard to replace',
  attributes: 'Other columns',
  evidence: 'Sources',
};

const CONTRACT_FIELDS: Readonly<Record<keyof Contract, string>> = {
  id: 'Short id',
  title: 'Title',
  supplier: 'Supplier',
  buyer: 'Buyer',
  dependencies: 'Links it covers',
  value: 'Value',
  valueBasis: 'Value is',
  currency: 'Currency',
  signed: 'Signed on',
  start: 'Starts on',
  end: 'Ends on',
  maxEnd: 'Ends at the latest on',
  noticeDays: 'Days of notice',
  framework: 'Framework',
  category: 'Category',
  attributes: 'Other columns',
  evidence: 'Sources',
};

const FIELDS: Readonly<Record<ItemType, Readonly<Record<string, string>>>> = {
  node: NODE_FIELDS,
  dependency: LINK_FIELDS,
  contract: CONTRACT_FIELDS,
};

/** "strength" of a link → "Relies on it for". A field that is not known is shown as it is. */
export function fieldWord(type: string, field: string): string {
  const table = Object.hasOwn(FIELDS, type) ? FIELDS[type as ItemType] : {};
  return Object.hasOwn(table, field) ? (table[field] ?? field) : field;
}

/** "supplier", "link", "contract": what kind of thing changed. */
export const ITEM_WORDS: Readonly<Record<ItemType, { one: string; many: string }>> = {
  node: { one: 'entry', many: 'entries' },
  dependency: { one: 'link', many: 'links' },
  contract: { one: 'contract', many: 'contracts' },
};
