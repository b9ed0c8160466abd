/**
 * The canonical form of items: keys in the order of the contract's schema, values equal to their
 * default left out, zones, tags and a contract's dependencies sorted and unique, keys of maps
 * sorted by code units. Evidence and workarounds keep their order; numbers are not rounded.
 * Canonical items mean what the given ones mean, and are their own canonical form.
 */
import {
  Contract,
  DEFAULT_DOWN_AT,
  Dependency,
  Evidence,
  GRAPH_FORMAT,
  type GraphDocument,
  GraphNode,
  Group,
  type Item,
  type ItemType,
  Workaround,
} from '@msp-impact/contract';

type Keep = (value: unknown) => unknown;

/** What becomes of a field; undefined leaves it out. Fields that are not named stay as they are. */
interface Shape {
  readonly order: readonly string[];
  readonly fields: ReadonlyMap<string, Keep>;
}

function shape(schema: { properties: object }, fields: Record<string, Keep> = {}): Shape {
  return { order: Object.keys(schema.properties), fields: new Map(Object.entries(fields)) };
}

const unless = (standard: unknown) => (value: unknown) => (value === standard ? undefined : value);
const none = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);
const range: Keep = (value) => (typeof value === 'object' ? ordered(RANGE, value) : value);
const rangeUnless = (standard: number) => (value: unknown) => unless(standard)(range(value));
const names: Keep = (value) => none([...new Set(value as string[])].sort(byCodeUnits));
const listOf = (inner: Shape) => (value: unknown) =>
  none((value as unknown[]).map((one) => ordered(inner, one)));
const record = (inner: Shape) => (value: unknown) => {
  const kept = ordered(inner, value);
  return Object.keys(kept).length === 0 ? undefined : kept;
};

function map(each: Keep = (value) => value): Keep {
  return (value) => {
    const keys = Object.keys(value as object).sort(byCodeUnits);
    if (keys.length === 0) return undefined;
    const kept: Record<string, unknown> = Object.create(null);
    for (const key of keys) kept[key] = each((value as Record<string, unknown>)[key]);
    return kept;
  };
}

const RANGE: Shape = { order: ['low', 'likely', 'high'], fields: new Map() };
const TOLERANCE: Shape = { order: ['minimumLevel', 'maxHours'], fields: new Map() };
const OWNER: Shape = { order: ['name', 'role', 'contact'], fields: new Map() };
const EVIDENCE = shape(Evidence);
const GROUP = shape(Group, { rule: unless('all') });
const WORKAROUND = shape(Workaround, {
  capacity: range,
  afterHours: rangeUnless(0),
  lastsHours: range,
});
const NODE = shape(GraphNode, {
  zones: names,
  owner: record(OWNER),
  identifiers: map(),
  tags: names,
  attributes: map(),
  downAt: unless(DEFAULT_DOWN_AT),
  restartLagHours: rangeUnless(0),
  tolerance: record(TOLERANCE),
  groups: map((group) => ordered(GROUP, group)),
  workarounds: listOf(WORKAROUND),
  evidence: listOf(EVIDENCE),
});
const DEPENDENCY = shape(Dependency, {
  strength: rangeUnless(1),
  bufferHours: rangeUnless(0),
  attributes: map(),
  evidence: listOf(EVIDENCE),
});
const CONTRACT = shape(Contract, {
  dependencies: names,
  attributes: map(),
  evidence: listOf(EVIDENCE),
});

function ordered(to: Shape, from: unknown): Record<string, unknown> {
  const source = from as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const key of to.order) {
    const value = source[key];
    if (value === undefined) continue;
    const keep = to.fields.get(key);
    const canonical = keep ? keep(value) : value;
    if (canonical !== undefined) kept[key] = canonical;
  }
  return kept;
}

export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function canonicalNode(node: GraphNode): GraphNode {
  return ordered(NODE, node) as GraphNode;
}

export function canonicalDependency(link: Dependency): Dependency {
  return ordered(DEPENDENCY, link) as Dependency;
}

export function canonicalContract(contract: Contract): Contract {
  return ordered(CONTRACT, contract) as Contract;
}

const byId = (a: { id: string }, b: { id: string }) => byCodeUnits(a.id, b.id);

/** All items canonical, lists sorted by id; `dependencies` and `contracts` left out when empty. */
export function canonicalDocument(document: GraphDocument): GraphDocument {
  const { name, nodes, dependencies = [], contracts = [] } = document;
  return {
    format: GRAPH_FORMAT,
    ...(name ? { name } : {}),
    nodes: nodes.map(canonicalNode).sort(byId),
    ...(dependencies.length
      ? { dependencies: dependencies.map(canonicalDependency).sort(byId) }
      : {}),
    ...(contracts.length ? { contracts: contracts.map(canonicalContract).sort(byId) } : {}),
  };
}

export function canonicalItem(type: ItemType, item: Item): Item {
  if (type === 'node') return canonicalNode(item as GraphNode);
  if (type === 'dependency') return canonicalDependency(item as Dependency);
  return canonicalContract(item as Contract);
}
