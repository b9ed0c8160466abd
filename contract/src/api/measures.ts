/** What would help most: measures with a cost, their effects, the best set within a budget. */
import Type, { type Static } from 'typebox';
import { Bounds, Level, NodeId, Text } from '../scalars.ts';
import { MAX_HOURS, Scenario } from '../scenario.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

/** A measure (named mitigation here: `Measure` counts concentration): an edit of the graph with a cost. */
const measureHead = { id: NodeId, name: Text, cost: Type.Number({ minimum: 0 }) };
const MeasureHours = Type.Number({ minimum: 0, maximum: MAX_HOURS });
export const Mitigation = Type.Union([
  Type.Object(
    {
      ...measureHead,
      do: Type.Literal('supplier'),
      /** A further way to have what the group gives; the group needs as few as it does now. */
      to: NodeId,
      beside: NodeId,
      from: Optional(NodeId),
    },
    { ...closed, description: 'a second supplier beside one that `to` relies on now' },
  ),
  Type.Object(
    {
      ...measureHead,
      do: Type.Literal('workaround'),
      node: NodeId,
      capacity: Level,
      afterHours: Optional(MeasureHours),
      lastsHours: Optional(MeasureHours),
    },
    closed,
  ),
  Type.Object(
    {
      ...measureHead,
      do: Type.Literal('buffer'),
      from: NodeId,
      to: NodeId,
      hours: MeasureHours,
    },
    { ...closed, description: 'stock, cache, a printed list' },
  ),
  Type.Object(
    {
      ...measureHead,
      do: Type.Literal('split'),
      zone: NodeId,
      nodes: Type.Array(NodeId, { minItems: 1, maxItems: 1000 }),
    },
    { ...closed, description: 'these nodes leave the zone, so they are not isolated with it' },
  ),
  Type.Object(
    { ...measureHead, do: Type.Literal('restart'), node: NodeId, hours: MeasureHours },
    { ...closed, description: 'the restart lag becomes this' },
  ),
  Type.Object(
    { ...measureHead, do: Type.Literal('exit'), from: NodeId, to: NodeId, strength: Level },
    { ...closed, description: 'an exit plan: no more than this share is lost with the provider' },
  ),
]);
export const MeasuresRequest = Type.Object(
  {
    measures: Type.Array(Mitigation, { minItems: 1, maxItems: 200 }),
    scenarios: Type.Array(
      Type.Object({ scenario: Scenario, weight: Optional(Type.Number({ minimum: 0 })) }, closed),
      { minItems: 1, maxItems: 20 },
    ),
    budget: Type.Number({ minimum: 0 }),
    /** Seconds that the search for the best set may take; default 10. */
    timeLimit: Optional(Type.Number({ minimum: 0.1, maximum: 120 })),
  },
  closed,
);
export const MeasureSet = Type.Object({
  measures: Type.Array(NodeId),
  cost: Type.Number(),
  harm: Type.Number({ description: 'simulated with the whole set in place' }),
  /** The least and the most that it can be; absent where nothing is a range. */
  harmRange: Optional(Bounds),
  removed: Type.Number({ description: 'of the harm without measures' }),
});
export const MeasuresResult = Type.Object({
  revision: Type.Integer(),
  unit: Type.Enum(['person-hours', 'service-hours']),
  /** Weighted over the scenarios, without any measure. */
  harm: Type.Number(),
  harmRange: Optional(Bounds),
  alone: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      cost: Type.Number(),
      removed: Type.Number(),
      /** By the point answer, the optimistic and the pessimistic run: the least and the most. */
      removedRange: Optional(Bounds),
      /** Removed harm per unit of cost; absent where the cost is 0. */
      perCost: Optional(Type.Number()),
      explanation: Type.String(),
      breachesAvoided: Type.Array(NodeId),
    }),
    { description: 'most helpful first' },
  ),
  best: MeasureSet,
  method: Type.Enum(['optimal', 'within the gap', 'greedy']),
  gap: Type.Number({
    description:
      'how far at most the set is from the best of all sets within the budget, each simulated as a whole, as a share; 0 when it is proven',
  }),
  note: Type.String({ description: 'how the set was found, and what is proven of it' }),
});

export type Mitigation = Static<typeof Mitigation>;
export type MeasuresRequest = Static<typeof MeasuresRequest>;
export type MeasureSet = Static<typeof MeasureSet>;
export type MeasuresResult = Static<typeof MeasuresResult>;
