/** JSON of a source file: an object, or the place where it breaks off. */
import { stat } from 'node:fs/promises';
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../rules/fault.ts';
import { jsonFault } from '../../text/json-place.ts';
import type { SourceFile } from './format.ts';
import { streamedJson } from './json/streamed.ts';
import { isObject, type Json } from './json/text.ts';
import { jsonDepth, MAX_DEPTH } from './text.ts';

/** Bytes from which a file is read in pieces; below, at once is faster. */
const STREAMED = 32 << 20;

/** As `streamedJson`, of a large file alone. */
export async function largeJson(
  file: SourceFile,
  lists: readonly string[],
): Promise<Json | undefined> {
  const size = file.bytes?.length ?? (await stat(file.path ?? '').catch(() => undefined))?.size;
  return size !== undefined && size >= STREAMED ? streamedJson(file, lists) : undefined;
}

export function jsonObject(
  text: string,
  file: string,
): { readonly value: Json } | { readonly error: Fault } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = jsonFault(text, error as SyntaxError);
    return { error: { ...found, path: `${file}, ${found.path}` } };
  }
  if (!isObject(value)) return { error: fault(file, value, 'must be a JSON object') };
  if (jsonDepth(text) > MAX_DEPTH) {
    return { error: fault(file, undefined, `is nested more than ${MAX_DEPTH} levels deep`) };
  }
  return { value };
}
