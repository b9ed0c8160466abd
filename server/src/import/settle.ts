/**
 * Which rows of a table can be taken. A row is refused for its own shape, for a rule that it
 * breaks, or because it names a row that was refused; all others go on. What is left keeps every
 * rule together with the stored graph.
 */
import type {
  Contract,
  Dependency,
  Evidence,
  Fault,
  GraphNode,
  ItemType,
  Rejected,
} from '@msp-impact/contract';
import { checkContract, checkDependency, checkNode } from '../rules/check.ts';
import { groupFaults } from '../rules/groups.ts';
import { restOf } from '../rules/rest.ts';
import { checkShape } from '../rules/shape.ts';
import { isObject } from '../rules/sound.ts';
import type { RuleView } from '../rules/view.ts';
import type { Item } from '../store/port.ts';
import type { Candidate } from './candidate.ts';
import type { Fields } from './columns.ts';
import { joinedEvidence } from './joined-evidence.ts';
import { overlayView, StoredIndex } from './overlay.ts';
import { breathe, breathing, ITEM_ORDER, type ItemMaps } from './stored.ts';
import { rejection } from './table.ts';
import type { Watch } from './watch.ts';

/** A row whose shape is right, with the item that it would make. */
interface Row {
  readonly candidate: Candidate;
  readonly item: Item;
}
/** A row that stays out, with what was told of it. */
interface Misshapen {
  readonly candidate: Candidate;
  readonly item: Fields;
  readonly told: readonly Fault[];
}
type Rows = Record<ItemType, Map<string, Row>>;

export interface Settled {
  readonly items: ItemMaps;
  readonly rejected: readonly Rejected[];
}

/** Linear in rows and faults, but for chains of refused rows, of which each link takes one pass. */
export async function settle(
  stored: ItemMaps,
  candidates: readonly Candidate[],
  watch?: Watch,
): Promise<Settled> {
  const rejected: Rejected[] = [];
  const { rows, misshapen } = await shaped(stored, candidates, rejected, watch);
  const index = new StoredIndex(stored);
  while (true) {
    const items = itemsOf(rows);
    const view = overlayView(stored, index, items);
    const refused = await brokenRows(view, rows, stored, index, watch);
    for (const one of await brokenGroups(view, rows, stored)) refused.push(one);
    if (refused.length === 0) {
      for (const row of misshapen) tellRest(view, row, rejected);
      return { items, rejected };
    }
    for (const { row, faults } of refused) {
      const { type } = row.candidate;
      if (!rows[type].delete(row.item.id)) continue; // told already
      for (const one of faults) rejected.push(refusal(row.candidate, one));
    }
  }
}

/** @param one a fault with a path inside the item, `$` being the item */
function refusal(candidate: Candidate, one: Fault): Rejected {
  const path = one.path.replace(/^\$\.?/, '');
  const value = one.value === undefined ? '' : texted(one.value);
  // A text where a number belongs: the cell may hold one, written as people write it for people.
  const isText = typeof one.value === 'string' && /^must be a (?:whole )?number/.test(one.reason);
  const reason = isText ? `${one.reason}; write it as 1200 or 0.85, without units` : one.reason;
  return rejection(candidate.file, candidate.row, candidate.columnOf(path), value, reason);
}

/** What else is wrong with a row that stays out anyway: people put right a row once. */
function tellRest(
  view: RuleView,
  { candidate, item, told }: Misshapen,
  rejected: Rejected[],
): void {
  const rest = restOf(view, candidate.type, item, told, '$');
  for (const one of rest) rejected.push(refusal(candidate, one));
}

const texted = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

async function shaped(
  stored: ItemMaps,
  candidates: readonly Candidate[],
  rejected: Rejected[],
  watch: Watch | undefined,
): Promise<{ rows: Rows; misshapen: Misshapen[] }> {
  const misshapen: Misshapen[] = [];
  const rows: Rows = { node: new Map(), dependency: new Map(), contract: new Map() };
  const breath = breathing(watch, 'comparing', candidates.length);
  for (const candidate of candidates) {
    if (breath.due()) await breathe();
    const { type } = candidate;
    const item = merged(stored, candidate);
    const faults = checkShape(type, item, '$');
    const id = (item as { id?: string }).id as string;
    const before = rows[type].get(id);
    if (faults.length === 0 && before) {
      const { file, row } = before.candidate;
      const reason = `row ${row} of ${file} has this id already; ids are unique`;
      faults.push({ path: '$.id', value: id, reason });
    }
    for (const one of faults) rejected.push(refusal(candidate, one));
    if (faults.length === 0 && !candidate.refused) {
      rows[type].set(id, { candidate, item: item as unknown as Item });
      continue;
    }
    misshapen.push({ candidate, item, told: faults });
  }
  return { rows, misshapen };
}

/**
 * The stored item with what the row says in place of what its file speaks for. Evidence is never
 * taken away, whatever the file speaks for: people have added some since.
 */
function merged(stored: ItemMaps, { type, fields, covered, allEvidence }: Candidate): Fields {
  const before = stored[type].get(fields.id as string) as Fields | undefined;
  if (!before) return fields;
  const item: Fields = {};
  if (covered) for (const key in before) if (!covered.has(key)) item[key] = before[key];
  Object.assign(item, fields);
  if (covered && before.attributes && fields.attributes) {
    item.attributes = { ...before.attributes, ...fields.attributes };
  }
  const now = fields.evidence ?? [];
  if (!allEvidence && Array.isArray(before.evidence) && isListOfObjects(now)) {
    item.evidence = joinedEvidence(before.evidence, now);
  }
  return item;
}

/** Its shape is not checked yet. */
function isListOfObjects(evidence: unknown): evidence is Evidence[] {
  return Array.isArray(evidence) && evidence.every(isObject);
}

function itemsOf(rows: Rows): ItemMaps {
  const items = <T extends Item>(type: ItemType) =>
    new Map([...rows[type]].map(([id, row]) => [id, row.item as T]));
  return {
    node: items<GraphNode>('node'),
    dependency: items<Dependency>('dependency'),
    contract: items<Contract>('contract'),
  };
}

interface Refused {
  readonly row: Row;
  readonly faults: readonly Fault[];
}

async function brokenRows(
  view: RuleView,
  rows: Rows,
  stored: ItemMaps,
  index: StoredIndex,
  watch: Watch | undefined,
): Promise<Refused[]> {
  const out: Refused[] = [];
  const total = ITEM_ORDER.reduce((sum, type) => sum + rows[type].size, 0);
  const breath = breathing(watch, 'checking', total);
  for (const type of ITEM_ORDER) {
    for (const row of rows[type].values()) {
      if (breath.due()) await breathe();
      const faults = faultsOf(view, type, row.item);
      if (type === 'node' && faults.length === 0) {
        faults.push(...harmOf(view, row.item as GraphNode, stored, index));
      }
      if (faults.length > 0) out.push({ row, faults });
    }
  }
  return out;
}

function faultsOf(view: RuleView, type: ItemType, item: Item): Fault[] {
  if (type === 'node') return checkNode(view, item as GraphNode, '$');
  if (type === 'dependency') return checkDependency(view, item as Dependency, '$');
  return checkContract(view, item as Contract, '$');
}

/** What a changed node would break among stored items that the import does not touch. */
function harmOf(view: RuleView, node: GraphNode, stored: ItemMaps, index: StoredIndex): Fault[] {
  const before = stored.node.get(node.id);
  if (!before) return [];
  const harmed: [string, Fault[]][] = [];
  if (before.kind !== node.kind) {
    for (const child of index.children(node.id)) {
      harmed.push([child.id, checkNode(view, child, '$.kind')]);
    }
    for (const contract of index.contracts(node.id)) {
      harmed.push([contract.id, checkContract(view, contract, '$.kind')]);
    }
  }
  if (JSON.stringify(before.groups) !== JSON.stringify(node.groups)) {
    for (const link of index.linksInto(node.id)) {
      harmed.push([link.id, checkDependency(view, link, '$.groups')]);
    }
  }
  return harmed.flatMap(([id, faults]) =>
    faults.slice(0, 1).map((one) => ({
      path: one.path.startsWith('$.kind') ? '$.kind' : '$.groups',
      value: id,
      reason: `would break ${id}: ${one.reason}`,
    })),
  );
}

/** Groups whose rule only shows with all their links. */
async function brokenGroups(view: RuleView, rows: Rows, stored: ItemMaps): Promise<Refused[]> {
  const touching = new Map<string, Row[]>(); // node → link rows that lead there, or led there before
  for (const row of rows.dependency.values()) {
    const [link, before] = [row.item as Dependency, stored.dependency.get(row.item.id)];
    // Groups are made by links that name one.
    if (link.group === undefined && before?.group === undefined) continue;
    const ends = new Set([link.to, before?.to]);
    for (const end of ends) {
      if (end === undefined) continue;
      const list = touching.get(end);
      if (list) list.push(row);
      else touching.set(end, [row]);
    }
  }
  const out: Refused[] = [];
  const breath = breathing();
  const grouped = [...rows.node].filter(([id, { item }]) => {
    return (item as GraphNode).groups !== undefined || stored.node.get(id)?.groups !== undefined;
  });
  for (const id of new Set([...grouped.map(([id]) => id), ...touching.keys()])) {
    if (breath.due()) await breathe();
    for (const found of groupFaults(view, id, '$')) {
      out.push(...culprits(rows.node.get(id), touching.get(id) ?? [], stored, found));
    }
  }
  return out;
}

/** k is the node's word, weights are the links'; the other side answers where that one is stored. */
function culprits(
  node: Row | undefined,
  links: readonly Row[],
  stored: ItemMaps,
  { group, fault }: { group: string; fault: Fault },
): Refused[] {
  const concerned = links.filter(
    ({ item }) =>
      (item as Dependency).group === group || stored.dependency.get(item.id)?.group === group,
  );
  const aboutSize = fault.path.endsWith('.k');
  const reason =
    aboutSize && node ? `${fault.reason}; import its links together with it` : fault.reason;
  if (node && (aboutSize || concerned.length === 0)) {
    return [{ row: node, faults: [{ ...fault, reason }] }];
  }
  const path = aboutSize ? '$.group' : '$.weight';
  return concerned.map((row) => ({ row, faults: [{ ...fault, path }] }));
}
