/** Items of a reader, all of one version of the graph. */
import type { Contract, Dependency, GraphNode, ItemType } from '@msp-impact/contract';
import { Conflict, type GraphReader } from '../../store/port.ts';

interface Types {
  node: GraphNode;
  dependency: Dependency;
  contract: Contract;
}

export async function* pagesOf<T extends ItemType>(
  reader: GraphReader,
  type: T,
): AsyncIterable<Types[T][]> {
  for await (const page of reader.scan<Types[T]>(type)) yield page.map(({ item }) => item);
}

/** Throws Conflict when the graph has moved on since `revision`. */
export async function assureRevision(reader: GraphReader, revision: number): Promise<void> {
  const now = await reader.revision();
  if (now !== revision) throw new Conflict(now);
}
