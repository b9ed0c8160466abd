/**
 * The scenario file, format `msp-impact-scenario/1` (docs/reference/scenario.md): an incident
 * hour by hour. Hours count from `start`; ids are those of the graph that it runs on.
 */
import Type, { type Static } from 'typebox';
import { CauseSchema, Level, NodeId, Text, TIME_PATTERN } from './scalars.ts';

export const SCENARIO_FORMAT = 'msp-impact-scenario/1';
export const MAX_HOURS = 87_600;
export const DISTRIBUTIONS = ['uniform', 'triangular', 'pert', 'lognormal'] as const;

const closed = { additionalProperties: false } as const;
const Optional = Type.Optional;

/** A number, or a range with the shape that its runs draw from (default: pert where likely is given, else uniform). */
function uncertain(maximum: number) {
  const end = Type.Number({ minimum: 0, maximum });
  return Type.Union([
    end,
    Type.Object(
      {
        low: end,
        likely: Optional(end),
        high: end,
        distribution: Optional(Type.Enum([...DISTRIBUTIONS])),
      },
      { ...closed, description: 'low ≤ likely ≤ high' },
    ),
  ]);
}

export const UncertainHours = uncertain(MAX_HOURS);
export const UncertainLevel = uncertain(1);

/**
 * From `afterHours` after the outage began, the node is at `level` at least: recovery never goes
 * back. A relapse is an outage of its own.
 */
export const RecoveryStep = Type.Object(
  { afterHours: UncertainHours, level: UncertainLevel },
  closed,
);

export const TimedOutage = Type.Object(
  {
    id: NodeId,
    cause: Optional(CauseSchema),
    startHour: Optional(Type.Number({ minimum: 0, maximum: MAX_HOURS })),
    /** Absent: until the end of the scenario. At its end the node is back at 1. */
    durationHours: Optional(UncertainHours),
    level: Optional(UncertainLevel),
    recovery: Optional(Type.Array(RecoveryStep, { maxItems: 1000 })),
  },
  closed,
);

/**
 * All nodes of a zone, switched off `delayHours` after `startHour`, released in steps: `afterHours`
 * counts from the hour at which they were switched off, `level` is 1 unless given.
 */
export const TimedIsolation = Type.Object(
  {
    zone: NodeId,
    startHour: Optional(Type.Number({ minimum: 0, maximum: MAX_HOURS })),
    delayHours: Optional(UncertainHours),
    /** Without `nodes`: all that are still isolated. */
    release: Optional(
      Type.Array(
        Type.Object(
          {
            afterHours: UncertainHours,
            nodes: Optional(Type.Array(NodeId)),
            level: Optional(UncertainLevel),
          },
          closed,
        ),
        { maxItems: 1000 },
      ),
    ),
  },
  closed,
);

export const TimedCut = Type.Object(
  {
    from: NodeId,
    to: NodeId,
    startHour: Optional(Type.Number({ minimum: 0, maximum: MAX_HOURS })),
    durationHours: Optional(UncertainHours),
  },
  closed,
);

export const TimedObservation = Type.Object(
  {
    id: NodeId,
    level: Level,
    startHour: Optional(Type.Number({ minimum: 0, maximum: MAX_HOURS })),
    durationHours: Optional(Type.Number({ minimum: 0, maximum: MAX_HOURS })),
    seenBy: Optional(Text),
  },
  closed,
);

/** What a service has to do, so that what waits can be counted: cases per hour. */
export const Demand = Type.Object(
  {
    id: NodeId,
    perHour: Type.Number({ minimum: 0, maximum: 1e9 }),
    /** What it can do on top, once it works normally. */
    catchUpPerHour: Type.Number({ minimum: 0, maximum: 1e9 }),
  },
  closed,
);

export const Scenario = Type.Object(
  {
    format: Type.Literal(SCENARIO_FORMAT),
    name: Text,
    note: Optional(Text),
    /** ISO 8601 with zone; hour 0. */
    start: Optional(
      Type.String({
        pattern: TIME_PATTERN,
      }),
    ),
    /** How long it runs. */
    hours: Type.Number({ exclusiveMinimum: 0, maximum: MAX_HOURS }),
    /** T0 of the workarounds' clock: the hour at which the incident is declared; default 0. */
    declaredHour: Optional(Type.Number({ minimum: 0, maximum: MAX_HOURS })),
    workarounds: Optional(Type.Boolean({ description: 'counted; default yes' })),
    outages: Optional(Type.Array(TimedOutage, { maxItems: 10_000 })),
    isolations: Optional(Type.Array(TimedIsolation, { maxItems: 1000 })),
    cuts: Optional(Type.Array(TimedCut, { maxItems: 10_000 })),
    observations: Optional(Type.Array(TimedObservation, { maxItems: 10_000 })),
    demands: Optional(Type.Array(Demand, { maxItems: 10_000 })),
  },
  closed,
);

export type Uncertain = Static<typeof UncertainHours>;
export type TimedOutage = Static<typeof TimedOutage>;
export type TimedIsolation = Static<typeof TimedIsolation>;
export type TimedCut = Static<typeof TimedCut>;
export type TimedObservation = Static<typeof TimedObservation>;
export type Demand = Static<typeof Demand>;
export type Scenario = Static<typeof Scenario>;
