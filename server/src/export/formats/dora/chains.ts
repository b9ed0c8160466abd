/** B_05.02: the providers behind the provider of a contract, each with its rank. */
import type { Dependency } from '@msp-impact/contract';
import type { Arrangement } from './arrangements.ts';
import { attribute, type Cells, codeIn, parts, partyCells } from './cells.ts';
import { type ChainStep, chainBehind, type RegisterGraph } from './register.ts';

/** Codes of the types of ICT service that a link stands for: one of its own, or several of a chain. */
export function servicesOfLink(link: Dependency | undefined): string[] {
  const own = link && /^dora:.*\/(S\d\d):/.exec(link.id)?.[1];
  if (own) return [`eba_TA:${own}`];
  return parts(attribute(link, 'ict service')).flatMap((one) => codeIn('TA', one) ?? []);
}

const memory = new WeakMap<RegisterGraph, Map<string, readonly ChainStep[]>>();

/** Each supplier's chain is followed once for a graph. */
function chainOf(graph: RegisterGraph, supplier: string): readonly ChainStep[] {
  const known = memory.get(graph) ?? new Map<string, readonly ChainStep[]>();
  memory.set(graph, known);
  const chain = known.get(supplier) ?? chainBehind(graph, supplier);
  known.set(supplier, chain);
  return chain;
}

/** A chain that came from a register names the contracts that it stands behind. */
function standsBehind({ link }: ChainStep, ref: string): boolean {
  const named = attribute(link, 'contracts');
  return named === undefined || parts(named).includes(ref);
}

const named = new WeakMap<RegisterGraph, Map<string, Dependency[]>>();

/** Links of chains that a register named with this contract. */
function namedBy(graph: RegisterGraph, ref: string): readonly Dependency[] {
  const byRef = named.get(graph) ?? linksByContract(graph);
  named.set(graph, byRef);
  return byRef.get(ref) ?? [];
}

function linksByContract({ links }: RegisterGraph): Map<string, Dependency[]> {
  const byRef = new Map<string, Dependency[]>();
  for (const link of links.values()) {
    for (const ref of parts(attribute(link, 'contracts'))) {
      const list = byRef.get(ref);
      if (list) list.push(link);
      else byRef.set(ref, [link]);
    }
  }
  return byRef;
}

export function chainLinks(graph: RegisterGraph, supplier: string, ref: string): Dependency[] {
  const behind = chainOf(graph, supplier).filter((step) => standsBehind(step, ref));
  return [...new Set([...behind.map(({ link }) => link), ...namedBy(graph, ref)])];
}

export function chainRows(graph: RegisterGraph, { ref, contracts }: Arrangement): Cells[] {
  return contracts.flatMap((contract) => {
    const supplier = graph.nodes.get(contract.supplier);
    if (!supplier) return [];
    const links = (contract.dependencies ?? []).flatMap((id) => graph.links.get(id) ?? []);
    const services = [...new Set(links.flatMap(servicesOfLink))];
    const own = (services.length > 0 ? services : [undefined]).map((service) => ({
      contract: ref,
      'ict service': service,
      ...partyCells(supplier, ''),
      rank: 1,
    }));
    const behind = chainOf(graph, supplier.id).filter((step) => standsBehind(step, ref));
    const reached = new Set(behind.map(({ link }) => link.id));
    const others = namedBy(graph, ref).filter(({ id }) => !reached.has(id));
    const more = others.map((link) => ({ provider: link.from, recipient: link.to, rank: 2, link }));
    return [...own, ...[...behind, ...more].flatMap((step) => stepRows(graph, ref, step))];
  });
}

function stepRows(
  graph: RegisterGraph,
  ref: string,
  { provider, rank, recipient, link }: ChainStep,
): Cells[] {
  const [from, to] = [graph.nodes.get(provider), graph.nodes.get(recipient)];
  if (!from || !to) return [];
  const services = servicesOfLink(link);
  // Of a chain that came from a register its own word counts.
  const ranks = parts(attribute(link, 'rank')).map(Number).filter(Number.isSafeInteger);
  return (services.length > 0 ? services : [undefined]).flatMap((service) =>
    (ranks.length > 0 ? ranks : [rank]).map((own) => ({
      contract: ref,
      'ict service': service,
      ...partyCells(from, ''),
      rank: own,
      ...partyCells(to, 'recipient'),
    })),
  );
}
