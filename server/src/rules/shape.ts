/** The shape of documents and items: a compiled check first, reasons only for what it refuses. */
import {
  Contract,
  Dependency,
  type Fault,
  GraphDocument,
  GraphNode,
  type ItemType,
} from '@msp-impact/contract';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { fault } from './fault.ts';
import type { JsonSchema } from './json-schema.ts';
import { schemaFaults } from './schema.ts';

const isDocument = Compile(GraphDocument);
const ITEMS = {
  node: { schema: GraphNode, check: Compile(GraphNode) },
  dependency: { schema: Dependency, check: Compile(Dependency) },
  contract: { schema: Contract, check: Compile(Contract) },
} as const;

export function hasDocumentShape(value: unknown): value is GraphDocument {
  return isDocument.Check(value);
}

/** The shape of one item; empty when it is right. */
export function checkShape(type: ItemType, item: unknown, path: string): Fault[] {
  const { schema, check } = ITEMS[type];
  if (check.Check(item)) return [];
  const found = reasons(schema, item, path);
  return found.length > 0 ? found : [fault(path, item, `does not have the shape of a ${type}`)];
}

/** The document but for the items of its lists. */
export function checkFrame(value: unknown): Fault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return reasons(GraphDocument, value, '$');
  }
  const frame = Object.entries(value).map(([key, one]) => [key, Array.isArray(one) ? [] : one]);
  return reasons(GraphDocument, Object.fromEntries(frame), '$');
}

/** TypeBox types are JSON schemas. */
function reasons(schema: TSchema, value: unknown, path: string): Fault[] {
  return schemaFaults(schema as unknown as JsonSchema, value, path);
}
