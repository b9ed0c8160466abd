/**
 * One import, from texts to what would be written. Nothing is written here: the caller commits
 * `writes` or `replacement` with `answer.revision` as its base, so that a graph that has moved on
 * meanwhile refuses it.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type {
  Fault,
  GraphDocument,
  ImportAnswer,
  ImportRequest,
  Rejected,
  SheetReading,
} from '@msp-impact/contract';
import { fault } from '../rules/fault.ts';
import { MAX_FAULTS } from '../rules/fault-list.ts';
import type { GraphReader } from '../store/port.ts';
import { BULK, bulkLinks } from './bulk/links.ts';
import type { Candidate, Reading } from './candidate.ts';
import { readCsv } from './csv.ts';
import { KNOWN_TABLES, looksLikeJson, type TableFormat, tableFormat } from './detect.ts';
import { totalNote } from './document.ts';
import { decoded } from './encoding.ts';
import type { SheetTable, SourceFile } from './formats/format.ts';
import { filesOf, importFiles, sheetOptions } from './formats/import.ts';
import { isForeign } from './formats/registry.ts';
import { NO_TEXT } from './formats/text.ts';
import { sheetKind } from './formats/xlsx/columns.ts';
import { readSheets } from './formats/xlsx/sheets.ts';
import { withoutGraphTable } from './graph-table.ts';
import { corrected } from './mapping/correct.ts';
import { chainColumns, ownColumns, sheetReading, withRejectedRows } from './mapping/reading.ts';
import { finish, type Imported, inOrder, refused } from './outcome.ts';
import { parseDocument, parseDocumentAt, parseTable, parseTableAt } from './parse.ts';
import { settle } from './settle.ts';
import { readSheet } from './sheet.ts';
import { emptied, type ItemMaps, loadStored, type StoredGraph } from './stored.ts';
import { rejection, type Table } from './table.ts';
import { belowTitles } from './title-lines.ts';
import type { Watch } from './watch.ts';

export type { Imported, ImportedGraph } from './outcome.ts';

type Format = ImportAnswer['format'];

/** What a request itself does not hold. */
export interface Beside {
  readonly watch?: Watch | undefined;
  /** Files on disk, in place of the request's texts. */
  readonly files?: readonly SourceFile[] | undefined;
}

/**
 * Refusals are in `answer.errors` (then nothing may be written) and `answer.rejected` (rows that
 * stay out). Rejects only with what the reader rejects with: Conflict and StoreFault; and, stopped
 * by whoever watches, with the signal's reason.
 */
export async function importText(
  request: ImportRequest,
  reader: GraphReader,
  beside: Beside = {},
): Promise<Imported> {
  const { mode } = request;
  const { watch, files = filesOf(request) } = beside;
  const format = formatOf(request, files);
  if (isForeign(format)) {
    const sheets = sheetOptions(request);
    return importFiles({ format, files, mode, sheets, watch }, reader);
  }
  const bulk = await bulkOf(request, reader, beside);
  if (bulk) return bulk;
  const stored = await loadStored(reader);
  const path = beside.files?.[0]?.path;
  const isDocument =
    format === 'document' ||
    (format === 'auto' && looksLikeJson(path === undefined ? request.text : beginning(path)));
  if (isDocument) return importDocument(request, stored, beside);
  return importTables(request, stored, format === 'auto' ? undefined : format, beside);
}

/** A large list of links on disk that is simply added. */
async function bulkOf(
  { format = 'auto', mode, mapping, kinds, corrections }: ImportRequest,
  reader: GraphReader,
  { files = [], watch }: Beside,
) {
  const [file, second] = files;
  const told = mapping ?? kinds ?? corrections ?? second;
  const fits = (format === 'auto' || format === 'links') && mode !== 'replace' && !told;
  if (!fits || file?.path === undefined || statSync(file.path).size < BULK) return undefined;
  return bulkLinks({ path: file.path, name: file.name }, reader, watch);
}

const WORKBOOK = 'PK\u0003\u0004';
/** Bytes; as many as `looksLikeJson` looks at. */
const BEGINNING = 10_000;

/** A file that begins as workbooks do is one, unless something else was said. */
function formatOf({ format = 'auto' }: ImportRequest, files: readonly SourceFile[]) {
  const [first] = files;
  if (format !== 'auto' || first === undefined) return format;
  const start = first.path === undefined ? '' : beginning(first.path);
  return start.startsWith(WORKBOOK) ? 'xlsx' : format;
}

function beginning(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return decoded(bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0))).text;
  } finally {
    closeSync(file);
  }
}

async function importDocument(
  request: ImportRequest,
  stored: StoredGraph,
  { files: [file, second] = [], watch }: Beside,
): Promise<Imported> {
  const mode = request.mode ?? 'replace';
  if (request.more?.length || second) {
    const reason = 'a graph document is imported alone, without further files';
    return refused('document', mode, stored, [fault('more', request.more?.length ?? 1, reason)]);
  }
  const rules = mode === 'replace';
  const read =
    file?.path === undefined
      ? await parseDocument(request.text, rules)
      : await parseDocumentAt(file.path, file.name, rules, watch);
  if (!('ok' in read)) {
    const note = totalNote(read);
    return refused('document', mode, stored, read.errors, note ? [note] : []);
  }
  const count = countOf(read.ok);
  if (mode === 'replace') {
    const name = read.ok.name ?? '';
    return finish('document', mode, stored, mapsOf(read.ok), { read: count, name });
  }
  const settled = await settle(stored, documentCandidates(read.ok));
  if (settled.rejected.length > 0) {
    const errors = settled.rejected.slice(0, MAX_FAULTS).map(documentFault);
    return refused('document', mode, stored, errors);
  }
  return finish('document', mode, stored, settled.items, { read: count });
}

const LISTS = [
  ['nodes', 'node'],
  ['dependencies', 'dependency'],
  ['contracts', 'contract'],
] as const;

function countOf(document: GraphDocument): number {
  return LISTS.reduce((sum, [list]) => sum + (document[list]?.length ?? 0), 0);
}

function mapsOf(document: GraphDocument): ItemMaps {
  const map = <T extends { id: string }>(items: readonly T[] = []) =>
    new Map(items.map((item) => [item.id, item]));
  return {
    node: map(document.nodes),
    dependency: map(document.dependencies),
    contract: map(document.contracts),
  };
}

/** Items of a document as rows: the row is the position in its list. */
function documentCandidates(document: GraphDocument): Candidate[] {
  return LISTS.flatMap(([list, type]) =>
    (document[list] ?? []).map((item, row) => ({
      type,
      fields: item as unknown as Candidate['fields'],
      covered: undefined,
      file: list,
      row,
      columnOf: (path: string) => path,
    })),
  );
}

function documentFault({ file, row, column, value, reason }: Rejected): Fault {
  const path = `$.${file}[${row}]${column ? `.${column}` : ''}`;
  return value === '' ? { path, reason } : { path, value, reason };
}

async function importTables(
  request: ImportRequest,
  stored: StoredGraph,
  told: TableFormat | undefined,
  beside: Beside,
): Promise<Imported> {
  const mode = request.mode ?? 'add';
  const { watch } = beside;
  const base = mode === 'replace' ? emptied(stored) : stored;
  const { tables, graphName } = withoutGraphTable(await tablesOf(request, beside));
  const readings: Reading[] = [];
  const others: SheetTable[] = [];
  const ownNodes: Table[] = [];
  let format: Format | undefined;
  for (const [i, one] of tables.entries()) {
    const kind = (i === 0 ? told : undefined) ?? plainKind(one, request);
    format ??= kind;
    if (kind === 'nodes') ownNodes.push(one.table);
    if (kind) readings.push(await readAs(kind, one.table, base));
    else others.push(one);
  }
  const sheets = await readSheets(others, base, sheetOptions(request), ownNodes);
  const errors = [...noTexts(tables), ...unknownHeaders(sheets.sheets, others, request)];
  const notes = [
    ...headingNotes(tables),
    ...readings.flatMap((reading) => reading.notes),
    ...sheets.notes,
  ];
  format ??= errors.length > 0 ? 'sheet' : 'xlsx';
  if (errors.length > 0) {
    const known = withHeadingRows(sheets.sheets, tables);
    return refused(format, mode, stored, errors, notes, known);
  }
  const candidates = [...readings.flatMap((reading) => reading.candidates), ...sheets.candidates];
  const settled = await settle(base, candidates, watch);
  const rejected = inOrder([
    ...readings.flatMap((reading) => reading.rejected),
    ...sheets.rejected,
    ...settled.rejected,
  ]);
  const read = readings.reduce((sum, reading) => sum + reading.read, sheets.read);
  const name = mode === 'replace' ? nameOfList(request.name) : stored.name;
  const how = withRejectedRows(
    withHeadingRows(
      inOrderOf(tables, [...sheets.sheets, ...plainReadings(tables, others)]),
      tables,
    ),
    tables.map(({ table }) => table),
    rejected,
  );
  const outcome = { read, rejected, notes, name, graphName, sheets: how, watch };
  return finish(format, mode, stored, settled.items, outcome);
}

/** A list in place of the whole graph brings its own name: its file's, without the ending. */
function nameOfList(file: string | undefined): string {
  return file?.replace(/\.[a-z]{2,4}$/i, '').trim() || 'My own list';
}

/** Each as a sheet that is called as its file. */
async function tablesOf(request: ImportRequest, { files, watch }: Beside): Promise<SheetTable[]> {
  const { name, text, more = [] } = request;
  const sources = files ?? [{ name, text }, ...more];
  const tables: SheetTable[] = [];
  for (const [i, source] of sources.entries()) {
    const file = source.name || (sources.length > 1 ? `table ${i + 1}` : 'pasted table');
    const sheet = file.replace(/\.\w+$/, '');
    const { table, above } =
      'text' in source
        ? await parseBelow(source.text, file, headingRowOf(sheet, request))
        : { table: await parseTableAt(source.path as string, file, watch), above: 0 };
    tables.push({
      source: file,
      sheet,
      table: corrected(table, request.corrections),
      headingRow: above + 1,
    });
  }
  return tables;
}

function headingRowOf(sheet: string, { headingRows }: ImportRequest): number | undefined {
  return headingRows && Object.hasOwn(headingRows, sheet) ? headingRows[sheet] : undefined;
}

/** Rows keep the numbers that they have in the file. */
async function parseBelow(whole: string, file: string, told: number | undefined) {
  const { text, above } = belowTitles(whole, told);
  const table = await parseTable(text, file);
  if (above === 0) return { table, above };
  const moved = <T extends { readonly row: number }>(one: T): T => ({
    ...one,
    row: one.row + above,
  });
  return {
    table: { ...table, rows: table.rows.map(moved), rejected: table.rejected.map(moved) },
    above,
  };
}

function headingNotes(tables: readonly SheetTable[]): string[] {
  return tables.flatMap(({ table, headingRow = 1 }) =>
    headingRow === 1
      ? []
      : [`${table.file}: its headings stand in row ${headingRow}; what stands above is left out.`],
  );
}

function withHeadingRows(readings: readonly SheetReading[], tables: readonly SheetTable[]) {
  return readings.map((reading) => {
    const { headingRow } = tables.find(({ table }) => table.file === reading.file) ?? {};
    return headingRow === undefined ? reading : { ...reading, headingRow };
  });
}

/** Our own tables and the analyst's sheet. undefined: what its columns mean has to be found out, or was told. */
function plainKind({ sheet, table }: SheetTable, request: ImportRequest): TableFormat | undefined {
  const told = (map: object | undefined) => map !== undefined && Object.hasOwn(map, sheet);
  if (told(request.mapping) || told(request.kinds)) return undefined;
  const format = tableFormat(table.headers);
  if (format !== 'sheet') return format;
  return sheetKind(sheet, table) === 'chain' ? format : undefined;
}

function plainReadings(tables: readonly SheetTable[], others: readonly SheetTable[]) {
  return tables
    .filter((one) => !others.includes(one))
    .map(({ sheet, table }) => {
      const format = tableFormat(table.headers);
      const kind = format === 'sheet' ? ('chain' as const) : ('own' as const);
      const type = ITEM_OF[format as keyof typeof ITEM_OF];
      const columns = type ? ownColumns(type, table.headers) : chainColumns(table.headers);
      return sheetReading({ sheet, table, kind, columns, told: {}, byValues: {}, asks: [] });
    });
}

const ITEM_OF = { nodes: 'node', links: 'dependency', contracts: 'contract' } as const;

function inOrderOf(tables: readonly SheetTable[], readings: readonly SheetReading[]) {
  return tables.flatMap(({ table }) => readings.filter(({ file }) => file === table.file));
}

/** Headings hold no such character, but in UTF-16 without its mark every other one is it. */
function noTexts(tables: readonly SheetTable[]): Fault[] {
  return tables
    .filter(({ table }) => table.headers.some((header) => header.includes('\0')))
    .map(({ table }) => fault(`${table.file}, row 1`, undefined, NO_TEXT));
}

function unknownHeaders(
  readings: readonly SheetReading[],
  tables: readonly SheetTable[],
  { kinds = {} }: ImportRequest,
): Fault[] {
  return readings
    .filter(({ kind, sheet }) => kind === undefined && !Object.hasOwn(kinds, sheet))
    .flatMap(({ file }) => {
      const table = tables.find((one) => one.table.file === file)?.table;
      if (!table) return [];
      return [fault(`${file}, row 1`, table.headers.join(', '), headerReason(table))];
    });
}

function headerReason(table: Table): string {
  if (table.headers.length === 0) return 'the file is empty';
  return `these headers belong to no table that can be imported: ${KNOWN_TABLES}`;
}

async function readAs(kind: TableFormat, table: Table, stored: ItemMaps): Promise<Reading> {
  const missing = missingHeader(kind, table);
  if (missing) {
    const rejected = [rejection(table.file, 1, missing, '', `the table has no column ${missing}`)];
    return { read: table.rows.length, candidates: [], rejected, notes: [] };
  }
  if (kind === 'sheet') return readSheet(table, stored);
  const type = kind === 'nodes' ? 'node' : kind === 'links' ? 'dependency' : 'contract';
  return readCsv(type, table);
}

/** Told to be a certain table, and it is none. */
function missingHeader(kind: TableFormat, table: Table): string | undefined {
  const needed = { nodes: 'id', links: 'from', contracts: 'id', sheet: 'supplier' }[kind];
  const found = tableFormat(table.headers) === kind;
  const has = table.headers.some((header) => header.toLowerCase().trim() === needed);
  return found || (has && kind !== 'sheet') ? undefined : needed;
}
