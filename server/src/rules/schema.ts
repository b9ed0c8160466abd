/**
 * Why a value fails its schema: every place, with a plain reason. Walks the JSON schemas of the
 * contract (objects, maps, lists, numbers, texts, choices); only run on what a compiled check has
 * refused already, so it need not be fast.
 */
import {
  type Fault,
  GRAPH_FORMAT,
  LINK_ID_PATTERN,
  NODE_ID_PATTERN,
  TIME_PATTERN,
} from '@msp-impact/contract';
import { type Choice, choiceOf } from './choice.ts';
import { at, fault, ID_CHARACTERS, LINK_ID_CHARACTERS } from './fault.ts';
import type { JsonSchema } from './json-schema.ts';

const PATTERNS = new Map([
  [NODE_ID_PATTERN, ID_CHARACTERS],
  [LINK_ID_PATTERN, LINK_ID_CHARACTERS],
  [TIME_PATTERN, 'must be a time with its zone, as 2022-08-04T07:00:00+01:00'],
  ['^https?://', 'must begin with http:// or https://'],
  ['^\\d{4}-\\d{2}-\\d{2}$', 'must be a day, as YYYY-MM-DD'],
  ['^[A-Z]{3}$', 'must be a currency code of three capital letters, as GBP'],
]);

/** What a text must look like, in words where there are some. */
export function patternReason(pattern: string): string {
  return PATTERNS.get(pattern) ?? `must match ${pattern}`;
}

/** All faults of `value` against `schema`, in the order of the schema's fields. */
export function schemaFaults(schema: JsonSchema, value: unknown, path: string): Fault[] {
  const out: Fault[] = [];
  walk(schema, value, path, out);
  return out;
}

function walk(schema: JsonSchema, value: unknown, path: string, out: Fault[]): void {
  const choice = choiceOf(schema);
  if (choice) walkChoice(choice, value, path, out);
  else if (schema.anyOf) walkRange(schema.anyOf, value, path, out);
  else if (schema.type === 'array') walkList(schema, value, path, out);
  else if (schema.type === 'object') walkObject(schema, value, path, out);
  else {
    const reason = scalarReason(schema, value);
    if (reason) out.push(fault(path, value, reason));
  }
}

/** By the option that the value names. */
function walkChoice({ key, options }: Choice, value: unknown, path: string, out: Fault[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    out.push(fault(path, value, 'must be an object'));
    return;
  }
  const name = (value as Record<string, unknown>)[key];
  const option = typeof name === 'string' ? options.get(name) : undefined;
  if (option) walkObject(option, value, path, out);
  else out.push(fault(at(path, key), name, `must be one of ${[...options.keys()].join(', ')}`));
}

/** The one other union of the contract: a number or a range of numbers. */
function walkRange(
  options: readonly JsonSchema[],
  value: unknown,
  path: string,
  out: Fault[],
): void {
  const [number, object] = options as [JsonSchema, JsonSchema];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    walkObject(object, value, path, out);
    return;
  }
  const reason = scalarReason(number, value);
  if (!reason) return;
  const or = typeof value === 'number' ? '' : ', or a range with low, high and perhaps likely';
  out.push(fault(path, value, `${reason}${or}`));
}

function walkList(schema: JsonSchema, value: unknown, path: string, out: Fault[]): void {
  if (!Array.isArray(value)) {
    out.push(fault(path, value, 'must be a list'));
    return;
  }
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minItems) out.push(fault(path, value, 'must not be empty'));
  if (value.length > maxItems)
    out.push(fault(path, value, `must have at most ${maxItems} entries`));
  for (let i = 0; schema.items && i < value.length; i++) {
    walk(schema.items, value[i], at(path, i), out);
  }
}

function walkObject(schema: JsonSchema, value: unknown, path: string, out: Fault[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    out.push(fault(path, value, 'must be an object'));
    return;
  }
  const fields = schema.properties ?? {};
  for (const key of schema.required ?? []) {
    if (!Object.hasOwn(value, key)) out.push(fault(at(path, key), undefined, 'is missing'));
  }
  for (const [key, inner] of Object.entries(value)) {
    const known = fieldSchema(schema, key);
    if (known) walk(known, inner, at(path, key), out);
    else if (schema.additionalProperties === false) {
      const names = Object.keys(fields).join(', ');
      out.push(fault(at(path, key), inner, `there is no such field; the fields are ${names}`));
    }
  }
}

/** Of a named field, or of a map's values; undefined where the schema has no such field. */
export function fieldSchema(schema: JsonSchema, key: string): JsonSchema | undefined {
  const { properties, patternProperties } = schema;
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  const found = Object.entries(patternProperties ?? {});
  return found.find(([pattern]) => new RegExp(pattern).test(key))?.[1];
}

function scalarReason(schema: JsonSchema, value: unknown): string | undefined {
  if (schema.const !== undefined) return value === schema.const ? undefined : constReason(schema);
  if (schema.enum) {
    return schema.enum.includes(value as string)
      ? undefined
      : `must be one of ${schema.enum.join(', ')}`;
  }
  return schema.type === 'string' ? textReason(schema, value) : numberReason(schema, value);
}

function constReason(schema: JsonSchema): string {
  return schema.const === GRAPH_FORMAT
    ? `must be "${GRAPH_FORMAT}", the one format that this program reads`
    : `must be ${JSON.stringify(schema.const)}`;
}

function textReason(schema: JsonSchema, value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  if (value.length < (schema.minLength ?? 0)) return 'must not be empty';
  if (value.length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) {
    return `must have at most ${schema.maxLength} characters`;
  }
  if (!schema.pattern || new RegExp(schema.pattern).test(value)) return undefined;
  return patternReason(schema.pattern);
}

function numberReason(schema: JsonSchema, value: unknown): string | undefined {
  const { minimum, maximum, type } = schema;
  const what = type === 'integer' ? 'a whole number' : 'a number';
  const span =
    minimum === undefined
      ? what
      : maximum === undefined
        ? `${what} of at least ${minimum}`
        : `${what} from ${minimum} to ${maximum}`;
  const good =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (type !== 'integer' || Number.isInteger(value)) &&
    value >= (minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (maximum ?? Number.POSITIVE_INFINITY);
  return good ? undefined : `must be ${span}`;
}
