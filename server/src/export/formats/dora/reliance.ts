/** B_02.02: which services rely on what a contract covers, and on which terms. */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { RELIANCE, strengthOf } from '../../../import/formats/dora/codes.ts';
import { NO_FUNCTION } from '../../../import/formats/dora/contracts.ts';
import type { Arrangement } from './arrangements.ts';
import { attribute, type Cells, codedRow, keptRows, parts, partyCells, rowsFor } from './cells.ts';
import { servicesOfLink } from './chains.ts';
import { codesOf, type RegisterGraph, servicesBehind } from './register.ts';

const OF_CONTRACT = ['reason of termination', 'notice of the provider in days', 'governing law'];
const OF_LINK = [
  'country of provision',
  'storage of data',
  'data at rest in',
  'data managed in',
  'sensitiveness of data',
];

export function relianceRows(graph: RegisterGraph, { ref, contracts }: Arrangement): Cells[] {
  return contracts.flatMap((contract) => {
    const supplier = graph.nodes.get(contract.supplier);
    const common = { contract: ref, ...(supplier && partyCells(supplier, '')) };
    const terms = termsOf(contract);
    const rows = strongest(graph, contract).flatMap((one) =>
      rowsFor({
        ...valuesOf(contract, OF_CONTRACT),
        ...valuesOf(one.link, OF_LINK),
        reliance: relianceOf(one),
      }).map((values) => ({
        ...common,
        ...terms,
        ...functionCells(graph, one),
        ...codedRow(values),
      })),
    );
    const bare = keptRows(attribute(contract, NO_FUNCTION)).map(codedRow);
    const others = bare.map((cells) => ({ contract: ref, ...cells }));
    if (rows.length + others.length > 0) return [...rows, ...others];
    const only = rowsFor(valuesOf(contract, OF_CONTRACT))[0] ?? {};
    return [{ ...common, ...terms, ...codedRow(only) }];
  });
}

interface Reliance {
  readonly link: Dependency;
  readonly service: string;
  readonly strength: number;
}

/** For each service and type of ICT service the strongest way. */
function strongest(graph: RegisterGraph, contract: Contract): Reliance[] {
  const found = new Map<string, Reliance>();
  for (const id of contract.dependencies ?? []) {
    const link = graph.links.get(id);
    if (!link) continue;
    for (const { service, strength } of servicesBehind(graph, link)) {
      const key = `${service} ${servicesOfLink(link)[0]}`;
      if ((found.get(key)?.strength ?? -1) < strength) found.set(key, { link, service, strength });
    }
  }
  return [...found.values()];
}

function valuesOf(item: Contract | Dependency, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, parts(attribute(item, name))]));
}

function termsOf(contract: Contract): Cells {
  return {
    start: contract.start,
    end: contract.end,
    'notice of the entity in days': contract.noticeDays,
  };
}

/** The register's own words where they still say what the link says; else the nearest. */
function relianceOf({ link, strength }: Reliance): string[] {
  const said = parts(attribute(link, 'reliance'));
  const most = Math.max(...said.map((one) => strengthOf(one) ?? 1));
  if (said.length > 0 && most === strength) return said;
  // A register that says nothing of it is not made to say that the reliance is full.
  return link.id.startsWith('dora:') && strength === 1 ? [] : [nearest(strength)];
}

function functionCells(graph: RegisterGraph, { link, service }: Reliance): Cells {
  const { lei, name } = functionOf(service);
  const [user] = parts(attribute(link, 'lei'));
  return {
    lei: user ?? lei ?? leiOf(graph.nodes.get(service)),
    function: name,
    'ict service': servicesOfLink(link)[0],
  };
}

/** `function:LEI/F1`, as the import makes it; else the service's own id. */
export function functionOf(id: string): { lei?: string; name: string } {
  const [, lei, name] = /^function:([A-Z0-9]{20})\/(.+)$/.exec(id) ?? [];
  return lei && name ? { lei, name } : { name: id };
}

export const leiOf = (node: GraphNode | undefined) =>
  node && codesOf(node).find(({ type }) => type === 'eba_qCO:qx2000')?.code;

/** The step of the importer's table that lies nearest: full 1, material 0.7, low 0.3, not significant 0.05. */
function nearest(strength: number): string {
  const near = [...RELIANCE].sort(
    (a, b) => Math.abs(a.strength - strength) - Math.abs(b.strength - strength),
  );
  return (near[0] as (typeof RELIANCE)[number]).label;
}
