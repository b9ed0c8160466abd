/**
 * Bodies are taken as they are: nothing is coerced (null must not become 0), nothing removed,
 * nothing filled in. Addresses are text, so their numbers and booleans are read from text.
 */
import {
  Contract,
  Dependency,
  type Fault,
  GraphNode,
  type ItemType,
  Write,
} from '@msp-impact/contract';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { malformed } from '../../errors.ts';
import { choiceFaults, isInChoice } from '../../rules/choice-faults.ts';
import { at, fault } from '../../rules/fault.ts';
import type { JsonSchema } from '../../rules/json-schema.ts';
import { patternReason } from '../../rules/schema.ts';
import { checkShape } from '../../rules/shape.ts';
import { fromText } from './from-text.ts';

/** Every place is told, not the first eight; what a problem lists is cut later. */
Settings.Set({ maxErrors: 10_000 });

type Errors = ReturnType<ReturnType<typeof Compile>['Errors']>;
type SchemaError = Errors[number];

export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema);
  const isBody = httpPart === 'body';
  return (given: unknown) => {
    const value = isBody ? given : fromText(schema, given);
    if (compiled.Check(value)) return { value };
    const root = isBody
      ? '$'
      : `$.${httpPart === 'querystring' ? 'query' : (httpPart ?? 'request')}`;
    const faults =
      itemFaults(schema, value) ?? faultsOf(schema, compiled.Errors(value), value, root);
    return { error: malformed(faults, isBody ? 422 : 400) };
  };
};

const ITEMS: readonly [TSchema, ItemType][] = [
  [GraphNode, 'node'],
  [Dependency, 'dependency'],
  [Contract, 'contract'],
];

/** Items are described in the words that imports use; undefined for other schemas. */
function itemFaults(schema: TSchema, value: unknown): Fault[] | undefined {
  const properties = (schema as { properties?: { writes?: { items?: unknown } } }).properties;
  const item = ITEMS.find(([one]) => (one as { properties?: unknown }).properties === properties);
  if (item) return checkShape(item[1], value, '$');
  if (properties?.writes?.items !== Write) return undefined;
  return batchFaults(value);
}

/** Undefined when the batch itself is not of the right shape. */
function batchFaults(value: unknown): Fault[] | undefined {
  const { writes } = (value ?? {}) as { writes?: unknown };
  if (!Array.isArray(writes)) return undefined;
  const found = writes.flatMap((write, i) => writeFaults(write, at('$.writes', i)));
  return found.length > 0 ? found : undefined;
}

const isWrite = Compile(Write);

function writeFaults(write: unknown, path: string): Fault[] {
  if (isWrite.Check(write)) return [];
  const { put, item, ifRevision } = (write ?? {}) as Record<string, unknown>;
  const type = ITEMS.find(([, name]) => name === put)?.[1];
  const shape = type ? checkShape(type, item, at(path, 'item')) : [];
  if (shape.length > 0) return shape;
  if (ifRevision !== undefined && !Number.isInteger(ifRevision)) {
    return [fault(at(path, 'ifRevision'), ifRevision, 'must be a whole number')];
  }
  const reason =
    'must be { "put": "node" | "dependency" | "contract", "item", "ifRevision"? } or { "delete": type, "id", "ifRevision"? }';
  return [fault(path, write, reason)];
}

const TOLD_BY_ANOTHER = new Set(['boolean', 'anyOf', 'not']);

/** Every place once, with the value found there. */
function faultsOf(schema: JsonSchema, errors: Errors, value: unknown, root: string): Fault[] {
  const told = new Map(choiceFaults(schema, value, root).map((one) => [one.path, one]));
  for (const error of errors) {
    if (TOLD_BY_ANOTHER.has(error.keyword) || isInChoice(schema, error.schemaPath)) continue;
    for (const { path, value: bad, reason } of placesOf(error, value, root)) {
      if (!told.has(path)) told.set(path, fault(path, bad, reason));
    }
  }
  const found = [...told.values()];
  return found.length > 0
    ? found
    : [fault(root, value, 'does not have the shape that is asked for')];
}

/** `required` and `additionalProperties` stand at the object; the place is the field. */
function placesOf(error: SchemaError, value: unknown, root: string) {
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer);
  const here = keys.reduce((path, key) => at(path, /^\d+$/.test(key) ? Number(key) : key), root);
  const found = keys.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    value,
  );
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'required') {
    const names = params.requiredProperties as string[];
    return names.map((name) => ({ path: at(here, name), value: undefined, reason: 'is missing' }));
  }
  if (error.keyword === 'additionalProperties') {
    const names = params.additionalProperties as string[];
    const inner = found as Record<string, unknown>;
    return names.map((name) => ({
      path: at(here, name),
      value: inner[name],
      reason: 'there is no such field',
    }));
  }
  return [{ path: here, value: found, reason: reasonOf(error, params) }];
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function reasonOf(error: SchemaError, params: Record<string, unknown>): string {
  const { keyword, message, schemaPath } = error;
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
  if (keyword === 'pattern') return patternReason(String(params.pattern));
  if (keyword !== 'type') return message;
  const what = TYPE_WORDS[String(params.type)] ?? String(params.type);
  // The one choice in the contract: a number or a range.
  const range = /\/anyOf\/0$/.test(schemaPath) ? ', or a range with low and high' : '';
  return `must be ${what}${range}`;
}

function unescapePointer(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
