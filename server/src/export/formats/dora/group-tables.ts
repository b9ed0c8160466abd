/** Tables on who keeps the register, its entities and branches, who signed and who uses: B_01 to B_04. */
import type { Contract, GraphNode } from '@msp-impact/contract';
import { SIGNED_BY, SIGNED_WITHIN, USERS } from '../../../import/formats/dora/contracts.ts';
import { BRANCH, ENTITY, REGISTER } from '../../../import/formats/dora/entities.ts';
import type { Arrangement } from './arrangements.ts';
import { attribute, type Cells, codedRow, keptRows, parts, partyCells } from './cells.ts';
import type { RegisterGraph } from './register.ts';

type Described = Pick<GraphNode, 'attributes'> | Pick<Contract, 'attributes'>;

/** Rows that an import kept under `name`, or `name …`, each key once. */
function kept(graph: RegisterGraph, name: string, key: string): Cells[] {
  const found = new Map<string, Cells>();
  const items: Described[] = [...graph.nodes.values(), ...graph.contracts];
  for (const row of items.flatMap((item) => rowsCalled(item, name))) {
    const id = row[key];
    if (id !== undefined && !found.has(id)) found.set(id, codedRow(row));
  }
  return [...found.values()];
}

function rowsCalled({ attributes = {} }: Described, name: string) {
  return Object.entries(attributes)
    .filter(([called]) => called === name || called.startsWith(`${name} `))
    .flatMap(([, text]) => keptRows(text));
}

export const registerRows = (graph: RegisterGraph) => kept(graph, REGISTER, 'lei');
export const entityRows = (graph: RegisterGraph) => kept(graph, ENTITY, 'lei');
export const branchRows = (graph: RegisterGraph) => kept(graph, BRANCH, 'branch');

/** The same of each of an arrangement's contracts, once. */
function ofArrangement(
  { ref, contracts }: Arrangement,
  rowsOf: (contract: Contract) => readonly Cells[],
): Cells[] {
  const rows = contracts.flatMap(rowsOf).map((cells) => ({ contract: ref, ...cells }));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

export const linkedRows = (arrangement: Arrangement) =>
  ofArrangement(arrangement, (contract) =>
    parts(attribute(contract, 'linked arrangement')).map((other) => ({
      'linked arrangement': other,
      link: 'true',
    })),
  );

export const signingRows = (arrangement: Arrangement) =>
  ofArrangement(arrangement, (contract) =>
    parts(attribute(contract, SIGNED_BY)).map((lei) => ({ lei, link: 'true' })),
  );

/** B_03.02, or B_03.03 for who signs as a provider within the group. */
export function providerSigningRows(
  graph: RegisterGraph,
  arrangement: Arrangement,
  within: boolean,
): Cells[] {
  return ofArrangement(arrangement, (contract) => {
    const supplier = graph.nodes.get(contract.supplier);
    if (!supplier || (attribute(contract, SIGNED_WITHIN) === 'yes') !== within) return [];
    const { provider, ...type } = partyCells(supplier, '');
    return [within ? { lei: provider, link: 'true' } : { provider, ...type, link: 'true' }];
  });
}

export const userRows = (arrangement: Arrangement) =>
  ofArrangement(arrangement, (contract) =>
    keptRows(attribute(contract, USERS)).map((row) => codedRow(row)),
  );
