/** JSON bodies: where they break off is told, and keys that would reach into objects are refused. */
import type { Fault } from '@msp-impact/contract';
import { Refusal } from '../../errors.ts';
import { at, fault } from '../../rules/fault.ts';
import { jsonFault } from '../../text/json-place.ts';

/** Throws 400. */
export function parseJson(text: string): unknown {
  const value = parse(text);
  // The letters may be written as escapes, so the text alone does not tell.
  if (!/__proto__|\\u00/i.test(text)) return value;
  const found = findReserved(value, '$');
  if (!found) return value;
  throw new Refusal(400, 'A key is reserved', {
    detail: `${found.path}: ${found.reason}`,
    errors: [found],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = jsonFault(text, error as SyntaxError);
    const title = text.trim() === '' ? 'The body is empty' : 'The body is not valid JSON';
    throw new Refusal(400, title, { detail: `${found.path}: ${found.reason}`, errors: [found] });
  }
}

/** The first key `__proto__`, however deep. */
function findReserved(root: unknown, rootPath: string): Fault | undefined {
  const waiting: [unknown, string][] = [[root, rootPath]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, path] = next;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const place = at(path, isList ? Number(key) : key);
      if (key === '__proto__') return fault(place, key, 'this key is reserved; choose another');
      waiting.push([(value as Record<string, unknown>)[key], place]);
    }
  }
  return undefined;
}
