/** B_07.01: how hard a provider's service is to replace, by contract, provider and type of service. */
import {
  ALTERNATIVES,
  ALTERNATIVES_IDENTIFIED,
  type Contract,
  type Dependency,
  type GraphNode,
  type Substitutability,
} from '@msp-impact/contract';
import { coded } from '../../../import/formats/dora/codes.ts';
import { ASSESSMENTS } from '../../../import/formats/dora/contracts.ts';
import type { Arrangement } from './arrangements.ts';
import { attribute, type Cells, codedRow, keptRows, parts, partyCells, rowsFor } from './cells.ts';
import { chainLinks, servicesOfLink } from './chains.ts';
import type { RegisterGraph } from './register.ts';
import { wayOutLabels } from './way-out.ts';

const LABELS: Readonly<Record<Substitutability, string>> = {
  none: 'not substitutable',
  complex: 'highly complex substitutability',
  medium: 'medium complexity in terms of substitutability',
  easy: 'easily substitutable',
};
/** Hardest first, not known last: of several links of one provider the first one counts. */
const HARDNESS: readonly (Substitutability | undefined)[] = [
  'none',
  'complex',
  'medium',
  'easy',
  undefined,
];
/** What a register alone says; an import kept it. */
const KEPT = ['reason', 'last audit', 'reintegration', 'impact of discontinuing'];

export function assessmentRows(graph: RegisterGraph, { ref, contracts }: Arrangement): Cells[] {
  const rows = new Map<string, Cells>();
  const add = (cells: Cells) => {
    const row = { contract: ref, ...cells };
    const key = JSON.stringify([row['provider' as never], row['ict service' as never]]);
    if (!rows.has(key)) rows.set(key, row);
  };
  for (const contract of contracts) {
    for (const cells of contractRows(graph, contract, ref)) add(cells);
    for (const row of keptRows(attribute(contract, ASSESSMENTS))) add(codedRow(row));
  }
  return [...rows.values()];
}

/** What the contract itself says of the way out counts; of what it leaves open, what its links say. */
function contractRows(graph: RegisterGraph, contract: Contract, ref: string): Cells[] {
  const supplier = graph.nodes.get(contract.supplier);
  const own = wayOutLabels(graph, contract.attributes);
  const rows = coveredLinks(graph, contract, ref).flatMap((link) => {
    const provider = providerOf(graph, link, contract);
    return provider ? rowsOfLink(graph, link, provider, provider === supplier ? own : {}) : [];
  });
  if (!supplier || Object.keys(own).length === 0) return rows;
  const { provider } = partyCells(supplier, '');
  if (rows.some((row) => row.provider === provider)) return rows;
  return [...rows, { ...partyCells(supplier, ''), ...codedRow(own) }];
}

/** Links that the contract covers, those of its products last, and those of the chain behind its provider. */
function coveredLinks(graph: RegisterGraph, contract: Contract, ref: string): Dependency[] {
  const own = (contract.dependencies ?? []).flatMap((id) => graph.links.get(id) ?? []);
  const isOfSupplier = ({ from }: Dependency) => graph.nodes.get(from)?.kind === 'supplier';
  const ofProducts = own
    .filter((link) => !isOfSupplier(link))
    .sort((a, b) => hardness(a) - hardness(b));
  return [...own.filter(isOfSupplier), ...ofProducts, ...chainLinks(graph, contract.supplier, ref)];
}

const hardness = ({ substitutability }: Dependency) => HARDNESS.indexOf(substitutability);

/** A product is its contract's supplier's; undefined: the link is nobody's to replace. */
function providerOf(
  graph: RegisterGraph,
  link: Dependency,
  contract: Contract,
): GraphNode | undefined {
  const from = graph.nodes.get(link.from);
  if (from?.kind === 'supplier') return from;
  const isCovered = contract.dependencies?.includes(link.id) === true;
  return from?.kind === 'product' && isCovered ? graph.nodes.get(contract.supplier) : undefined;
}

/** What the contract says in place of what its link says; who found none names none. */
function over(link: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) {
  const { [ALTERNATIVES]: named, ...rest } = link;
  const stays = named !== undefined && own[ALTERNATIVES_IDENTIFIED] === undefined;
  return { ...rest, ...(stays ? { [ALTERNATIVES]: named } : {}), ...own };
}

/** @param own what the contract says of the way out */
function rowsOfLink(
  graph: RegisterGraph,
  link: Dependency,
  provider: GraphNode,
  own: Readonly<Record<string, string>>,
): Cells[] {
  const { substitutability } = link;
  const kept = Object.fromEntries(
    KEPT.map((name) => [name, parts(attribute(link, name)).slice(0, 1)]),
  );
  const labels = { ...rowsFor(kept)[0], ...over(wayOutLabels(graph, link.attributes), own) };
  if (substitutability === undefined && Object.keys(labels).length === 0) return [];
  const word = substitutability && coded(LABELS[substitutability], 'ZZ');
  const services = servicesOfLink(link);
  return (services.length > 0 ? services : [undefined]).map((service) => ({
    ...partyCells(provider, ''),
    'ict service': service,
    substitutability: word,
    ...codedRow(labels),
  }));
}
