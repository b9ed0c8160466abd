/** RFC 9457 problem details: every refusal names the place, the value and what would be right. */
import Type, { type Static } from 'typebox';

export const Fault = Type.Object({
  path: Type.String({ description: 'JSON path, or file, row and column' }),
  value: Type.Optional(Type.Unknown({ description: 'the bad value, shortened when long' })),
  reason: Type.String(),
});

export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(Fault)),
  /** With 412: the item as it is now, its revision and what changed. */
  current: Type.Optional(Type.Unknown()),
  changed: Type.Optional(Type.Array(Type.String())),
});

export type Fault = Static<typeof Fault>;
export type Problem = Static<typeof Problem>;
