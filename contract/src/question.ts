/** What is asked: outages at one instant. The address of the Explore screen carries one of these. */
import Type, { type Static } from 'typebox';
import { CauseSchema, Level, NodeId, Share } from './scalars.ts';

const closed = { additionalProperties: false } as const;

export const Outage = Type.Object(
  {
    id: NodeId,
    level: Type.Optional(Share),
    cause: Type.Optional(CauseSchema),
  },
  { ...closed, description: 'level 0 and cause `failed` unless given' },
);

export const Question = Type.Object(
  {
    down: Type.Optional(Type.Array(Outage, { maxItems: 1000 })),
    isolate: Type.Optional(Type.Array(NodeId, { maxItems: 1000, description: 'zones' })),
    sever: Type.Optional(
      Type.Array(Type.Object({ from: NodeId, to: NodeId }, closed), {
        maxItems: 1000,
        description: 'cuts every link of the pair',
      }),
    ),
    observed: Type.Optional(
      Type.Array(Type.Object({ id: NodeId, level: Level }, closed), { maxItems: 1000 }),
    ),
    workarounds: Type.Optional(Type.Boolean({ description: 'counted; default no' })),
  },
  { ...closed, examples: [{ down: [{ id: 'advanced' }] }] },
);

export type Outage = Static<typeof Outage>;
export type Question = Static<typeof Question>;
