/** Tables of workbooks beside the stored graph: columns are given their meaning, names their nodes. */
import type { ColumnMapping, GraphNode, Rejected } from '@msp-impact/contract';
import type { Candidate } from '../../candidate.ts';
import { readCsv } from '../../csv.ts';
import { tableFormat } from '../../detect.ts';
import { readSheet } from '../../sheet.ts';
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
}

export interface SheetsRead {
  readonly read: number;
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
  readonly notes: readonly string[];
}

/** Nodes first: links and contracts may name what another sheet brings. */
const ORDER: readonly SheetKind[] = [
  'own',
  'region',
  'supplier',
  'product',
  'service',
  'links',
  'contracts',
  'chain',
];

export async function readSheets(
  tables: readonly SheetTable[],
  stored: ItemMaps,
  options: SheetOptions = {},
): Promise<SheetsRead> {
  const out = {
    read: 0,
    candidates: [] as Candidate[],
    rejected: [] as Rejected[],
    notes: [] as string[],
  };
  const told = (sheet: string) =>
    options.mapping && Object.hasOwn(options.mapping, sheet) ? options.mapping[sheet] : undefined;
  const kinds = new Map(
    tables.map((one) => [one, sheetKind(one.sheet, one.table, told(one.sheet))]),
  );
  const names = new Names(stored, ownNodes(tables, kinds));
  for (const one of tables) {
    if (kinds.get(one) === undefined)
      out.notes.push(`${one.table.file} was not read: its headers belong to nothing that we know.`);
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
  return out;
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

type Out = { read: number; candidates: Candidate[]; rejected: Rejected[]; notes: string[] };

async function readOne(
  { sheet, table }: SheetTable,
  kind: SheetKind,
  stored: ItemMaps,
  names: Names,
  { mapping, valueBasis }: SheetOptions,
  out: Out,
): Promise<void> {
  if (kind === 'chain') {
    take(out, await readSheet(table, withMade(stored, names)));
    return;
  }
  if (kind === 'own') {
    const format = tableFormat(table.headers);
    take(
      out,
      await readCsv(
        format === 'nodes' ? 'node' : format === 'links' ? 'dependency' : 'contract',
        table,
      ),
    );
    return;
  }
  const type = kind === 'links' ? 'dependency' : kind === 'contracts' ? 'contract' : 'node';
  const told = mapping && Object.hasOwn(mapping, sheet) ? mapping[sheet] : undefined;
  const columns = mapped(type, table.headers, told);
  const made =
    kind === 'links'
      ? linkTable(table, columns, names)
      : kind === 'contracts'
        ? contractTable(table, columns, names, valueBasis)
        : nodeTable(table, columns, names, kind);
  const reading = await readCsv(type, made.table);
  const candidates = reading.candidates.map((one) => ofSheet(one, columns, table));
  out.notes.push(mappingNote(table, columns), ...made.notes);
  take(out, {
    ...reading,
    candidates,
    read: table.rows.length,
    rejected: [...made.rejected, ...reading.rejected].map((one) =>
      inTheirWords(one, columns, table),
    ),
  });
}

function take(out: Out, { read, candidates, rejected, notes }: SheetsRead): void {
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
