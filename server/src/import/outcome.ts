/** What comes of an import: the answer that is told, and what would be written. */
import type {
  Contract,
  Dependency,
  Fault,
  GraphNode,
  ImportAnswer,
  Rejected,
  SheetReading,
} from '@msp-impact/contract';
import type { ItemWrite, PreparedPart } from '../store/port.ts';
import { compare } from './difference.ts';
import type { ItemMaps, StoredGraph } from './stored.ts';
import type { Watch } from './watch.ts';

/** A report stays short however bad a file is. */
export const MAX_REJECTED = 10_000;

type Mode = ImportAnswer['mode'];
type Format = ImportAnswer['format'];

/** A whole graph to put in the place of the stored one. */
export interface ImportedGraph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly dependencies: readonly Dependency[];
  readonly contracts: readonly Contract[];
}

export interface Imported {
  readonly answer: ImportAnswer;
  /** Mode add: what to commit; empty when nothing changes. Absent when the import is refused. */
  readonly writes?: readonly ItemWrite[];
  /** Mode add: the name that a graph without one gets with them. */
  readonly name?: string;
  /** In place of `writes`, for large lists of links. */
  readonly parts?: readonly PreparedPart[];
  /** Mode replace. Absent when the import is refused. */
  readonly replacement?: ImportedGraph;
}

/** By file, as they were given, and row. */
export function inOrder(rejected: Rejected[]): Rejected[] {
  const files = [...new Set(rejected.map((one) => one.file))];
  return files.flatMap((file) =>
    rejected.filter((one) => one.file === file).sort((a, b) => a.row - b.row),
  );
}

export interface Outcome {
  readonly read: number;
  readonly rejected?: readonly Rejected[];
  readonly notes?: readonly string[];
  /** Name of the graph when it is replaced. */
  readonly name?: string;
  /** That the files bring. Adding to a graph that has a name leaves that one. */
  readonly graphName?: string | undefined;
  readonly sheets?: readonly SheetReading[];
  readonly watch?: Watch | undefined;
}

export async function finish(
  format: Format,
  mode: Mode,
  stored: StoredGraph,
  items: ItemMaps,
  { read, rejected = [], notes = [], name = '', graphName, sheets = [], watch }: Outcome,
): Promise<Imported> {
  const { difference, writes } = await compare(stored, items, mode === 'replace', watch);
  const answer: ImportAnswer = {
    format,
    mode,
    read,
    revision: stored.revision,
    written: false,
    difference,
    rejected: rejected.slice(0, MAX_REJECTED),
    errors: [],
    notes: [...notes],
    ...(sheets.length > 0 && { sheets: [...sheets] }),
  };
  if (rejected.length > MAX_REJECTED) {
    answer.notes.push(`The first ${MAX_REJECTED} of ${rejected.length} rejected rows are listed.`);
  }
  if (mode === 'add') {
    const isNamed = stored.name === '' && graphName !== undefined && writes.length > 0;
    return { answer, writes, ...(isNamed && { name: graphName }) };
  }
  const replacement = {
    name: graphName ?? name,
    nodes: [...items.node.values()],
    dependencies: [...items.dependency.values()],
    contracts: [...items.contract.values()],
  };
  return { answer, replacement };
}

export function refused(
  format: Format,
  mode: Mode,
  stored: StoredGraph,
  errors: readonly Fault[],
  notes: readonly string[] = [],
  sheets: readonly SheetReading[] = [],
): Imported {
  const difference = { created: 0, updated: 0, removed: 0, unchanged: 0, items: [] };
  const head = { format, mode, read: 0, revision: stored.revision, written: false };
  const how = sheets.length > 0 ? { sheets: [...sheets] } : {};
  const told = { rejected: [], errors: [...errors], notes: [...notes], ...how };
  return { answer: { ...head, difference, ...told } };
}
