/**
 * JSON with two spaces, as JSON.stringify(value, null, 2) writes it, but for one thing: the keys
 * of maps come out by code units. JSON.stringify cannot do that where keys look like numbers
 * ("10" before "2"), because objects themselves put such keys first, by value.
 */
import { byCodeUnits } from '../rules/canonical.ts';

const MAPS = new Set(['identifiers', 'attributes', 'groups']);

/** @param indent spaces before the value's closing bracket */
export function prettyJson(value: unknown, indent: string, key = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inside = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => prettyJson(one, inside))
    : members(value as Record<string, unknown>, inside, MAPS.has(key));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${inside}${parts.join(`,\n${inside}`)}\n${indent}${close}`;
}

function members(object: Record<string, unknown>, inside: string, sorted: boolean): string[] {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined);
  if (sorted) keys.sort(byCodeUnits);
  return keys.map((key) => `${JSON.stringify(key)}: ${prettyJson(object[key], inside, key)}`);
}
