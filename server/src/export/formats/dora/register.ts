/** The graph as the register of information sees it: providers, functions, contracts, chains. */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { CODE_TYPES } from '../../../import/formats/dora/register.ts';
import { sourceId } from '../../../import/formats/source-id.ts';
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

/**
 * The code by which a register named the node, where its id comes from one, then others: LEI, EUID, the number
 * of the company register. So a register that came in goes out by its own codes.
 */
export function codesOf(node: GraphNode): readonly PartyCode[] {
  const { known } = numbersOf(node);
  const own = ownCode(node);
  const codes = Object.keys(TYPES).flatMap((scheme) =>
    known
      .filter((one) => one.scheme === scheme)
      .map(({ number }) => ({ code: number, type: TYPES[scheme] as string })),
  );
  if (own) {
    const others = [...codes, ...codesAsWritten(node)];
    return [own, ...others.filter(({ code }) => code !== own.code)];
  }
  return codes.length > 0 ? codes : [{ code: node.id, type: '' }];
}

const WRITTEN: Readonly<Record<string, string>> = {
  ...TYPES,
  ...Object.fromEntries(
    Object.entries(CODE_TYPES).map(([type, scheme]) => [scheme, `eba_qCO:${type}`]),
  ),
  code: '',
};

/** Codes that an import of a register kept by the type that they had there (`DE_VAT`, `VAT`). */
function codesAsWritten({ identifiers = {} }: GraphNode): PartyCode[] {
  return Object.entries(identifiers)
    .filter(([scheme]) => Object.hasOwn(WRITTEN, scheme) || /^[A-Z]{2}_[A-Z]{2,4}$/.test(scheme))
    .map(([scheme, code]) => ({ code, type: WRITTEN[scheme] ?? scheme }));
}

/** The code that a register named the node by; undefined: it came from none. */
export function ownCode(node: GraphNode): PartyCode | undefined {
  for (const [scheme, code] of Object.entries(node.identifiers ?? {})) {
    const ids = [`${scheme}:${code}`, `code:${code}`].map((one) => sourceId(one));
    if (ids.includes(node.id)) return { code, type: WRITTEN[scheme] ?? scheme };
  }
  return undefined;
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
 * Suppliers behind a supplier, breadth first (the supplier itself has rank 1): those that supply it, or
 * a product that it supplies. One who supplies several of them is there for each; who already
 * stands on the way to the supplier is not: chains end where they would run in a circle.
 */
export function chainBehind(graph: RegisterGraph, supplier: string): ChainStep[] {
  const steps: ChainStep[] = [];
  const before = new Map<string, string | undefined>([[supplier, undefined]]);
  const rank = new Map([[supplier, 1]]);
  for (const recipient of rank.keys()) {
    const own = (rank.get(recipient) as number) + 1;
    for (const { provider, link } of subcontractors(graph, recipient)) {
      if (isOnTheWay(before, recipient, provider)) continue;
      if (!rank.has(provider)) {
        rank.set(provider, own);
        before.set(provider, recipient);
      }
      steps.push({ provider, rank: own, recipient, link });
    }
  }
  return steps;
}

function isOnTheWay(
  before: ReadonlyMap<string, string | undefined>,
  from: string,
  wanted: string,
): boolean {
  for (let at: string | undefined = from; at !== undefined; at = before.get(at)) {
    if (at === wanted) return true;
  }
  return false;
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
