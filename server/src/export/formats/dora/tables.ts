/**
 * Tables B_01 to B_07 of the register of information. What the graph does not hold stays empty, and
 * is counted in the notes: these tables are to be completed.
 */
import type { GraphNode } from '@msp-impact/contract';
import { coded, RELIANCE } from '../../../import/formats/dora/codes.ts';
import { GROUP_ONLY } from '../../../import/formats/dora/nodes.ts';
import { TEMPLATES } from '../../../import/formats/dora/templates.ts';
import { type Arrangement, annualOf, arrangementRow, arrangementsOf } from './arrangements.ts';
import { assessmentRows } from './assessments.ts';
import { attribute, type Cells, codeIn, partyCells } from './cells.ts';
import { chainRows } from './chains.ts';
import {
  branchRows,
  entityRows,
  linkedRows,
  providerSigningRows,
  registerRows,
  signingRows,
  userRows,
} from './group-tables.ts';
import { codesOf, ownCode, type RegisterGraph, ultimateParent } from './register.ts';
import { functionOf, leiOf, relianceRows } from './reliance.ts';

/** All but B_99.01: what an entity means by its words is not kept in the graph. */
export const TABLES = [
  'B_01.01',
  'B_01.02',
  'B_01.03',
  'B_02.01',
  'B_02.02',
  'B_02.03',
  'B_03.01',
  'B_03.02',
  'B_03.03',
  'B_04.01',
  'B_05.01',
  'B_05.02',
  'B_06.01',
  'B_07.01',
] as const;
export type TableName = (typeof TABLES)[number];

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
  const all = arrangementsOf(graph);
  const nodes = [...graph.nodes.values()];
  const cells: Record<TableName, Cells[]> = {
    'B_01.01': registerRows(graph),
    'B_01.02': entityRows(graph),
    'B_01.03': branchRows(graph),
    'B_02.01': all.map(arrangementRow),
    'B_02.02': all.flatMap((one) => relianceRows(graph, one)),
    'B_02.03': all.flatMap(linkedRows),
    'B_03.01': all.flatMap(signingRows),
    'B_03.02': all.flatMap((one) => providerSigningRows(graph, one, false)),
    'B_03.03': all.flatMap((one) => providerSigningRows(graph, one, true)),
    'B_04.01': all.flatMap(userRows),
    'B_05.01': nodes.filter(isProvider).map((node) => providerRow(graph, node)),
    'B_05.02': all.flatMap((one) => chainRows(graph, one)),
    'B_06.01': nodes.filter(({ kind }) => kind === 'service').map(functionRow),
    'B_07.01': all.flatMap((one) => assessmentRows(graph, one)),
  };
  const tables = TABLES.map((name) => tableOf(name, cells[name]));
  return { tables, notes: notesOf(graph, cells, all) };
}

function tableOf(name: TableName, rows: readonly Cells[]): DoraTable {
  const columns = Object.entries(TEMPLATES[name]);
  return {
    name,
    header: columns.map(([code]) => `c${code}`),
    rows: rows.map((cells) => columns.map(([, column]) => cells[column] ?? '')),
  };
}

/** Suppliers of contracts and of chains behind them, and their owners. */
const isProvider = (node: GraphNode) =>
  node.kind === 'supplier' && attribute(node, GROUP_ONLY) === undefined;

function providerRow(graph: RegisterGraph, node: GraphNode): Cells {
  const [, additional] = codesOf(node);
  const parent = ultimateParent(graph, node);
  return {
    ...partyCells(node, ''),
    'additional code': additional?.code ?? attribute(node, 'additional code'),
    'additional code type': additional?.type,
    'legal name': node.name,
    'latin name': attribute(node, 'latin name') ?? latin(node.name),
    'type of person': codeIn('CT', attribute(node, 'type of person')),
    'country of headquarters': codeIn('GA', attribute(node, 'country of headquarters')),
    ...expenseOf(graph, node),
    ...(parent ? partyCells(parent, 'parent') : {}),
  };
}

const latin = (name: string) =>
  /^[\p{Script=Latin}\p{Script=Common}\p{M}]+$/u.test(name) ? name : undefined;

/** As the register said it; where none named the provider, the sum of what the contracts state as annual. */
function expenseOf(graph: RegisterGraph, node: GraphNode): Cells {
  const stated = attribute(node, 'total annual expense');
  const currency = attribute(node, 'currency');
  if (stated !== undefined || currency !== undefined) {
    return { currency: codeIn('CU', currency), 'total annual expense': stated };
  }
  if (ownCode(node)) return {};
  const amount = annualOf(graph.contracts.filter((one) => one.supplier === node.id));
  return amount
    ? { currency: codeIn('CU', amount.currency), 'total annual expense': amount.value }
    : {};
}

function functionRow(node: GraphNode): Cells {
  const { lei, name } = functionOf(node.id);
  const critical = { 1: 'yes', 4: 'no' }[node.priority as number] ?? attribute(node, 'critical');
  return {
    function: name,
    'licensed activity': attribute(node, 'licensed activity'),
    name: node.name,
    lei: lei ?? leiOf(node),
    critical: critical && (coded(critical, 'BT') ?? critical),
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
    [
      count('B_07.01', (row) => row['ict service'] === undefined),
      'Rows of B_07.01 that do not say the type of ICT service',
    ],
    [
      arrangements.length - new Set(cells['B_03.01'].map((row) => row.contract)).size,
      'Arrangements of which no entity that signed is on record (B_03.01)',
    ],
    [
      cells['B_01.01'].length === 0 ? 1 : 0,
      'The entity that keeps the register is not on record (B_01.01)',
    ],
  ];
  return [
    `Arrangements: ${arrangements.length}. Made from what is on record; what is not stays empty. These tables are to be completed before they are filed. B_99.01 is not written: the graph keeps no definitions.`,
    `Reliance is the nearest of ${RELIANCE.map((one) => `${one.label} ${one.strength}`).join(', ')}; where none is recorded, full reliance.`,
    ...lines.filter(([some]) => some > 0).map(([some, words]) => `${words}: ${some}.`),
  ];
}
