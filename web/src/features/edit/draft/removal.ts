/** What goes, and what is adjusted, when an item is deleted: one batch, all or nothing. */
import type { Contract, Dependency, GraphNode, NodeAnswer, Write } from '@msp-impact/contract';

/**
 * The parts of a share set after one link is gone: the rest in proportion, summing to 1 again.
 * Links without a part share equally as they are, and stay untouched.
 */
export function spreadParts(links: readonly Dependency[], gone: ReadonlySet<string>): Dependency[] {
  const rest = links.filter((link) => !gone.has(link.id) && link.weight !== undefined);
  const sum = rest.reduce((total, link) => total + (link.weight ?? 0), 0);
  if (rest.length === 0 || sum === 0) return [];
  return rest.map((link) => ({ ...link, weight: (link.weight ?? 0) / sum }));
}

/** Links of one set that carries parts, of which at least one goes. */
function setsThatLose(
  reliesOn: readonly Dependency[],
  groups: GraphNode['groups'],
  gone: ReadonlySet<string>,
): Dependency[][] {
  const names = new Set(
    reliesOn
      .filter((link) => gone.has(link.id) && link.weight !== undefined)
      .flatMap(({ group }) =>
        group !== undefined && groups?.[group]?.rule === 'share' ? [group] : [],
      ),
  );
  return [...names].map((name) => reliesOn.filter((link) => link.group === name));
}

export interface Removal {
  readonly links: readonly Dependency[];
  /** Contracts that go, and contracts that only lose a link. */
  readonly contracts: readonly Contract[];
  readonly uncovered: readonly Contract[];
  /** Links whose part grows. */
  readonly adjusted: readonly Dependency[];
}

/**
 * @param seen entries at the ends of the links that go, the deleted entry included
 * @param gone ids of the links that go
 * @param node the entry that goes, if one does
 */
export function planRemoval(
  seen: readonly NodeAnswer[],
  gone: ReadonlySet<string>,
  node?: string,
): Removal {
  const links = new Map<string, Dependency>();
  const contracts = new Map<string, Contract>();
  const adjusted = new Map<string, Dependency>();
  for (const { item, reliesOn, reliedOnBy, contracts: own } of seen) {
    for (const link of [...reliesOn, ...reliedOnBy])
      if (gone.has(link.id)) links.set(link.id, link);
    for (const contract of own) contracts.set(contract.id, contract);
    if (item.id === node) continue;
    for (const set of setsThatLose(reliesOn, item.groups, gone)) {
      for (const link of spreadParts(set, gone)) adjusted.set(link.id, link);
    }
  }
  const all = [...contracts.values()];
  return {
    links: [...links.values()],
    contracts: all.filter((contract) => contract.supplier === node),
    uncovered: all
      .filter((one) => one.supplier !== node && one.dependencies?.some((id) => gone.has(id)))
      .map((one) => without(one, gone)),
    adjusted: [...adjusted.values()],
  };
}

function without(contract: Contract, gone: ReadonlySet<string>): Contract {
  const { dependencies = [], ...rest } = contract;
  const left = dependencies.filter((id) => !gone.has(id));
  return left.length ? { ...rest, dependencies: left } : rest;
}

export type RevisionOf = (type: 'dependency' | 'contract', id: string) => number;

/** The batch, links and contracts first. */
export function removalWrites(removal: Removal, revisionOf: RevisionOf): Write[] {
  return [
    ...removal.contracts.map(
      ({ id }): Write => ({ delete: 'contract', id, ifRevision: revisionOf('contract', id) }),
    ),
    ...removal.uncovered.map(
      (item): Write => ({ put: 'contract', item, ifRevision: revisionOf('contract', item.id) }),
    ),
    ...removal.links.map(
      ({ id }): Write => ({ delete: 'dependency', id, ifRevision: revisionOf('dependency', id) }),
    ),
    ...removal.adjusted.map(
      (item): Write => ({ put: 'dependency', item, ifRevision: revisionOf('dependency', item.id) }),
    ),
  ];
}
