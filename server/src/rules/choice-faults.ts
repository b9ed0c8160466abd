/** What is wrong in the choices of a request, told by the option that each value names. */
import type { Fault } from '@msp-impact/contract';
import { choiceOf } from './choice.ts';
import { at } from './fault.ts';
import type { JsonSchema } from './json-schema.ts';
import { schemaFaults } from './schema.ts';

/** The faults of every such choice in a value, wherever its schema has one. */
export function choiceFaults(schema: JsonSchema, value: unknown, path: string): Fault[] {
  if (choiceOf(schema)) return schemaFaults(schema, value, path);
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((one, i) => choiceFaults(items, one, at(path, i))) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const found = (value as Record<string, unknown>)[key];
    return found === undefined ? [] : choiceFaults(inner, found, at(path, key));
  });
}

/** Whether an error stands in such a choice: its schema's path goes through it. */
export function isInChoice(schema: JsonSchema, schemaPath: string): boolean {
  let inner: unknown = schema;
  for (const key of schemaPath.split('/').slice(1)) {
    if (key === 'anyOf' && choiceOf(inner as JsonSchema)) return true;
    inner = (inner as Record<string, unknown> | undefined)?.[key];
  }
  return Boolean(inner && choiceOf(inner as JsonSchema));
}
