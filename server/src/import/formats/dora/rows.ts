/** Tables of the register as rows with named cells, whatever file they came from. */
import type { Rejected } from '@msp-impact/contract';
import { rejection } from '../../table.ts';
import { isBlank } from './codes.ts';
import { NEEDED, OLD_PROVIDERS, TEMPLATES, type Template } from './templates.ts';

export interface Row {
  readonly template: Template;
  readonly file: string;
  /** The file that was given, of which `file` may be a part. */
  readonly source: string;
  /** As a spreadsheet counts. */
  readonly row: number;
  /** By name; cells that say nothing are not there. */
  readonly cells: ReadonlyMap<string, string>;
  /** Names to what the file calls them. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface RawTable {
  readonly template: Template;
  readonly source: string;
  readonly file: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Headings may stand under a title, and the codes of columns beside or under their labels. */
const LOOKED_AT = 20;

export function rowsOf(table: RawTable, rejected: Rejected[]): Row[] {
  const { template, file } = table;
  const at = table.rows.slice(0, LOOKED_AT).findIndex(({ cells }) => codesOf(cells).length > 0);
  const header = table.rows[at];
  if (!header) {
    const first = table.rows[0]?.cells.join(', ') ?? '';
    const reason = 'no row holds the codes of the columns, as c0010';
    if (table.rows.length > 0) rejected.push(rejection(file, 1, '', first, reason));
    return [];
  }
  const headings = headingsOf(template, header.cells);
  const twice = duplicated(headings.map((one) => one.name));
  if (twice !== undefined) {
    const reason = 'two columns have this code; nothing of the table was read';
    rejected.push(rejection(file, header.row, twice, twice, reason));
    return [];
  }
  return table.rows.slice(at + 1).flatMap(({ row, cells }) => {
    const made = rowOf(table, row, cells, headings, rejected);
    return made ? [made] : [];
  });
}

const CODE = /^(?:(?:b|rt)[_.]\d\d\.\d\d\.)?c?(\d{4})$/i;

function codesOf(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => CODE.exec(cell.trim())?.[1] ?? []);
}

interface Heading {
  readonly name: string;
  readonly header: string;
}

/** What has no code keeps its header as its name; what has no header is left out. */
function headingsOf(template: Template, cells: readonly string[]): Heading[] {
  const codes = codesOf(cells);
  // The drafts' table ends at 0090, the one in force at 0120.
  const old = template === 'B_05.01' && codes.includes('0090') && !codes.includes('0100');
  const names: Readonly<Record<string, string>> = old ? OLD_PROVIDERS : TEMPLATES[template];
  return cells.map((cell) => {
    const header = cell.trim();
    const code = CODE.exec(header)?.[1];
    if (code === undefined) return { name: header, header };
    return { name: names[code] ?? `c${code}`, header };
  });
}

function duplicated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => name !== '' && (seen.has(name) || !seen.add(name)));
}

function rowOf(
  { template, source, file }: RawTable,
  row: number,
  given: readonly string[],
  headings: readonly Heading[],
  rejected: Rejected[],
): Row | undefined {
  const cells = new Map<string, string>();
  const headers = new Map<string, string>();
  for (const [i, { name, header }] of headings.entries()) {
    const cell = (given[i] ?? '').trim();
    headers.set(name, header);
    if (name !== '' && !isBlank(cell)) cells.set(name, cell);
  }
  if (cells.size === 0 || isGuide(template, cells)) return undefined;
  const missing = NEEDED[template]?.find((name) => !cells.has(name));
  if (missing === undefined) return { template, source, file, row, cells, headers };
  const column = headers.get(missing) ?? missing;
  rejected.push(rejection(file, row, column, '', `${template} needs the ${missing} in every row`));
  return undefined;
}

/** Workbooks have rows of labels and of types under the codes. */
function isGuide(template: Template, cells: ReadonlyMap<string, string>): boolean {
  const texts = [...cells.values()];
  const types =
    /^(?:alphanumerical|closed set of options|\[?yes\/no\]?|country|currency|date|monetary|natural number|pattern|boolean|key)$/i;
  if (template === 'B_99.01') return false;
  return (
    texts.every((text) => types.test(text)) ||
    texts.some((text) =>
      /^(?:LEI of the|Identification code of|Contractual arrangement reference number|Function identifier)\b/i.test(
        text,
      ),
    )
  );
}
