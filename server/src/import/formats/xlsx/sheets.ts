/** Tables of workbooks beside the stored graph: columns are given their meaning, names their nodes. */
import type {
  ColumnMapping,
  Correction,
  GraphNode,
  Rejected,
  SheetKinds,
  SheetReading,
} from '@msp-impact/contract';
import { analysisColumns } from '../../bia/columns.ts';
import { readAnalysis } from '../../bia/read.ts';
import type { Candidate } from '../../candidate.ts';
import { readCsv } from '../../csv.ts';
import { tableFormat } from '../../detect.ts';
import { corrected } from '../../mapping/correct.ts';
import { guessedByValues } from '../../mapping/guess.ts';
import { byPosition, chainColumns, ownColumns, sheetReading } from '../../mapping/reading.ts';
import { readSheet } from '../../sheet.ts';
import { sheetColumn } from '../../sheet-columns.ts';
import type { ItemMaps } from '../../stored.ts';
import type { Table } from '../../table.ts';
import type { SheetTable } from '../format.ts';
import { counted } from '../words.ts';
import { mapped, type SheetKind, sheetKind } from './columns.ts';
import { contractTable } from './contracts.ts';
import { Names } from './names.ts';
import { linkTable, nodeTable } from './tables.ts';

export interface SheetOptions {
  /** By name of the sheet, then header: our column, or '' to keep it as an attribute. */
  readonly mapping?: ColumnMapping | undefined;
  /** Of values whose column does not say: asked once per file. */
  readonly valueBasis?: 'total' | 'annual' | undefined;
  /** By name of the sheet, where the guess of what it holds is wrong. */
  readonly kinds?: SheetKinds | undefined;
  /** Impact analyses: the lowest tolerated level where the sheet gives none. */
  readonly minimumLevel?: number | undefined;
  /** Cells in place of those of the file. */
  readonly corrections?: readonly Correction[] | undefined;
}

export interface SheetsRead {
  readonly read: number;
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
  readonly notes: readonly string[];
  /** How each was read; one for each table. */
  readonly sheets: readonly SheetReading[];
}

/** Nodes first: links and contracts may name what another sheet brings. */
const ORDER: readonly SheetKind[] = [
  'own',
  'region',
  'supplier',
  'product',
  'service',
  'analysis',
  'links',
  'contracts',
  'chain',
];

/** @param besides tables of nodes that are imported together with these, which may name them */
export async function readSheets(
  given: readonly SheetTable[],
  stored: ItemMaps,
  options: SheetOptions = {},
  besides: readonly Table[] = [],
): Promise<SheetsRead> {
  const tables = given.map((one) => ({ ...one, table: corrected(one.table, options.corrections) }));
  const out: Out = { read: 0, candidates: [], rejected: [], notes: [], sheets: [] };
  const kinds = new Map(tables.map((one) => [one, kindOf(one, stored, options)]));
  const names = new Names(stored, [...besides, ...ownNodes(tables, kinds)]);
  for (const one of tables) {
    if (kinds.get(one) !== undefined) continue;
    const why = options.kinds?.[one.sheet] === 'skip' ? 'as you said' : UNKNOWN;
    out.notes.push(`${one.table.file} was not read: ${why}.`);
    tell(out, one, undefined, new Map(), options);
  }
  for (const kind of ORDER) {
    for (const one of tables.filter((table) => kinds.get(table) === kind)) {
      await readOne(one, kind, stored, names, options, out);
    }
  }
  out.candidates.unshift(...names.made());
  if (names.notKnown > 0) {
    const rows = counted(names.notKnown, 'row names', 'rows name');
    out.notes.push(`${rows} no supplier, or one that is not known: none was made.`);
  }
  if (names.recognised.size > 0) {
    const listed = [...names.recognised].map(([name, id]) => `${name} is ${id}`);
    const more = listed.length > 20 ? ` and ${listed.length - 20} more` : '';
    out.notes.push(`Recognised by their numbers: ${listed.slice(0, 20).join(', ')}${more}.`);
  }
  const place = new Map(tables.map(({ table }, i) => [table.file, i]));
  out.sheets.sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0));
  return out;
}

const UNKNOWN = 'its headers belong to nothing that we know';

const toldOf = ({ sheet }: SheetTable, { mapping }: SheetOptions) =>
  mapping && Object.hasOwn(mapping, sheet) ? mapping[sheet] : undefined;

function kindOf(one: SheetTable, stored: ItemMaps, options: SheetOptions): SheetKind | undefined {
  const { kinds } = options;
  const told = kinds && Object.hasOwn(kinds, one.sheet) ? kinds[one.sheet] : undefined;
  if (told === 'skip') return undefined;
  if (told !== undefined) return told;
  const kind = sheetKind(one.sheet, one.table, toldOf(one, options));
  if (kind !== undefined) return kind;
  // Headings that say little: values may tell a register apart.
  const { told: more } = meaning('contract', one, stored, options);
  const found = sheetKind(one.sheet, one.table, more);
  return found === 'contracts' ? found : undefined;
}

/** What was told, and what the values tell of columns that their headings do not explain. */
function meaning(
  type: 'node' | 'dependency' | 'contract',
  one: SheetTable,
  stored: ItemMaps,
  options: SheetOptions,
) {
  const asked = toldOf(one, options);
  const known = mapped(type, one.table.headers, asked);
  const found = Object.entries(guessedByValues(type, one.table, known, stored));
  const byValues = Object.fromEntries(
    found.filter(([header]) => !asked || !Object.hasOwn(asked, header)),
  );
  return { byValues, told: { ...byValues, ...asked } };
}

function tell(
  out: Out,
  one: SheetTable,
  kind: SheetKind | undefined,
  columns: ReadonlyMap<number, string>,
  options: SheetOptions,
  byValues: Readonly<Record<string, string>> = {},
): void {
  const { sheet, table } = one;
  const asks: SheetReading['asks'] = [];
  const has = (name: string) => [...columns.values()].includes(name);
  if (kind === 'contracts' && has('value') && !has('valueBasis')) asks.push('valueBasis');
  if (kind === 'analysis' && !has('level')) asks.push('minimumLevel');
  const told = toldOf(one, options);
  out.sheets.push(sheetReading({ sheet, table, kind, columns, told, byValues, asks }));
}

/** Nodes of our own tables: what other sheets may name. */
function ownNodes(
  tables: readonly SheetTable[],
  kinds: ReadonlyMap<SheetTable, SheetKind | undefined>,
) {
  return tables
    .filter((one) => kinds.get(one) === 'own' && tableFormat(one.table.headers) === 'nodes')
    .map((one) => one.table);
}

type Out = {
  read: number;
  candidates: Candidate[];
  rejected: Rejected[];
  notes: string[];
  sheets: SheetReading[];
};
type TableReading = Omit<SheetsRead, 'sheets'>;

async function readOne(
  one: SheetTable,
  kind: SheetKind,
  stored: ItemMaps,
  names: Names,
  options: SheetOptions,
  out: Out,
): Promise<void> {
  const { table } = one;
  if (kind === 'chain') {
    const named = chainHeadings(table, toldOf(one, options));
    tell(out, one, kind, chainColumns(named.headers), options);
    const reading = await readSheet(named, withMade(stored, names));
    take(out, {
      ...reading,
      rejected: reading.rejected.map((each) => ofHeading(each, named, table)),
    });
    return;
  }
  if (kind === 'own') {
    const format = tableFormat(table.headers);
    const type = format === 'nodes' ? 'node' : format === 'links' ? 'dependency' : 'contract';
    tell(out, one, kind, ownColumns(type, table.headers), options);
    take(out, await readCsv(type, table));
    return;
  }
  if (kind === 'analysis') {
    const columns = analysisColumns(table.headers, toldOf(one, options));
    const impacts = columns.impacts.map(({ at }) => [at, 'impact'] as const);
    tell(out, one, kind, new Map([...byPosition(columns.at), ...impacts]), options);
    const made = await readAnalysis(table, columns, names, stored, options.minimumLevel);
    take(out, { ...made, read: table.rows.length });
    return;
  }
  await readMapped(one, kind, stored, names, options, out);
}

async function readMapped(
  one: SheetTable,
  kind: Exclude<SheetKind, 'chain' | 'own' | 'analysis'>,
  stored: ItemMaps,
  names: Names,
  options: SheetOptions,
  out: Out,
): Promise<void> {
  const { table } = one;
  const type = kind === 'links' ? 'dependency' : kind === 'contracts' ? 'contract' : 'node';
  const { told, byValues } = meaning(type, one, stored, options);
  const columns = mapped(type, table.headers, told);
  tell(out, one, kind, byPosition(columns), options, byValues);
  const made =
    kind === 'links'
      ? linkTable(table, columns, names)
      : kind === 'contracts'
        ? contractTable(table, columns, names, options.valueBasis, stored.contract)
        : nodeTable(table, columns, names, kind);
  const reading = await readCsv(type, made.table);
  const candidates = reading.candidates.map((each) =>
    withIdentifiers(ofSheet(each, columns, table), made.identifiers?.get(each.row), stored),
  );
  out.notes.push(mappingNote(table, columns), ...made.notes);
  take(out, {
    ...reading,
    candidates,
    read: table.rows.length,
    rejected: [...made.rejected, ...reading.rejected].map((each) =>
      inTheirWords(each, columns, table),
    ),
  });
}

function take(out: Out, { read, candidates, rejected, notes }: TableReading): void {
  out.read += read;
  for (const one of candidates) out.candidates.push(one);
  for (const one of rejected) out.rejected.push(one);
  out.notes.push(...notes);
}

/**
 * What has no evidence of its own is from this sheet. The row is not told: rows move.
 * Faults are told in the words of the sheet.
 */
function ofSheet(
  candidate: Candidate,
  columns: ReadonlyMap<string, number>,
  { file, headers }: Table,
): Candidate {
  const columnOf = (path: string) => {
    const name = candidate.columnOf(path);
    return headers[columns.get(name) ?? -1] ?? name;
  };
  if (candidate.fields.evidence !== undefined) return { ...candidate, columnOf };
  const evidence = [{ claim: `From ${file}`, confidence: 'assumed' }];
  const { covered } = candidate;
  return {
    ...candidate,
    fields: { ...candidate.fields, evidence },
    covered: covered && new Set([...covered, 'evidence']),
    columnOf,
  };
}

/** Numbers that are on record stay beside those of the sheet. */
function withIdentifiers(
  candidate: Candidate,
  identifiers: Record<string, string> | undefined,
  stored: ItemMaps,
): Candidate {
  if (identifiers === undefined) return candidate;
  const before = stored.node.get(candidate.fields.id as string)?.identifiers;
  const { covered, fields } = candidate;
  return {
    ...candidate,
    fields: { ...fields, identifiers: { ...before, ...identifiers } },
    covered: covered && new Set([...covered, 'identifiers']),
  };
}

/** With our names where headings were given a meaning, and none where that was taken from them. */
function chainHeadings(table: Table, told: ColumnMapping[string] = {}): Table {
  const headers = table.headers.map((header) => {
    const name = Object.hasOwn(told, header) ? told[header] : undefined;
    if (name === '') return `${header} (as written)`;
    const taken = name === undefined && Object.values(told).includes(sheetColumn(header) ?? ' ');
    return taken ? `${header} (as written)` : (name ?? header);
  });
  return { ...table, headers };
}

function ofHeading(one: Rejected, named: Table, { headers }: Table): Rejected {
  return { ...one, column: headers[named.headers.indexOf(one.column)] ?? one.column };
}

function withMade(stored: ItemMaps, names: Names): ItemMaps {
  const made = names.nodes.map((node) => [node.id, node] as const);
  return { ...stored, node: new Map<string, GraphNode>([...stored.node, ...made]) };
}

function inTheirWords(one: Rejected, columns: ReadonlyMap<string, number>, table: Table): Rejected {
  const at = columns.get(one.column);
  return at === undefined ? one : { ...one, column: table.headers[at] ?? one.column };
}

function mappingNote({ file, headers }: Table, columns: ReadonlyMap<string, number>): string {
  const known = [...columns].map(([name, at]) => `${headers[at]} → ${name}`);
  const taken = new Set(columns.values());
  const rest = headers.filter((header, i) => header !== '' && !taken.has(i));
  const kept = rest.length > 0 ? `; kept as attributes: ${rest.slice(0, 30).join(', ')}` : '';
  return `${file}: ${known.join(', ')}${kept}.`;
}
