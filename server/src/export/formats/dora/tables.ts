/**
 * Tables B_02.01, B_02.02, B_05.01, B_05.02 and B_06.01 of the register of information. What the
 * graph does not hold stays empty, and is counted in the notes: these tables are to be completed.
 */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { coded, RELIANCE } from '../../../import/formats/dora/codes.ts';
import { TEMPLATES } from '../../../import/formats/dora/templates.ts';
import {
  chainBehind,
  codesOf,
  type RegisterGraph,
  servicesBehind,
  ultimateParent,
} from './register.ts';

export const TABLES = ['B_02.01', 'B_02.02', 'B_05.01', 'B_05.02', 'B_06.01'] as const;
export type TableName = (typeof TABLES)[number];
type Cell = string | number | undefined;
/** Cells by the importer's names of the columns. */
type Cells = Readonly<Record<string, Cell>>;

export interface DoraTable {
  readonly name: TableName;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
export interface DoraTables {
  readonly tables: readonly DoraTable[];
  readonly notes: readonly string[];
}

export function doraTables(graph: RegisterGraph): DoraTables {
  const arrangements = arrangementsOf(graph);
  const cells: Record<TableName, Cells[]> = {
    'B_02.01': arrangements.map(arrangementRow),
    'B_02.02': arrangements.flatMap((one) => relianceRows(graph, one)),
    'B_05.01': providersOf(graph).map((node) => providerRow(graph, node)),
    'B_05.02': chainRows(graph, arrangements),
    'B_06.01': [...graph.nodes.values()].filter(({ kind }) => kind === 'service').map(functionRow),
  };
  const tables = TABLES.map((name) => tableOf(name, cells[name]));
  return { tables, notes: notesOf(graph, cells, arrangements) };
}

function tableOf(name: TableName, rows: readonly Cells[]): DoraTable {
  const columns = Object.entries(TEMPLATES[name]);
  return {
    name,
    header: columns.map(([code]) => `c${code}`),
    rows: rows.map((cells) => columns.map(([, column]) => cells[column] ?? '')),
  };
}

/** Contracts of one reference: an arrangement that several providers signed is one. */
interface Arrangement {
  readonly ref: string;
  readonly contracts: readonly Contract[];
}

function arrangementsOf({ contracts }: RegisterGraph): Arrangement[] {
  const byRef = new Map<string, Contract[]>();
  for (const contract of contracts) {
    const ref = referenceOf(contract);
    byRef.set(ref, [...(byRef.get(ref) ?? []), contract]);
  }
  return [...byRef].map(([ref, list]) => ({ ref, contracts: list }));
}

/** As it stood in the register that a contract came from. */
function referenceOf({ id, supplier }: Contract): string {
  if (!id.startsWith('dora:')) return id;
  const ref = id.slice('dora:'.length);
  return ref.endsWith(`/${supplier}`) ? ref.slice(0, -supplier.length - 1) : ref;
}

const attribute = (item: { attributes?: Record<string, string> } | undefined, name: string) =>
  item?.attributes && Object.hasOwn(item.attributes, name) ? item.attributes[name] : undefined;

/** Several values that an import joined; the register wants one in a row. */
const parts = (text: string | undefined) => text?.split('; ') ?? [];

function codeIn(list: string, text: string | undefined): string | undefined {
  const [first] = parts(text);
  if (first === undefined) return undefined;
  if (list === 'GA' || list === 'CU')
    return /^[A-Z]{2,3}$/.test(first) ? `eba_${list}:${first}` : first;
  return coded(first, list) ?? first;
}

/** Only what is stated as an annual amount: a total over years is no expense of a year. */
function annualOf({ contracts }: Arrangement): { value: number; currency: string } | undefined {
  const amounts = contracts.filter((one) => one.valueBasis === 'annual' && one.value !== undefined);
  const currencies = new Set(amounts.map((one) => one.currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === undefined) return undefined;
  return { value: amounts.reduce((sum, one) => sum + (one.value ?? 0), 0), currency };
}

function arrangementRow(arrangement: Arrangement): Cells {
  const [first] = arrangement.contracts;
  const amount = annualOf(arrangement);
  return {
    contract: arrangement.ref,
    'type of arrangement': codeIn('CO', attribute(first, 'type of arrangement')),
    'overarching arrangement': attribute(first, 'overarching arrangement'),
    currency: codeIn('CU', amount?.currency ?? first?.currency),
    'annual expense': amount?.value,
  };
}

function relianceRows(graph: RegisterGraph, { ref, contracts }: Arrangement): Cells[] {
  return contracts.flatMap((contract) => {
    const supplier = graph.nodes.get(contract.supplier);
    const rows = new Map<string, { strength: number; cells: Cells }>();
    for (const id of contract.dependencies ?? []) {
      const link = graph.links.get(id);
      if (!link) continue;
      for (const { service, strength } of servicesBehind(graph, link)) {
        const ict = ictService(link);
        const key = `${service} ${ict}`;
        if ((rows.get(key)?.strength ?? -1) >= strength) continue;
        rows.set(key, { strength, cells: functionCells(graph, link, service, strength) });
      }
    }
    const common = {
      contract: ref,
      ...(supplier ? partyCells(supplier, '') : {}),
      ...terms(contract),
    };
    if (rows.size === 0) return [common];
    return [...rows.values()].flatMap(({ cells }) =>
      perPlace(cells).map((one) => ({ ...common, ...one })),
    );
  });
}

/** The register has a row for each country that data lies in. */
function perPlace(cells: Cells): Cells[] {
  const places = parts(cells['data at rest in'] as string | undefined);
  if (places.length === 0) return [cells];
  return places.map((place) => ({ ...cells, 'data at rest in': codeIn('GA', place) }));
}

function terms(contract: Contract): Cells {
  return {
    start: contract.start,
    end: contract.end,
    'reason of termination': codeIn('CO', attribute(contract, 'reason of termination')),
    'notice of the entity in days': contract.noticeDays,
    'notice of the provider in days': attribute(contract, 'notice of the provider in days'),
    'governing law': codeIn('GA', attribute(contract, 'governing law')),
  };
}

function functionCells(
  graph: RegisterGraph,
  link: Dependency,
  service: string,
  strength: number,
): Cells {
  const { lei, name } = functionOf(service);
  return {
    lei: lei ?? leiOf(graph.nodes.get(service)),
    function: name,
    'ict service': ictService(link),
    'country of provision': codeIn('GA', attribute(link, 'country of provision')),
    'storage of data': codeIn('BT', attribute(link, 'storage of data')),
    'data at rest in': attribute(link, 'data at rest in'),
    'data managed in': codeIn('GA', attribute(link, 'data managed in')),
    'sensitiveness of data': codeIn('ZZ', attribute(link, 'sensitiveness of data')),
    reliance: relianceCode(strength),
  };
}

/** `function:LEI/F1`, as the import makes it; else the service's own id. */
function functionOf(id: string): { lei?: string; name: string } {
  const [, lei, name] = /^function:([A-Z0-9]{20})\/(.+)$/.exec(id) ?? [];
  return lei && name ? { lei, name } : { name: id };
}

const leiOf = (node: GraphNode | undefined) =>
  node && codesOf(node).find(({ type }) => type === 'eba_qCO:qx2000')?.code;

/** The step of the importer's table that lies nearest: full 1, material 0.7, low 0.3, not significant 0.05. */
function relianceCode(strength: number): string | undefined {
  const near = [...RELIANCE].sort(
    (a, b) => Math.abs(a.strength - strength) - Math.abs(b.strength - strength),
  );
  return near[0] && coded(near[0].label, 'ZZ');
}

function ictService(link: Dependency | undefined): string | undefined {
  const own = link && /^dora:[^:]*\/(S\d\d):/.exec(link.id)?.[1];
  return own ? `eba_TA:${own}` : codeIn('TA', attribute(link, 'ict service'));
}

function partyCells(node: GraphNode, prefix: '' | 'recipient' | 'parent'): Cells {
  const [first] = codesOf(node);
  const [code, type] = prefix === '' ? ['provider', 'code type'] : [prefix, `${prefix} code type`];
  return { [code]: first?.code, [type]: first?.type };
}

/** Suppliers of contracts and of chains behind them, and their owners. */
function providersOf(graph: RegisterGraph): GraphNode[] {
  return [...graph.nodes.values()].filter(({ kind }) => kind === 'supplier');
}

function providerRow(graph: RegisterGraph, node: GraphNode): Cells {
  const [, additional] = codesOf(node);
  const parent = ultimateParent(graph, node);
  const held = graph.contracts.filter((one) => one.supplier === node.id);
  const amount = annualOf({ ref: '', contracts: held });
  return {
    ...partyCells(node, ''),
    'additional code': additional?.code,
    'additional code type': additional?.type,
    'legal name': node.name,
    'latin name': /^[\p{Script=Latin}\p{Script=Common}\p{M}]+$/u.test(node.name)
      ? node.name
      : undefined,
    'type of person': codeIn('CT', attribute(node, 'type of person')),
    'country of headquarters': codeIn('GA', attribute(node, 'country of headquarters')),
    currency: amount && codeIn('CU', amount.currency),
    'total annual expense': amount?.value,
    ...(parent ? partyCells(parent, 'parent') : {}),
  };
}

function chainRows(graph: RegisterGraph, arrangements: readonly Arrangement[]): Cells[] {
  const chains = new Map<string, ReturnType<typeof chainBehind>>();
  return arrangements.flatMap(({ ref, contracts }) =>
    contracts.flatMap((contract) => {
      const supplier = graph.nodes.get(contract.supplier);
      if (!supplier) return [];
      const services = [
        ...new Set((contract.dependencies ?? []).map((id) => ictService(graph.links.get(id)))),
      ];
      const own = (services.length > 0 ? services : [undefined]).map((service) => ({
        contract: ref,
        'ict service': service,
        ...partyCells(supplier, ''),
        rank: 1,
      }));
      const chain = chains.get(supplier.id) ?? chainBehind(graph, supplier.id);
      chains.set(supplier.id, chain);
      return [...own, ...chain.flatMap((step) => chainRow(graph, ref, step))];
    }),
  );
}

/** A chain that came from a register names the contracts that it stands behind. */
function chainRow(
  graph: RegisterGraph,
  ref: string,
  { provider, rank, recipient, link }: ReturnType<typeof chainBehind>[number],
): Cells[] {
  const named = attribute(link, 'contracts');
  if (named !== undefined && !parts(named).includes(ref)) return [];
  const [from, to] = [graph.nodes.get(provider), graph.nodes.get(recipient)];
  if (!from || !to) return [];
  return [
    {
      contract: ref,
      'ict service': ictService(link),
      ...partyCells(from, ''),
      rank,
      ...partyCells(to, 'recipient'),
    },
  ];
}

function functionRow(node: GraphNode): Cells {
  const { lei, name } = functionOf(node.id);
  const critical = node.priority === 1 ? 'yes' : node.priority === 4 ? 'no' : undefined;
  return {
    function: name,
    'licensed activity': attribute(node, 'licensed activity'),
    name: node.name,
    lei: lei ?? leiOf(node),
    critical: critical && coded(critical, 'BT'),
    reasons: attribute(node, 'reasons'),
    assessed: attribute(node, 'assessed') ?? node.reviewed,
    'rto hours': node.rtoHours,
    'rpo hours': attribute(node, 'rpo hours'),
    'impact of discontinuing': codeIn('ZZ', attribute(node, 'impact of discontinuing')),
  };
}

function notesOf(
  graph: RegisterGraph,
  cells: Readonly<Record<TableName, readonly Cells[]>>,
  arrangements: readonly Arrangement[],
): string[] {
  const count = (name: TableName, test: (row: Cells) => boolean) => cells[name].filter(test).length;
  const totals = graph.contracts.filter(
    (one) => one.value !== undefined && one.valueBasis !== 'annual',
  ).length;
  const lines: [number, string][] = [
    [
      count('B_05.01', (row) => row['code type'] === ''),
      'Providers without an LEI, EUID or company number on record (their code is our own id)',
    ],
    [
      count('B_05.01', (row) => row.parent === undefined),
      'Providers without an owner on record (repeat their own code where they belong to no group)',
    ],
    [totals, 'Contracts whose value is no annual one (their annual expense is empty)'],
    [
      count('B_02.02', (row) => row.lei === undefined),
      'Rows of B_02.02 that do not say which entity uses the service (its LEI is not on record)',
    ],
    [
      count('B_02.02', (row) => row.function === undefined),
      'Rows of B_02.02 that support no function on record',
    ],
    [
      count('B_02.02', (row) => row.end === undefined),
      'Rows of B_02.02 without an end on record (write 9999-12-31 where there is none)',
    ],
    [
      count('B_05.02', (row) => row['ict service'] === undefined),
      'Rows of B_05.02 that do not say the type of ICT service',
    ],
  ];
  return [
    `Arrangements: ${arrangements.length}. Made from what is on record; what is not stays empty. These tables are to be completed before they are filed.`,
    `Reliance is the nearest of ${RELIANCE.map((one) => `${one.label} ${one.strength}`).join(', ')}; where none is recorded, full reliance.`,
    ...lines.filter(([some]) => some > 0).map(([some, words]) => `${words}: ${some}.`),
  ];
}
