/** Cursors: where a list was left off, on which version of the graph, for which request. */
import { createHash } from 'node:crypto';

interface Place {
  readonly revision: number;
  readonly position: number;
  readonly request: string;
}

export type ReadCursor =
  | { readonly ok: true; readonly position: number }
  | { readonly ok: false; readonly why: 'unreadable' | 'other-request' }
  | { readonly ok: false; readonly why: 'moved'; readonly revision: number };

/** @param request what must be the same for the cursor to make sense: the question, the filter */
export function writeCursor(revision: number, position: number, request: unknown): string {
  return written({ revision, position, request: digest(request) });
}

function written({ revision, position, request }: Place): string {
  return Buffer.from(JSON.stringify({ revision, position, request })).toString('base64url');
}

export function readCursor(text: string, revision: number, request: unknown): ReadCursor {
  const place = parse(text);
  if (!place) return { ok: false, why: 'unreadable' };
  if (place.request !== digest(request)) return { ok: false, why: 'other-request' };
  if (place.revision !== revision) return { ok: false, why: 'moved', revision: place.revision };
  return { ok: true, position: place.position };
}

function parse(text: string): Place | undefined {
  try {
    const place = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Place> | null;
    const { revision, position, request } = place ?? {};
    if (!Number.isSafeInteger(revision) || !Number.isSafeInteger(position)) return undefined;
    if ((position as number) < 0 || typeof request !== 'string') return undefined;
    // Decoding passes over what is no base64: only what was written here to the letter is taken.
    return written(place as Place) === text ? (place as Place) : undefined;
  } catch {
    return undefined;
  }
}

function digest(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 16);
}
