/** The small schemas that every other one is made of. */
import Type, { type Static } from 'typebox';
import * as codes from './codes.ts';

/** Node ids, and the names of zones, groups and tags. */
export const NODE_ID_PATTERN = '^[A-Za-z0-9._:@/+~-]{1,200}$';
/** Ids of dependencies and contracts. */
export const LINK_ID_PATTERN = '^[A-Za-z0-9._:@/+~>-]{1,500}$';
/** ISO 8601 with its zone: hours that a clock repeats are two. */
export const TIME_PATTERN =
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$';
export const MAX_TEXT = 20_000;

export const NodeId = Type.String({ pattern: NODE_ID_PATTERN });
export const LinkId = Type.String({ pattern: LINK_ID_PATTERN });
export const Text = Type.String({ minLength: 1, maxLength: MAX_TEXT });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });

export const KindSchema = Type.Enum([...codes.KINDS]);
export const StateSchema = Type.Enum([...codes.STATES]);
export const CauseSchema = Type.Enum([...codes.CAUSES]);
export const RuleSchema = Type.Enum([...codes.RULES]);
export const ConfidenceSchema = Type.Enum([...codes.CONFIDENCES]);
export const SubstitutabilitySchema = Type.Enum([...codes.SUBSTITUTABILITIES]);
export const ItemTypeSchema = Type.Enum([...codes.ITEM_TYPES]);

/** A number, or what is known of it: point answers take `likely`, or else the middle. */
export function numberOrRange(limits: { minimum: number; maximum?: number }) {
  const end = Type.Number(limits);
  return Type.Union([
    end,
    Type.Object(
      { low: end, likely: Type.Optional(end), high: end },
      { additionalProperties: false, description: 'low ≤ likely ≤ high' },
    ),
  ]);
}

/** 0 (nothing) to 1 (normal). */
export const Share = numberOrRange({ minimum: 0, maximum: 1 });
export const Hours = numberOrRange({ minimum: 0 });
export const Level = Type.Number({ minimum: 0, maximum: 1 });
/** Both bounds of a computed number. */
export const Bounds = Type.Object({ low: Type.Number(), high: Type.Number() });

export type NumberOrRange = Static<typeof Share>;
export type Bounds = Static<typeof Bounds>;

/** Two numbers. Without `prefixItems`, which many readers of OpenAPI do not know yet. */
export const Pair = Type.Unsafe<[number, number]>({
  type: 'array',
  items: { type: 'number' },
  minItems: 2,
  maxItems: 2,
});
