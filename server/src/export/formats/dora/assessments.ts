/** B_07.01: how hard a provider's service is to replace, by contract, provider and type of service. */
import type { Contract, Dependency, Substitutability } from '@msp-impact/contract';
import { coded } from '../../../import/formats/dora/codes.ts';
import { ASSESSMENTS } from '../../../import/formats/dora/contracts.ts';
import type { Arrangement } from './arrangements.ts';
import { attribute, type Cells, codedRow, keptRows, parts, partyCells, rowsFor } from './cells.ts';
import { chainLinks, servicesOfLink } from './chains.ts';
import type { RegisterGraph } from './register.ts';

const LABELS: Readonly<Record<Substitutability, string>> = {
  none: 'not substitutable',
  complex: 'highly complex substitutability',
  medium: 'medium complexity in terms of substitutability',
  easy: 'easily substitutable',
};
const KEPT = [
  'reason',
  'last audit',
  'exit plan',
  'reintegration',
  'impact of discontinuing',
  'alternatives identified',
  'alternatives',
];

export function assessmentRows(graph: RegisterGraph, { ref, contracts }: Arrangement): Cells[] {
  const rows = new Map<string, Cells>();
  const add = (cells: Cells) => {
    const row = { contract: ref, ...cells };
    const key = JSON.stringify([row['provider' as never], row['ict service' as never]]);
    if (!rows.has(key)) rows.set(key, row);
  };
  for (const contract of contracts) {
    for (const link of linksOf(graph, contract, ref)) {
      for (const cells of rowsOfLink(graph, link)) add(cells);
    }
    for (const row of keptRows(attribute(contract, ASSESSMENTS))) add(codedRow(row));
  }
  return [...rows.values()];
}

/** Links that the contract covers, and those of the chain behind its provider. */
function linksOf(graph: RegisterGraph, contract: Contract, ref: string): Dependency[] {
  const own = (contract.dependencies ?? []).flatMap((id) => graph.links.get(id) ?? []);
  return [...own, ...chainLinks(graph, contract.supplier, ref)];
}

function rowsOfLink(graph: RegisterGraph, link: Dependency): Cells[] {
  const provider = graph.nodes.get(link.from);
  const { substitutability } = link;
  const said = KEPT.some((name) => attribute(link, name) !== undefined);
  if (provider?.kind !== 'supplier' || (substitutability === undefined && !said)) return [];
  const word = substitutability && coded(LABELS[substitutability], 'ZZ');
  const lists = Object.fromEntries(KEPT.map((name) => [name, valuesOf(link, name)]));
  const services = servicesOfLink(link);
  return (services.length > 0 ? services : [undefined]).map((service) => ({
    ...partyCells(provider, ''),
    'ict service': service,
    substitutability: word,
    ...codedRow(rowsFor(lists)[0] ?? {}),
  }));
}

/** The alternatives may be several, in one cell; of other words the register takes one. */
function valuesOf(link: Dependency, name: string): string[] {
  const text = attribute(link, name);
  if (name === 'alternatives') return text === undefined ? [] : [text];
  const [first] = parts(text);
  if (first === undefined) return [];
  // People record whether it was tried, and when; the register asks whether there is one.
  const plan = /^(?:drafted|tested)\b/.test(first) ? 'yes' : first === 'none' ? 'no' : first;
  return [name === 'exit plan' ? plan : first];
}
