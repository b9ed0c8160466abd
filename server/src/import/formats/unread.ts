/** Sections of a file that no node or link is made of: told, never dropped silently. */
import type { Json } from './json/text.ts';

export function noteUnread(
  value: Json,
  read: readonly string[],
  file: string,
  notes: string[],
): void {
  const left = Object.keys(value).filter((key) => !read.includes(key));
  if (left.length === 0) return;
  const named = left.slice(0, 20).map((key) => {
    const inner = value[key];
    return Array.isArray(inner) ? `${key.slice(0, 100)} (${inner.length})` : key.slice(0, 100);
  });
  notes.push(
    `${file}: not read, because they say nothing of who relies on whom: ${named.join(', ')}.`,
  );
}
