/** Reading a graph document: JSON, then its shape, then every rule. Nothing is thrown. */
import type { Fault, GraphDocument } from '@msp-impact/contract';
import { checkDocument } from '../rules/document.ts';
import { readJson } from '../text/read-json.ts';

export type ReadDocument =
  | { readonly ok: GraphDocument }
  /** `errors` are the first 1,000 of `total`. */
  | { readonly errors: readonly Fault[]; readonly total: number };

/**
 * Linear in the text; 1,000,000 links are read and checked in a few seconds.
 *
 * @param rules false: check the shape alone, for documents that are added to a graph and may name
 *   what is only there
 */
export function readDocument(text: string, rules = true): ReadDocument {
  const read = readJson(text);
  return read.ok ? readValue(read.value, rules) : { errors: [read.fault], total: 1 };
}

/** A document whose JSON is read already. */
export function readValue(value: unknown, rules = true): ReadDocument {
  const answer = checkDocument(value, rules);
  if ('document' in answer) return { ok: answer.document };
  return { errors: answer.faults.list, total: answer.faults.total };
}

/** One sentence more when the list of errors is not the whole of them. */
export function totalNote(read: { errors: readonly Fault[]; total: number }): string | undefined {
  if (read.total <= read.errors.length) return undefined;
  return `The first ${read.errors.length} of ${read.total} errors are listed.`;
}
