/** The steps of an alternative: what an award, a merger or a purchase changes in the graph. */
import {
  type Contract,
  type Dependency,
  type Fault,
  type GraphNode,
  keyOf,
  OWNERSHIP,
  type WhatIfEdit,
} from '@msp-impact/contract';
import type { Draft } from '../../edit/draft.ts';
import { absorb } from '../../parties/absorb.ts';
import { at, fault } from '../../rules/fault.ts';

type Step<D extends WhatIfEdit['do']> = Extract<WhatIfEdit, { do: D }>;

/** @returns what stands in the way; the draft is then of no use */
export async function applyStep(draft: Draft, step: WhatIfEdit, path: string): Promise<Fault[]> {
  if (step.do === 'add') return add(draft, step, path);
  if (step.do === 'move') return move(draft, step, path);
  if (step.do === 'remove') return remove(draft, step, path);
  if (step.do === 'merge') return merge(draft, step, path);
  return buy(draft, step, path);
}

/** Suppliers that a step is about, old and new. */
export async function suppliersIn(draft: Draft, step: WhatIfEdit): Promise<string[]> {
  if (step.do === 'add') return [step.contract.supplier];
  if (step.do === 'merge') return step.suppliers;
  if (step.do === 'buy') return [step.supplier, step.by];
  const contract = await draft.one('contract', step.contract);
  return [...(contract ? [contract.supplier] : []), ...(step.do === 'move' ? [step.to] : [])];
}

async function add(draft: Draft, step: Step<'add'>, path: string): Promise<Fault[]> {
  const { contract, nodes = [], links = [] } = step;
  const taken = [
    ...(await draft.load('contract', [contract.id])),
    ...(await draft.load(
      'node',
      nodes.map(({ id }) => id),
    )),
    ...(await draft.load(
      'dependency',
      links.map(({ id }) => id),
    )),
  ];
  for (const node of nodes) draft.put('node', node);
  for (const link of links) draft.put('dependency', link);
  draft.put('contract', contract);
  return taken.map(({ id }) => fault(path, id, 'this id is taken already; add what is new'));
}

async function move(draft: Draft, step: Step<'move'>, path: string): Promise<Fault[]> {
  const { to, via, name } = step;
  const contract = await draft.one('contract', step.contract);
  if (!contract) return [noContract(path, step.contract)];
  if (name !== undefined && !(await draft.one('node', to))) {
    draft.put('node', { id: to, kind: 'supplier', name });
  }
  const source = via ?? to;
  const known = await draft.one('node', source);
  if (!known) return [fault(at(path, via ? 'via' : 'to'), source, 'no node has this id')];
  for (const link of await draft.load('dependency', contract.dependencies ?? [])) {
    draft.put('dependency', { ...link, from: source });
  }
  draft.put('contract', { ...contract, supplier: to });
  return [];
}

/** The reliance that this contract alone covers ends with it. */
async function remove(draft: Draft, step: Step<'remove'>, path: string): Promise<Fault[]> {
  const contract = await draft.one('contract', step.contract);
  if (!contract) return [noContract(path, step.contract)];
  draft.drop('contract', contract.id);
  const covered = new Set(contract.dependencies ?? []);
  const quoted = [...covered].map((id) => JSON.stringify(id));
  const texts = draft.snapshot.columns.contracts.dependencies;
  const others = draft.idsWhere('contract', (row) => quoted.some((id) => texts[row]?.includes(id)));
  for (const other of await draft.load('contract', others)) {
    for (const id of other.dependencies ?? []) covered.delete(id);
  }
  for (const link of await draft.load('dependency', covered)) {
    draft.drop('dependency', link.id);
    if (link.group !== undefined) await mend(draft, link, link.group);
  }
  return [];
}

/** What is left of a group takes over the share of the link that went; k is never more than its size. */
async function mend(draft: Draft, gone: Dependency, group: string): Promise<void> {
  const { to, group: groups } = draft.snapshot.columns.dependencies;
  const ids = draft.idsWhere('dependency', (row) => to[row] === gone.to && groups[row] === group);
  const left = (await draft.load('dependency', ids)).filter(
    (link) => link.to === gone.to && link.group === group,
  );
  const total = left.reduce((sum, { weight = 0 }) => sum + weight, 0);
  for (const link of left) {
    if (link.weight !== undefined && total > 0) {
      draft.put('dependency', { ...link, weight: link.weight / total });
    }
  }
  const node = await draft.one('node', gone.to);
  const rule = node?.groups?.[group];
  if (!node || rule?.k === undefined || left.length === 0) return;
  const k = Math.min(rule.k, left.length);
  draft.put('node', { ...node, groups: { ...node.groups, [group]: { ...rule, k } } });
}

async function merge(draft: Draft, step: Step<'merge'>, path: string): Promise<Fault[]> {
  const [first, ...others] = step.suppliers as [string, ...string[]];
  const place = at(path, 'suppliers');
  for (const [i, id] of step.suppliers.entries()) {
    const node = await draft.one('node', id);
    if (node?.kind !== 'supplier') return [fault(at(place, i), id, 'no supplier has this id')];
    if (step.suppliers.indexOf(id) < i) return [fault(at(place, i), id, 'is named twice')];
  }
  for (const other of others) await absorb(draft, first, other);
  return [];
}

async function buy(draft: Draft, { supplier, by }: Step<'buy'>, path: string): Promise<Fault[]> {
  const node = await draft.one('node', supplier);
  if (node?.kind !== 'supplier') {
    return [fault(at(path, 'supplier'), supplier, 'no supplier has this id')];
  }
  draft.put('node', { ...withoutOwners(node), parent: by });
  return []; // that `by` is a supplier, and no subsidiary, the rules of the graph see to
}

/** A purchase that is tried holds on whatever day is looked at. */
function withoutOwners(node: GraphNode): GraphNode {
  const { [keyOf(node.attributes ?? {}, OWNERSHIP)]: _, ...attributes } = node.attributes ?? {};
  return { ...node, attributes };
}

function noContract(path: string, id: Contract['id']): Fault {
  return fault(at(path, 'contract'), id, 'no contract has this id');
}
