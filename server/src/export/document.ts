/**
 * The graph document as text: canonical, two spaces, a final newline. The same graph gives the
 * same bytes from a store and from memory. Written in pieces, so a large graph is never one text.
 */
import { GRAPH_FORMAT, type GraphDocument } from '@msp-impact/contract';
import { canonicalDocument, canonicalItem } from '../rules/canonical.ts';
import { Conflict, type GraphReader, type Item } from '../store/port.ts';
import { prettyJson } from './json.ts';

const PIECE = 1 << 16;
const LISTS = [
  ['node', 'nodes'],
  ['dependency', 'dependencies'],
  ['contract', 'contracts'],
] as const;

/**
 * The stored graph. Throws Conflict when the graph moves on between the first piece and the last,
 * and StoreFault when the store cannot answer.
 */
export async function* documentText(reader: GraphReader): AsyncIterable<string> {
  const { revision, name } = await reader.columns();
  yield head(name);
  for (const [type, key] of LISTS) {
    let written = 0;
    for await (const page of reader.scan(type)) {
      const items = page.map(({ item }) => canonicalItem(type, item as Item));
      for (const piece of pieces(key, items, written)) yield piece;
      written += items.length;
    }
    yield closing(key, written);
  }
  const now = await reader.revision();
  if (now !== revision) throw new Conflict(now);
  yield '\n}\n';
}

/** A document in memory, which need not be canonical. */
export function* documentPieces(document: GraphDocument): Iterable<string> {
  const canonical = canonicalDocument(document);
  yield head(canonical.name);
  for (const [, key] of LISTS) {
    const items = canonical[key] ?? [];
    yield* pieces(key, items, 0);
    yield closing(key, items.length);
  }
  yield '\n}\n';
}

/** As documentPieces, for documents that are known to be small. */
export function documentString(document: GraphDocument): string {
  return [...documentPieces(document)].join('');
}

function head(name: string | undefined): string {
  const format = `{\n  "format": ${JSON.stringify(GRAPH_FORMAT)}`;
  return name ? `${format},\n  "name": ${JSON.stringify(name)}` : format;
}

/** Items of one list, with its opening before the first; about 64 kB a piece. */
function* pieces(key: string, items: readonly unknown[], written: number): Iterable<string> {
  let piece = '';
  for (let i = 0; i < items.length; i++) {
    piece += written + i === 0 ? `,\n  "${key}": [\n    ` : ',\n    ';
    piece += prettyJson(items[i], '    ');
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/** `nodes` is there even when empty; the others are left out. */
function closing(key: string, written: number): string {
  if (written > 0) return '\n  ]';
  return key === 'nodes' ? ',\n  "nodes": []' : '';
}
