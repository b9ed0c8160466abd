/** Imports into a graph in memory, and the graph that comes of it. For tests. */
import type { GraphDocument, ImportAnswer, ImportRequest } from '@msp-impact/contract';
import { GRAPH_FORMAT } from '@msp-impact/contract';
import { checkDocument } from '../../rules/document.ts';
import { memoryReader } from '../../store/memory-reader.ts';
import type { Item } from '../../store/port.ts';
import { importText } from '../import.ts';

export const EMPTY: GraphDocument = { format: GRAPH_FORMAT, nodes: [] };

/** Fails when what comes out breaks a rule: no import may do that, whatever it is given. */
export async function imported(
  request: ImportRequest,
  graph: GraphDocument = EMPTY,
): Promise<{ answer: ImportAnswer; graph: GraphDocument }> {
  const done = await importText(request, memoryReader(graph));
  const { answer, writes, replacement } = done;
  if (replacement) {
    const { name, ...lists } = replacement;
    return {
      answer,
      graph: sound({ format: GRAPH_FORMAT, ...(name ? { name } : {}), ...lists } as GraphDocument),
    };
  }
  const maps = {
    node: new Map<string, Item>(graph.nodes.map((item) => [item.id, item])),
    dependency: new Map<string, Item>((graph.dependencies ?? []).map((item) => [item.id, item])),
    contract: new Map<string, Item>((graph.contracts ?? []).map((item) => [item.id, item])),
  };
  for (const { type, id, after } of writes ?? []) {
    if (after) maps[type].set(id, after);
    else maps[type].delete(id);
  }
  const document = {
    ...graph,
    ...(done.name !== undefined && { name: done.name }),
    nodes: [...maps.node.values()],
    dependencies: [...maps.dependency.values()],
    contracts: [...maps.contract.values()],
  } as GraphDocument;
  return { answer, graph: sound(document) };
}

function sound(document: GraphDocument): GraphDocument {
  const answer = checkDocument(JSON.parse(JSON.stringify(document)));
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults.list.slice(0, 5)));
  return document;
}
