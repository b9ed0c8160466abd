/** Reads bytes with a reader in place, and lays what comes of it over a graph. For tests. */
import type { GraphDocument } from '@msp-impact/contract';
import { GRAPH_FORMAT } from '@msp-impact/contract';
import { checkDocument } from '../../../rules/document.ts';
import { memoryReader } from '../../memory-reader.ts';
import { settle } from '../../settle.ts';
import { loadStored } from '../../stored.ts';
import type { FormatReader, FormatReading, SourceFile } from '../format.ts';
import { joinedWithStored } from '../known.ts';

export const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };

export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

/** Fails when the graph would break a rule: no import may do that, whatever it is given. */
export async function graphAfter(
  { read }: FormatReader,
  files: readonly SourceFile[],
  graph: GraphDocument = EMPTY,
): Promise<{ graph: GraphDocument; reading: FormatReading; rejected: FormatReading['rejected'] }> {
  const reading = await read(files);
  if (reading.errors.length > 0) return { graph, reading, rejected: reading.rejected };
  const stored = await loadStored(memoryReader(graph));
  const settled = await settle(stored, joinedWithStored(stored, reading.candidates));
  const { node, dependency, contract } = settled.items;
  const both = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) => [
    ...new Map([...old, ...now]).values(),
  ];
  const after: GraphDocument = {
    format: GRAPH_FORMAT,
    nodes: both(stored.node, node),
    dependencies: both(stored.dependency, dependency),
    contracts: both(stored.contract, contract),
  };
  const checked = checkDocument(JSON.parse(JSON.stringify(after)));
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults.list.slice(0, 5)));
  return { graph: after, reading, rejected: [...reading.rejected, ...settled.rejected] };
}
