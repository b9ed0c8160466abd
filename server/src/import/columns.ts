/**
 * The columns of nodes.csv, links.csv and contracts.csv: the fields of the graph document laid
 * flat. Reading and writing stand side by side here, so that one undoes the other.
 * What no column can hold (workarounds, several pieces of evidence, ranges of hours …) travels in
 * the column `json`, as an object of the item's own fields.
 */
import type { Evidence, Group, ItemType, NumberOrRange } from '@msp-impact/contract';
import { RULES } from '@msp-impact/contract';
import { readDay } from './dates.ts';

/** A cell that cannot be read: why. */
export class Unreadable {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

export type Fields = Record<string, unknown>;

export interface Column {
  readonly name: string;
  /** The field of the item that it is part of. */
  readonly key: string;
  /** Where in the item its value stands, as faults name it: `strength.low`. */
  readonly path: string;
  /** For templates and documentation. */
  readonly about: string;
  /** A cell that is not empty; what it gives is put at `path`. */
  readonly read: (cell: string) => unknown;
  /** '' when there is nothing to write. */
  readonly write: (item: Fields) => string;
}

const asText = (cell: string) => cell;
const asName = (cell: string) => cell.trim();
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** What is no number stays text, and the check of the shape says what it should be. */
function asNumber(cell: string): unknown {
  const text = cell.trim();
  return NUMBER.test(text) ? Number(text) : text;
}

/** Spreadsheets rewrite days in the way of their country: read what has one meaning alone. */
function asDay(cell: string): unknown {
  const read = readDay(cell);
  return 'day' in read ? read.day : new Unreadable(read.reason);
}

function asNames(cell: string): string[] {
  return cell.split(/[;,|\s]+/).filter((name) => name !== '');
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function field(name: string, about: string, read: Column['read'] = asText): Column {
  return { name, key: name, path: name, about, read, write: (item) => plain(item[name]) };
}

function inner(
  name: string,
  key: string,
  part: string,
  about: string,
  read = asText as Column['read'],
): Column {
  const write = (item: Fields) => plain((item[key] as Fields | undefined)?.[part]);
  return { name, key, path: `${key}.${part}`, about, read, write };
}

function list(name: string, about: string): Column {
  const write = (item: Fields) => ((item[name] ?? []) as string[]).join(';');
  return { name, key: name, path: name, about, read: asNames, write };
}

const range = (item: Fields): Partial<Exclude<NumberOrRange, number>> & { point?: number } => {
  const value = item.strength as NumberOrRange | undefined;
  if (value === undefined) return {};
  return typeof value === 'number' ? { point: value } : value;
};

/** A range is three cells: the likely value where a plain one would stand, and both ends. */
const STRENGTH: Column[] = [
  {
    ...field('strength', 'share of the dependent that is lost with it, 0 to 1; empty: 1', asNumber),
    path: 'strength.likely',
    write: (item) => plain(range(item).point ?? range(item).likely),
  },
  inner(
    'strengthLow',
    'strength',
    'low',
    'lowest strength, when it is not known exactly',
    asNumber,
  ),
  inner('strengthHigh', 'strength', 'high', 'highest strength', asNumber),
];

/** One piece of evidence fits the columns; several go to `json` together. */
function evidence(name: string, part: keyof Evidence, about: string): Column {
  const write = (item: Fields) => {
    const all = (item.evidence ?? []) as Evidence[];
    return all.length === 1 ? plain(all[0]?.[part]) : '';
  };
  const plainText = part === 'claim' || part === 'publisher';
  const read = plainText ? asText : part === 'date' ? asDay : asName;
  return { name, key: 'evidence', path: `evidence[0].${part}`, about, read, write };
}

const EVIDENCE: Column[] = [
  evidence('claim', 'claim', 'what the evidence says'),
  evidence('publisher', 'publisher', 'who says it'),
  evidence('url', 'url', 'address of the page'),
  evidence('date', 'date', 'day of the evidence, YYYY-MM-DD'),
  evidence('confidence', 'confidence', 'stated, reported or assumed; empty: assumed'),
];

function readGroups(cell: string): unknown {
  const groups: Record<string, Group> = Object.create(null);
  for (const text of cell.split(/[;\s]+/).filter((one) => one !== '')) {
    const [, name, rule, k] = /^(.+?)(?::(all|any|share|atLeast)(?::(\d+))?)?$/.exec(text) ?? [];
    if (!name || name in groups) return new Unreadable(`give each group once, as name:rule`);
    if (!rule && text.includes(':')) {
      return new Unreadable(
        `after the name comes one of ${RULES.join(', ')}; write name:atLeast:2`,
      );
    }
    const group: Group = {};
    if (rule) group.rule = rule as NonNullable<Group['rule']>;
    if (k !== undefined) group.k = Number(k);
    groups[name] = group;
  }
  return groups;
}

function writeGroups(item: Fields): string {
  const groups = Object.entries((item.groups ?? {}) as Record<string, Group>);
  return groups
    .map(([name, { rule = 'all', k }]) => `${name}:${rule}${k === undefined ? '' : `:${k}`}`)
    .join(';');
}

const GROUPS: Column = {
  ...field(
    'groups',
    'groups of what it relies on, as name:rule with rule all, any, share or atLeast:2',
  ),
  read: readGroups,
  write: writeGroups,
};

function readJson(cell: string): unknown {
  try {
    const value: unknown = JSON.parse(cell);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // told below
  }
  return new Unreadable('must be a JSON object with fields of the graph document');
}

export const JSON_COLUMN = 'json';

/** The fields that the other columns of the type leave over. */
function rest(type: ItemType): Column {
  return {
    name: JSON_COLUMN,
    key: JSON_COLUMN,
    path: JSON_COLUMN,
    about: 'anything else of the item, as in the graph document',
    read: readJson,
    write: (item) => {
      const over = Object.entries(item).filter(([key, value]) => !fits(type, key, value));
      return over.length === 0 ? '' : JSON.stringify(Object.fromEntries(over));
    },
  };
}

/** Whether the columns hold all of a field's value. */
function fits(type: ItemType, key: string, value: unknown): boolean {
  if (key === 'evidence') return (value as unknown[]).length === 1;
  if (key === 'restartLagHours' || key === 'bufferHours') return typeof value === 'number';
  return COLUMNS[type].some((column) => column.key === key);
}

const NODES: Column[] = [
  field('id', 'stable and unique: letters, digits and . _ : @ / + ~ -', asName),
  field('kind', 'supplier, product, service or region', asName),
  field('name', 'as people know it'),
  field('parent', 'id of the owner (supplier) or of the region around it (region)', asName),
  list('zones', 'zones that are isolated together, separated by ;'),
  field('population', 'people who live there (region)', asNumber),
  field('people', 'people served (service)', asNumber),
  inner('ownerName', 'owner', 'name', 'who answers for it'),
  inner('ownerRole', 'owner', 'role', 'in which role'),
  inner('ownerContact', 'owner', 'contact', 'how to reach them'),
  field('priority', '1 most critical to 5', asNumber),
  field('rtoHours', 'hours within which it must be back', asNumber),
  field('reviewed', 'day of the last review, YYYY-MM-DD', asDay),
  list('tags', 'separated by ;'),
  field('downAt', 'level at or under which it counts as down; empty: 0.1', asNumber),
  field('restartLagHours', 'hours it needs after everything it relies on is back', asNumber),
  inner('toleranceLevel', 'tolerance', 'minimumLevel', 'lowest level it may fall to', asNumber),
  inner('toleranceHours', 'tolerance', 'maxHours', 'and for how many hours', asNumber),
  GROUPS,
  ...EVIDENCE,
  rest('node'),
];

const LINKS: Column[] = [
  field('id', 'stable and unique; empty: from->to', asName),
  field('from', 'id of the provider', asName),
  field('to', 'id of what relies on it', asName),
  field('group', 'group of the dependent that it belongs to; empty: needed on its own', asName),
  ...STRENGTH,
  field('weight', 'share in a group with rule share, 0 to 1', asNumber),
  field('bufferHours', 'hours the dependent can run on without it', asNumber),
  field('substitutability', 'easy, medium, complex or none', asName),
  ...EVIDENCE,
  rest('dependency'),
];

const CONTRACTS: Column[] = [
  field('id', 'stable and unique', asName),
  field('title', 'title of the contract'),
  field('supplier', 'id of the supplier', asName),
  field('buyer', 'who buys'),
  list('dependencies', 'ids of the links that it covers, separated by ;'),
  field('value', 'amount, 0 or more', asNumber),
  field('valueBasis', 'total or annual', asName),
  field('currency', 'three capital letters, as GBP', asName),
  field('signed', 'YYYY-MM-DD', asDay),
  field('start', 'YYYY-MM-DD', asDay),
  field('end', 'YYYY-MM-DD', asDay),
  field('maxEnd', 'YYYY-MM-DD', asDay),
  field('noticeDays', 'days of notice', asNumber),
  field('framework', 'framework agreement'),
  field('category', 'category of the purchase'),
  ...EVIDENCE,
  rest('contract'),
];

export const COLUMNS: Record<ItemType, readonly Column[]> = {
  node: NODES,
  dependency: LINKS,
  contract: CONTRACTS,
};
