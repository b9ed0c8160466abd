/** The graph as the register of information sees it: providers, functions, contracts, chains. */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { numbersOf } from '../../../parties/identifiers.ts';
import { point } from '../../../snapshot/ends.ts';
import type { GraphReader } from '../../../store/port.ts';
import { assureRevision, pagesOf } from '../pages.ts';

export interface RegisterGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly links: ReadonlyMap<string, Dependency>;
  readonly into: ReadonlyMap<string, readonly Dependency[]>;
  readonly outOf: ReadonlyMap<string, readonly Dependency[]>;
  readonly contracts: readonly Contract[];
}

/** All in memory. Throws Conflict when the graph moves on meanwhile, and StoreFault. */
export async function registerGraph(reader: GraphReader): Promise<RegisterGraph> {
  const revision = await reader.revision();
  const nodes = new Map<string, GraphNode>();
  const links = new Map<string, Dependency>();
  const into = new Map<string, Dependency[]>();
  const outOf = new Map<string, Dependency[]>();
  const contracts: Contract[] = [];
  for await (const page of pagesOf(reader, 'node')) for (const one of page) nodes.set(one.id, one);
  for await (const page of pagesOf(reader, 'dependency')) {
    for (const one of page) {
      links.set(one.id, one);
      push(into, one.to, one);
      push(outOf, one.from, one);
    }
  }
  for await (const page of pagesOf(reader, 'contract')) contracts.push(...page);
  await assureRevision(reader, revision);
  return { nodes, links, into, outOf, contracts };
}

function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

export interface PartyCode {
  readonly code: string;
  /** Empty: no number on record; the code is then our own id. */
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  LEI: 'eba_qCO:qx2000',
  EUID: 'eba_qCO:qx2002',
  'GB-COH': 'GB_CRN',
};

/** The code that the register asks for: LEI, else EUID, else the number of the company register. */
export function codesOf(node: GraphNode): readonly PartyCode[] {
  const { known } = numbersOf(node);
  const codes = Object.keys(TYPES).flatMap((scheme) =>
    known
      .filter((one) => one.scheme === scheme)
      .map(({ number }) => ({ code: number, type: TYPES[scheme] as string })),
  );
  return codes.length > 0 ? codes : [{ code: node.id, type: '' }];
}

/** A service that relies on something, and for how much of it: strengths along the way multiplied. */
export interface Reliance {
  readonly service: string;
  readonly strength: number;
}

/** Services at the end of a link, directly or through products; the strongest way counts. */
export function servicesBehind(graph: RegisterGraph, link: Dependency): Reliance[] {
  const found = new Map<string, number>();
  const best = new Map<string, number>();
  const follow = (one: Dependency, before: number): void => {
    const strength = before * point(one.strength ?? 1);
    const kind = graph.nodes.get(one.to)?.kind;
    if (kind === 'service') found.set(one.to, Math.max(found.get(one.to) ?? 0, strength));
    if (kind !== 'product' || (best.get(one.to) ?? -1) >= strength) return;
    best.set(one.to, strength);
    for (const next of graph.outOf.get(one.to) ?? []) follow(next, strength);
  };
  follow(link, 1);
  return [...found].map(([service, strength]) => ({ service, strength }));
}

export interface ChainStep {
  readonly provider: string;
  readonly rank: number;
  readonly recipient: string;
  readonly link: Dependency;
}

/**
 * Suppliers behind a supplier, breadth first, each at its least rank (the supplier itself has rank 1):
 * those that supply it, or a product that it supplies.
 */
export function chainBehind(graph: RegisterGraph, supplier: string): ChainStep[] {
  const steps: ChainStep[] = [];
  const rank = new Map([[supplier, 1]]);
  const queue = [supplier];
  for (const recipient of queue) {
    for (const { provider, link } of subcontractors(graph, recipient)) {
      if (rank.has(provider)) continue;
      const own = (rank.get(recipient) as number) + 1;
      rank.set(provider, own);
      queue.push(provider);
      steps.push({ provider, rank: own, recipient, link });
    }
  }
  return steps;
}

function subcontractors(graph: RegisterGraph, recipient: string) {
  const found: { provider: string; link: Dependency }[] = [];
  const seen = new Set<string>([recipient]);
  const queue = [recipient];
  for (const { to } of graph.outOf.get(recipient) ?? []) {
    if (graph.nodes.get(to)?.kind === 'product' && !seen.has(to)) {
      seen.add(to);
      queue.push(to);
    }
  }
  for (const id of queue) {
    for (const link of graph.into.get(id) ?? []) {
      const kind = graph.nodes.get(link.from)?.kind;
      if (seen.has(link.from)) continue;
      seen.add(link.from);
      if (kind === 'supplier') found.push({ provider: link.from, link });
      else if (kind === 'product') queue.push(link.from);
    }
  }
  return found;
}

/** The topmost owner on record; undefined without one. Parents run in no circle. */
export function ultimateParent(graph: RegisterGraph, node: GraphNode): GraphNode | undefined {
  let above = node.parent === undefined ? undefined : graph.nodes.get(node.parent);
  while (above?.parent !== undefined) above = graph.nodes.get(above.parent);
  return above;
}
