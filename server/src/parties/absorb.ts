/**
 * One supplier takes over all that another holds: for a merger that is only tried, and for two
 * records of one party that become one.
 */
import type { Dependency, GraphNode } from '@msp-impact/contract';
import type { Draft } from '../edit/draft.ts';

/** Ids of what went from one to the other. */
export interface Moves {
  readonly links: string[];
  readonly contracts: string[];
  /** Nodes whose owner it was. */
  readonly subsidiaries: string[];
  /** Nodes that can work another way by it. */
  readonly workarounds: string[];
  /** Links between the two: they end. */
  readonly ended: string[];
}

export const noMoves = (): Moves => ({
  links: [],
  contracts: [],
  subsidiaries: [],
  workarounds: [],
  ended: [],
});

/** All that `other` holds, supplies, owns and relies on goes to `first`. Both are in the draft. */
export async function absorb(
  draft: Draft,
  first: string,
  other: string,
  moves = noMoves(),
): Promise<void> {
  await moveLinks(draft, first, other, moves);
  await moveContracts(draft, first, other, moves);
  const gone = (await draft.one('node', other)) as GraphNode;
  const { columns, models } = draft.snapshot;
  const users = draft.idsWhere(
    'node',
    (row) =>
      columns.nodes.parent[row] === other ||
      (models[row]?.workarounds ?? []).some(({ via }) => via === other),
  );
  for (const node of await draft.load('node', users)) {
    const helped = node.workarounds?.some(({ via }) => via === other) ?? false;
    if (node.id === other || (node.parent !== other && !helped)) continue;
    if (node.parent === other) moves.subsidiaries.push(node.id);
    if (helped) moves.workarounds.push(node.id);
    draft.put('node', withoutOther(node, first, gone));
  }
  const heir = (await draft.one('node', first)) as GraphNode;
  draft.put('node', { ...heir, ...inherited(heir, gone) });
  draft.drop('node', other);
}

async function moveContracts(
  draft: Draft,
  first: string,
  other: string,
  moves: Moves,
): Promise<void> {
  const { supplier, dependencies } = draft.snapshot.columns.contracts;
  const quoted = moves.ended.map((id) => JSON.stringify(id));
  const touched = draft.idsWhere(
    'contract',
    (row) => supplier[row] === other || quoted.some((id) => dependencies[row]?.includes(id)),
  );
  const ended = new Set(moves.ended);
  for (const contract of await draft.load('contract', touched)) {
    const held = contract.supplier === other;
    const covers = contract.dependencies?.filter((id) => !ended.has(id));
    if (!held && covers?.length === contract.dependencies?.length) continue;
    if (held) moves.contracts.push(contract.id);
    const { dependencies: _, ...rest } = contract;
    draft.put('contract', {
      ...rest,
      supplier: held ? first : contract.supplier,
      ...(covers?.length ? { dependencies: covers } : {}),
    });
  }
}

async function moveLinks(draft: Draft, first: string, other: string, moves: Moves): Promise<void> {
  const { from, to } = draft.snapshot.columns.dependencies;
  const ids = draft.idsWhere('dependency', (row) => from[row] === other || to[row] === other);
  for (const link of await draft.load('dependency', ids)) {
    if (link.from !== other && link.to !== other) continue;
    const moved: Dependency = {
      ...link,
      from: link.from === other ? first : link.from,
      to: link.to === other ? first : link.to,
      ...(link.to === other && link.group !== undefined ? { group: `${other}/${link.group}` } : {}),
    };
    if (moved.from === moved.to) {
      moves.ended.push(link.id);
      draft.drop('dependency', link.id);
    } else {
      moves.links.push(link.id);
      draft.put('dependency', moved);
    }
  }
}

function withoutOther(node: GraphNode, first: string, gone: GraphNode): GraphNode {
  const { parent, ...rest } = node;
  // The owner that becomes one with its subsidiary leaves its own owner behind.
  const above = parent !== gone.id ? parent : node.id === first ? gone.parent : first;
  const workarounds = node.workarounds?.map((one) =>
    one.via === gone.id ? { ...one, via: first } : one,
  );
  return {
    ...rest,
    ...(above === undefined || above === node.id ? {} : { parent: above }),
    ...(workarounds ? { workarounds } : {}),
  };
}

/** Groups of the links that moved, under their new names, with the workarounds that name them. */
function inherited(heir: GraphNode, gone: GraphNode): Partial<GraphNode> {
  const groups = Object.entries(gone.groups ?? {}).map(
    ([name, group]) => [`${gone.id}/${name}`, group] as const,
  );
  const workarounds = (gone.workarounds ?? []).flatMap((one) =>
    one.group === undefined ? [] : [{ ...one, group: `${gone.id}/${one.group}` }],
  );
  return {
    ...(groups.length ? { groups: { ...heir.groups, ...Object.fromEntries(groups) } } : {}),
    ...(workarounds.length ? { workarounds: [...(heir.workarounds ?? []), ...workarounds] } : {}),
  };
}
