/** Reading what JSON.parse gave, whatever it is. */
import { isUtf8 } from 'node:buffer';

export type Json = Readonly<Record<string, unknown>>;

const windows1252 = new TextDecoder('windows-1252');

/** undefined: is no JSON. Bytes that are not UTF-8 are read as Windows-1252. */
export function parsed(bytes: Uint8Array): { value: unknown; guessed: boolean } | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const guessed = !isUtf8(buffer);
  try {
    const text = guessed ? windows1252.decode(buffer) : buffer.toString('utf8');
    return { value: JSON.parse(text), guessed };
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that the object itself has, or an empty one. */
export function objectIn(value: unknown, key: string): Json {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

export function listIn(value: unknown, key: string): readonly unknown[] {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : [];
}

/** A text without blanks around it, or a number as text; undefined when there is nothing. */
export function textIn(value: unknown, key: string): string | undefined {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (typeof inner === 'number') return String(inner);
  const text = typeof inner === 'string' ? inner.trim() : '';
  return text === '' ? undefined : text;
}
