/** The documents of a YAML text as plain values. Anchors that multiply and deep nesting are refused. */
import type { Fault } from '@msp-impact/contract';
import { type Document, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import { fault } from '../../../rules/fault.ts';
import { isObject } from '../json/text.ts';
import { jsonDepth, MAX_DEPTH } from '../text.ts';
import { TooLong, yamlPieces } from './pieces.ts';

export interface YamlDocument {
  /** At which the document begins, from 1. */
  readonly line: number;
  readonly value?: unknown;
  /** Why it cannot be read, and where. */
  readonly problem?: { readonly line: number; readonly reason: string };
}

/** Values that aliases may stand for in one document. */
const MAX_ALIASES = 100;

interface Documents {
  readonly documents: readonly YamlDocument[];
  /** Nothing of the file can be read. */
  readonly error?: Fault;
}

/** Documents one by one, from a stream of the text. */
export async function documentsIn(texts: AsyncIterable<string>, file: string): Promise<Documents> {
  const documents: YamlDocument[] = [];
  let blank = true;
  try {
    for await (const { text, lines } of yamlPieces(texts)) {
      blank &&= text.trim() === '';
      const found = documentsOf(text, file);
      if (found.error) return found;
      for (const one of found.documents) documents.push(moved(one, lines));
    }
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    return { documents: [], error: fault(file, undefined, error.message) };
  }
  return blank ? { documents, error: fault(file, undefined, 'the file is empty') } : { documents };
}

function moved({ line, problem, ...rest }: YamlDocument, lines: number): YamlDocument {
  const at = problem && { ...problem, line: problem.line + lines };
  return { ...rest, line: line + lines, ...(at && { problem: at }) };
}

/** @returns `error` when nothing of the file can be read */
function documentsOf(text: string, file: string): Documents {
  // The parser walks down recursively: what is too deep must not reach it.
  if (Math.max(jsonDepth(text), indentDepth(text)) > MAX_DEPTH) {
    const reason = `is nested more than ${MAX_DEPTH} levels deep`;
    return { documents: [], error: fault(file, undefined, reason) };
  }
  const counter = new LineCounter();
  try {
    const options = {
      lineCounter: counter,
      prettyErrors: false,
      stringKeys: true,
      // Looked for below, in linear time.
      uniqueKeys: false,
      logLevel: 'silent',
    };
    const found = parseAllDocuments(text, options as never);
    const list = (Array.isArray(found) ? found : []) as Document.Parsed[];
    const documents = list.filter((one) => one.contents !== null || one.errors.length > 0);
    return { documents: documents.flatMap((one) => entitiesIn(plain(one, counter))) };
  } catch (error) {
    return { documents: [], error: fault(file, undefined, `is no YAML: ${brief(error)}`) };
  }
}

/** What the catalogue's own API answers is a list of entities, or an object with `items`. */
function entitiesIn(document: YamlDocument): readonly YamlDocument[] {
  const { line, value } = document;
  const list = isObject(value) && value.kind === undefined ? value.items : value;
  return Array.isArray(list) ? list.map((one: unknown) => ({ line, value: one })) : [document];
}

function plain(document: Document.Parsed, counter: LineCounter): YamlDocument {
  const line = counter.linePos(document.contents?.range?.[0] ?? document.range[0]).line || 1;
  const [first] = document.errors;
  const wrong = first ? { pos: first.pos[0], reason: brief(first) } : keyTwice(document);
  if (wrong) {
    const at = counter.linePos(wrong.pos).line || line;
    return { line, problem: { line: at, reason: `is no YAML: ${wrong.reason}` } };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    // Tags make dates, sets and bytes: through JSON all is texts, numbers, lists and maps.
    return { line, value: JSON.parse(JSON.stringify(value ?? null)) };
  } catch (error) {
    return { line, problem: { line, reason: `is no YAML that can be read: ${brief(error)}` } };
  }
}

/** The first key that stands twice in one map. */
function keyTwice(document: Document.Parsed): { pos: number; reason: string } | undefined {
  let found: { pos: number; reason: string } | undefined;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) {
          const pos = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
          found = { pos, reason: `the key ${String(name).slice(0, 100)} stands twice in one map` };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return found;
}

function brief(error: unknown): string {
  return (error as Error).message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

/** Most levels of a text whose every deeper line stands further in; `- - - x` counts each dash. */
function indentDepth(text: string): number {
  const open: number[] = [];
  let most = 0;
  for (const line of text.split('\n')) {
    const [lead = ''] = /^ *(?:[-?:] +)*/.exec(line) ?? [];
    if (lead.length === line.trimEnd().length) continue;
    const dashes = lead.match(/[-?:] /g)?.length ?? 0;
    const indent = lead.search(/[^ ]|$/);
    while (open.length > 0 && (open.at(-1) as number) >= indent) open.pop();
    open.push(indent);
    most = Math.max(most, open.length + dashes);
  }
  return most;
}
