/** Reads bytes with a reader in place, and lays what comes of it over a graph. For tests. */
import type { GraphDocument, Rejected } from '@msp-impact/contract';
import { GRAPH_FORMAT } from '@msp-impact/contract';
import { checkDocument } from '../../../rules/document.ts';
import { memoryReader } from '../../../store/memory-reader.ts';
import { loadStored } from '../../stored.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { settleReading } from '../settle-reading.ts';
import type { SheetOptions } from '../xlsx/sheets.ts';

export const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };

export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

export interface After {
  readonly graph: GraphDocument;
  readonly reading: FormatReading;
  readonly rejected: readonly Rejected[];
  readonly notes: readonly string[];
}

const nameOf = (name: string | undefined) => (name === undefined ? {} : { name });

/** Fails when the graph would break a rule: no import may do that, whatever it is given. */
export async function graphAfter(
  { read }: FormatReader,
  files: readonly SourceFile[],
  graph: GraphDocument = EMPTY,
  options: SheetOptions = {},
): Promise<After> {
  const reading = await read(files);
  if (reading.errors.length > 0) {
    return { graph, reading, rejected: reading.rejected, notes: reading.notes };
  }
  const stored = await loadStored(memoryReader(graph));
  const settled = await settleReading(stored, reading, options);
  const { node, dependency, contract } = settled.items;
  const both = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) => [
    ...new Map([...old, ...now]).values(),
  ];
  const after: GraphDocument = {
    format: GRAPH_FORMAT,
    ...nameOf(graph.name ?? settled.graphName),
    nodes: both(stored.node, node),
    dependencies: both(stored.dependency, dependency),
    contracts: both(stored.contract, contract),
  };
  const checked = checkDocument(JSON.parse(JSON.stringify(after)));
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults.list.slice(0, 5)));
  return { graph: after, reading, rejected: settled.rejected, notes: settled.notes };
}
