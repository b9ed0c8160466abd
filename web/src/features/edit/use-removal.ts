/** Looks up what a deletion takes along, and carries it out as one change. */
import type { ItemType, NodeAnswer, Receipt, Write } from '@msp-impact/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { planRemoval, type Removal, removalWrites } from './draft/removal.ts';

export interface RemovalPlan extends Removal {
  readonly type: ItemType;
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  /** Names of the entries at the ends of links, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** More links or contracts than the server lists: too many to delete here. */
  readonly tooMany: boolean;
}

const NOTHING: Removal = { links: [], contracts: [], uncovered: [], adjusted: [] };

const isCut = ({ more }: NodeAnswer) => more.reliesOn + more.reliedOnBy + more.contracts > 0;

const namesOf = (seen: readonly NodeAnswer[]) =>
  new Map(seen.map(({ item }) => [item.id, item.name] as const));

async function planNode(id: string): Promise<RemovalPlan> {
  const own = await api.node(id);
  const links = [...own.reliesOn, ...own.reliedOnBy];
  const ends = [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter(
    (end) => end !== id,
  );
  const others = isCut(own) ? [] : await Promise.all(ends.map((end) => api.node(end)));
  const gone = new Set(links.map((link) => link.id));
  const plan = planRemoval([own, ...others], gone, id);
  const { revision, item } = own;
  const names = namesOf([own, ...others]);
  return { ...plan, type: 'node', id, revision, name: item.name, names, tooMany: isCut(own) };
}

async function planLink(id: string): Promise<RemovalPlan> {
  const { item, revision } = await api.dependency(id);
  const ends = await Promise.all([api.node(item.to), api.node(item.from)]);
  const { links: _itself, ...plan } = planRemoval(ends, new Set([id]));
  const name = `the link from ${ends[1].item.name} to ${ends[0].item.name}`;
  const names = namesOf(ends);
  return { ...plan, links: [], type: 'dependency', id, revision, name, names, tooMany: false };
}

async function planContract(id: string): Promise<RemovalPlan> {
  const { item, revision } = await api.contract(id);
  const name = item.title ?? id;
  return { ...NOTHING, type: 'contract', id, revision, name, names: new Map(), tooMany: false };
}

export function useRemovalPlan(type: ItemType, id: string) {
  return useQuery({
    queryKey: ['removal', type, id],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => ({ node: planNode, dependency: planLink, contract: planContract })[type](id),
  });
}

/** Revisions of what goes along, by "type id". */
async function revisionsOf(plan: RemovalPlan): Promise<Map<string, number>> {
  const links = [...plan.links, ...plan.adjusted];
  const contracts = [...plan.contracts, ...plan.uncovered];
  const pairs = await Promise.all([
    ...links.map(
      async ({ id }) => [`dependency ${id}`, (await api.dependency(id)).revision] as const,
    ),
    ...contracts.map(
      async ({ id }) => [`contract ${id}`, (await api.contract(id)).revision] as const,
    ),
  ]);
  return new Map(pairs);
}

async function carryOut(plan: RemovalPlan): Promise<Receipt> {
  const revisions = await revisionsOf(plan);
  const along = removalWrites(plan, (type, id) => revisions.get(`${type} ${id}`) ?? 0);
  if (along.length === 0) return api.remove(plan.type, plan.id, plan.revision);
  const own: Write = { delete: plan.type, id: plan.id, ifRevision: plan.revision };
  return api.batch({ summary: `Deleted ${plan.name}`.slice(0, 500), writes: [...along, own] });
}

export function useRemove(onDone: (receipt: Receipt, plan: RemovalPlan) => void) {
  return useMutation({ mutationFn: carryOut, onSuccess: onDone });
}
