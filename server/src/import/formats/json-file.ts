/** JSON of a source file: an object, or the place where it breaks off. */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../../rules/fault.ts';
import { jsonFault } from '../json-place.ts';
import { isObject, type Json } from './json/text.ts';
import { jsonDepth, MAX_DEPTH } from './text.ts';

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
