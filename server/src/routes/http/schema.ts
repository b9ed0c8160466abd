/** How routes are described: one place for tags, examples and the refusals that all share. */
import { Problem } from '@msp-impact/contract';
import Type, { type TSchema } from 'typebox';
import { PROBLEM_TYPE } from '../../errors.ts';

export const TAGS = [
  { name: 'questions', description: 'What falls, why, and what would hurt most.' },
  {
    name: 'scenarios',
    description: 'Incidents hour by hour: simulated, saved, compared, reported.',
  },
  { name: 'items', description: 'Nodes, dependencies and contracts, singly and in batches.' },
  { name: 'documents', description: 'Whole graphs and tables, in and out.' },
  { name: 'history', description: 'Changes, undo and notes.' },
  { name: 'server', description: 'Health and version.' },
] as const;
type Tag = (typeof TAGS)[number]['name'];

interface Parts {
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly body?: TSchema;
  /** By status. */
  readonly answers: Readonly<Record<number, TSchema>>;
}

/** What handlers are typed by; the rest describes the route to its readers. */
type Typed<T extends Parts> = Pick<T, Extract<keyof T, 'params' | 'querystring' | 'body'>>;

/** Each route answers problems alike. */
export function described<const T extends Parts>(operationId: string, parts: T): Typed<T> {
  const { tag, answers, ...rest } = parts;
  const content = { [PROBLEM_TYPE]: { schema: Problem } };
  const problem = { description: 'Refused, as RFC 9457', content };
  const response = { ...answers, default: problem };
  return { ...rest, operationId, tags: [tag], response } as unknown as Typed<T>;
}

/** The same schema, with an example for people and tools. */
export function withExample<T extends TSchema>(schema: T, ...examples: unknown[]): T {
  return { ...schema, examples };
}

/**
 * An answer in one of these media types, not in JSON alone.
 * @param shapes by media type, of those that have one; the others are texts or bytes
 */
export function fileIn(
  types: readonly string[],
  description: string,
  shapes: Readonly<Record<string, TSchema>> = {},
): TSchema {
  const plain = types.map((type) => type.split(';')[0] as string);
  const content = plain.map((type) => [type, { schema: shapes[type] ?? Type.String() }]);
  return { description, content: Object.fromEntries(content) } as unknown as TSchema;
}

/** A 204. */
export const Nothing = { type: 'null', description: 'Done' } as unknown as TSchema;
