/** How faults are written down: the place, the value (never long), what would be right. */
import type { Fault } from '@msp-impact/contract';

export const MAX_VALUE = 200;
export const ID_CHARACTERS = 'use 1 to 200 of the characters A-Z a-z 0-9 . _ : @ / + ~ -';
export const LINK_ID_CHARACTERS = 'use 1 to 500 of the characters A-Z a-z 0-9 . _ : @ / + ~ > -';
const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

export function cut(text: string): string {
  return text.length <= MAX_VALUE
    ? text
    : `${text.slice(0, MAX_VALUE)}… (${text.length} characters)`;
}

/** A value fit for a message: texts cut at 200 characters, lists and large objects counted. */
export function shown(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length > 8) return `an object with ${keys.length} keys`;
  const inner = Object.values(value);
  if (inner.some((one) => typeof one === 'object' && one !== null)) {
    return `an object with ${keys.map(cut).join(', ')}`;
  }
  return cut(JSON.stringify(Object.fromEntries(keys.map((key, i) => [cut(key), shown(inner[i])]))));
}

export function fault(path: string, value: unknown, reason: string): Fault {
  return value === undefined ? { path, reason } : { path, value: shown(value), reason };
}

/** `$.nodes[3]` and `groups` → `$.nodes[3].groups`; unusual keys in brackets and quotes. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return PLAIN_KEY.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(cut(key))}]`;
}
