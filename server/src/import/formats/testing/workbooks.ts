/** Workbooks of tests: rows as a file, and the example of the documentation. */
import { readFileSync } from 'node:fs';
import type { GraphDocument } from '@msp-impact/contract';
import { type Cell, workbookOf } from '../../../export/formats/workbook.ts';
import { xlsx } from '../xlsx/xlsx.ts';
import { EMPTY, fileOf, graphAfter } from './read-with.ts';

export const EXAMPLE = readFileSync(
  new URL('../../../../../docs/importers/examples/workbook.xlsx', import.meta.url),
);

export type Rows = Cell[][];

export const book = (sheets: Record<string, Rows>) =>
  workbookOf(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, rows })));

export const read = async (
  sheets: Record<string, Rows>,
  graph: GraphDocument = EMPTY,
  options = {},
) => graphAfter(xlsx, [fileOf('b.xlsx', await book(sheets))], graph, options);
