/** What an import goes into: the store, or a graph document in memory that --out writes. */
import { basename } from 'node:path';
import {
  type Difference,
  type Fault,
  GRAPH_FORMAT,
  type GraphDocument,
  type ImportAnswer,
  type ImportRequest,
  type Rejected,
} from '@msp-impact/contract';
import type { SourceFile } from '../import/formats/format.ts';
import { importFiles, sheetOptions } from '../import/formats/import.ts';
import { isForeign } from '../import/formats/registry.ts';
import { type Imported, importText } from '../import/import.ts';
import { ITEM_ORDER } from '../import/stored.ts';
import { memoryReader } from '../store/memory-reader.ts';
import { Conflict, type GraphReader, type Item, type Store } from '../store/port.ts';
import { Failure } from './failure.ts';

const ACTOR = 'command line';
/** Somebody else may write between reading and committing. */
const TRIES = 5;

export interface Files {
  readonly names: readonly string[];
  readonly request: ImportRequest;
  /** Foreign formats: where the files lie; `request.text` is empty then. */
  readonly sources?: readonly SourceFile[];
}

function read({ request, sources }: Files, reader: GraphReader): Promise<Imported> {
  const { format = 'auto', mode } = request;
  return sources && isForeign(format)
    ? importFiles({ format, files: sources, mode, sheets: sheetOptions(request) }, reader)
    : importText(request, reader);
}

/** Imports and commits, unless it is a dry run; starts anew when the graph has moved on. */
export async function importIntoStore(
  store: Store,
  files: Files,
  dryRun: boolean,
): Promise<ImportAnswer> {
  const summary = `Imported ${files.names.map((name) => basename(name)).join(', ')}`.slice(0, 500);
  for (let left = TRIES; left > 0; left--) {
    try {
      const imported = await read(files, store.reader);
      return dryRun ? imported.answer : await commit(store, imported, summary);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw new Failure('the graph keeps changing while it is imported into; try again');
}

async function commit(store: Store, imported: Imported, summary: string): Promise<ImportAnswer> {
  const { answer, writes, replacement, name } = imported;
  const change = { actor: ACTOR, summary, base: answer.revision };
  if (replacement && changesAnything(answer.difference)) {
    await store.writer.replace({ ...change, ...replacement });
  } else if (writes && writes.length > 0) {
    await store.writer.commit({ ...change, writes, ...(name !== undefined && { name }) });
  }
  return answer;
}

function changesAnything({ created, updated, removed }: Difference): boolean {
  return created + updated + removed > 0;
}

/** The document with what was read added to it. */
export async function importIntoDocument(
  document: GraphDocument,
  files: Files,
): Promise<{ answer: ImportAnswer; document: GraphDocument }> {
  const imported = await read(files, memoryReader(document));
  const { answer, writes, replacement } = imported;
  if (replacement) {
    const { name, nodes, dependencies, contracts } = replacement;
    const lists = { nodes: [...nodes], dependencies: [...dependencies], contracts: [...contracts] };
    const named = name ? { name } : {};
    return { answer, document: { format: GRAPH_FORMAT, ...named, ...lists } };
  }
  const [nodes, links, contracts] = [document.nodes, document.dependencies, document.contracts].map(
    (items: readonly Item[] = []) => new Map(items.map((item) => [item.id, item])),
  ) as [Map<string, Item>, Map<string, Item>, Map<string, Item>];
  const maps = { node: nodes, dependency: links, contract: contracts };
  for (const { type, id, after } of writes ?? []) if (after) maps[type].set(id, after);
  const [all, dependencies, deals] = ITEM_ORDER.map((type) => [...maps[type].values()]);
  return {
    answer,
    document: {
      ...document,
      ...(imported.name !== undefined && { name: imported.name }),
      nodes: all,
      dependencies,
      contracts: deals,
    } as GraphDocument,
  };
}

/** Errors of a document as rejections: the column is the place in it. */
export function asRejected(file: string, errors: readonly Fault[]): Rejected[] {
  return errors.map(({ path, value = '', reason }) => ({
    file,
    row: 0,
    column: path,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    reason,
  }));
}
