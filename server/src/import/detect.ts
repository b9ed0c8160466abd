/** Tells the formats apart: documents by their first character, tables by their headers. */
import { isSheet } from './sheet-columns.ts';
import { headerKey } from './table.ts';

export type TableFormat = 'nodes' | 'links' | 'contracts' | 'sheet';

export function looksLikeJson(text: string): boolean {
  return /^\ufeff?\s*[{[]/.test(text.slice(0, 10_000));
}

/** undefined: the headers are those of no table that can be imported. */
export function tableFormat(headers: readonly string[]): TableFormat | undefined {
  const keys = new Set(headers.map(headerKey));
  if (keys.has('from') && keys.has('to')) return 'links';
  if (keys.has('id') && keys.has('kind')) return 'nodes';
  const ofContracts = ['valuebasis', 'noticedays', 'maxend', 'framework', 'buyer', 'dependencies'];
  if (keys.has('id') && keys.has('supplier') && ofContracts.some((key) => keys.has(key))) {
    return 'contracts';
  }
  return isSheet(headers) ? 'sheet' : undefined;
}

export const KNOWN_TABLES =
  'nodes.csv has id, kind and name; links.csv has from and to; contracts.csv has id, supplier and buyer; a sheet has supplier and one of system, product, service, area, share, contract end';
