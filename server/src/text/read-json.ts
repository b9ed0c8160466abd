/** JSON as people's files hold it: perhaps behind a byte order mark, perhaps cut off. */
import type { Fault } from '@msp-impact/contract';
import { jsonFault } from './json-place.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: Fault };

/** What is no JSON is told with its line and column. */
export function readJson(text: string): ReadJson {
  const plain = withoutMark(text);
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (error) {
    return { ok: false, fault: jsonFault(plain, error as SyntaxError) };
  }
}

/** Some editors put a byte order mark before the text. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
