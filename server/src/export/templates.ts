/** Templates to fill in: the headers and a small explained example, importable as they are. */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { COLUMNS } from '../import/columns.ts';
import { SHEET_COLUMNS } from '../import/sheet-columns.ts';
import type { Item } from '../store/port.ts';
import { csvHeader, csvRow, csvText } from './csv.ts';

const EXAMPLE = 'Example row: replace it with your own';

const SUPPLIER: GraphNode = {
  id: 'example-supplier',
  kind: 'supplier',
  name: 'Example supplier',
  zones: ['example-hosting'],
  owner: { name: 'Name', role: 'Service owner', contact: 'name@example.org' },
  reviewed: '2026-11-01',
  tags: ['example'],
  evidence: [{ claim: EXAMPLE, confidence: 'assumed' }],
};
const PRODUCT: GraphNode = {
  id: 'example-product',
  kind: 'product',
  name: 'Example product',
  priority: 1,
  rtoHours: 4,
  evidence: [{ claim: EXAMPLE, confidence: 'assumed' }],
};
const LINK: Dependency = {
  id: 'example-supplier->example-product',
  from: 'example-supplier',
  to: 'example-product',
  strength: 0.85,
  bufferHours: 2,
  substitutability: 'complex',
  evidence: [{ claim: EXAMPLE, confidence: 'assumed' }],
};
const CONTRACT: Contract = {
  id: 'example-contract',
  title: 'Example contract',
  supplier: 'example-supplier',
  buyer: 'Example buyer',
  dependencies: [LINK.id],
  value: 1_000_000,
  valueBasis: 'total',
  currency: 'GBP',
  end: '2027-03-31',
  evidence: [{ claim: EXAMPLE, confidence: 'assumed' }],
};

function table(type: keyof typeof COLUMNS, items: readonly Item[]): string {
  return csvText([csvHeader(type), ...items.map((item) => csvRow(type, item))]);
}

/** File name → content. links.csv and contracts.csv name what the example rows of nodes.csv make. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  'nodes.csv': table('node', [SUPPLIER, PRODUCT]),
  'links.csv': table('dependency', [LINK]),
  'contracts.csv': table('contract', [CONTRACT]),
  'sheet.csv': csvText([
    SHEET_COLUMNS,
    [
      '',
      'Example supplier',
      'Example product',
      'Example service',
      'Example area',
      '85 %',
      '2027-03-31',
    ],
  ]),
};

/** What each column of a table means, for the documentation and the import dialogue. */
export function columnGuide(type: keyof typeof COLUMNS): { name: string; about: string }[] {
  return COLUMNS[type].map(({ name, about }) => ({ name, about }));
}
