/**
 * What is left of an item of the wrong shape once its unsound parts are taken away, so that the
 * rules can still be tried on the rest and one report tells everything.
 */
import { Contract, Dependency, GraphNode, type ItemType } from '@msp-impact/contract';
import type { JsonSchema } from './json-schema.ts';
import { fieldSchema, schemaFaults } from './schema.ts';

const SCHEMAS = { node: GraphNode, dependency: Dependency, contract: Contract };

/**
 * The item without its unsound parts. Fields that it must have may be missing: their faults are
 * the shape's to tell. An id stays while it is a text, for others may name it.
 */
export function soundItem(type: ItemType, item: unknown): object {
  const left = soundPart(SCHEMAS[type] as unknown as JsonSchema, item) as Record<string, unknown>;
  const { id, group } = (item ?? {}) as { id?: unknown; group?: unknown };
  // A weight says nothing before its group can be read.
  if (group !== undefined && left.group === undefined) delete left.weight;
  return typeof id === 'string' ? { ...left, id } : left;
}

/** undefined: nothing is left. What should be an object leaves one, that holds what is sound. */
function soundPart(schema: JsonSchema, value: unknown): unknown {
  if (schema.anyOf) return soundNumberOrRange(schema.anyOf, value);
  if (schema.type === 'object') return isObject(value) ? soundFields(schema, value) : {};
  if (schema.type !== 'array') return isSound(schema, value) ? value : undefined;
  // Unsound members leave holes: what stands behind them keeps its place.
  return Array.isArray(value)
    ? value.map((one) => schema.items && soundPart(schema.items, one))
    : undefined;
}

function soundNumberOrRange(options: readonly JsonSchema[], value: unknown): unknown {
  const [number, range] = options as [JsonSchema, JsonSchema];
  if (!isObject(value)) return soundPart(number, value);
  const left = soundFields(range, value);
  return range.required?.every((key) => Object.hasOwn(left, key)) ? left : undefined;
}

function soundFields(schema: JsonSchema, value: object): object {
  const left: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const field = fieldSchema(schema, key);
    // Names that a map's pattern does not see are for the rules to refuse.
    const stays = field ? isSound(field, inner) : schema.additionalProperties !== false;
    // Of a group half is worth nothing: its k and its rule are judged together.
    const rest = schema.properties ? inner : undefined;
    const part = stays ? inner : field && soundPart(field, rest);
    if (part !== undefined) left.push([key, part]);
  }
  return Object.fromEntries(left);
}

function isSound(schema: JsonSchema, value: unknown): boolean {
  return schemaFaults(schema, value, '$').length === 0;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
