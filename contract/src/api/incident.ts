/** An incident while it goes on: what people checked, and, in an exercise, what its players are told. */
import Type, { type Static } from 'typebox';
import { Level, NodeId, Text, TIME_PATTERN } from '../scalars.ts';
import { Scenario } from '../scenario.ts';
import { Hour } from './simulate.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

/** Hours that a check counts, unless somebody says otherwise. */
export const STALE_HOURS = 4;
export const MOST_CHECKS = 1000;
export const MOST_INJECTS = 200;

const Who = Type.String({ minLength: 1, maxLength: 200 });
const Time = Type.String({
  pattern: TIME_PATTERN,
  description: 'ISO 8601 with zone',
});
const StaleHours = Type.Number({ exclusiveMinimum: 0, maximum: 8760 });

/** Somebody looked for themselves. It counts in place of what is computed until it is stale. */
export const Check = Type.Object({
  id: Type.String(),
  node: NodeId,
  level: Level,
  by: Type.String(),
  text: Optional(Type.String()),
  at: Type.String({ description: 'when it was seen, UTC' }),
  logged: Type.String({ description: 'when it was written down, UTC' }),
  staleAfterHours: StaleHours,
});
export const NewCheck = Type.Object(
  {
    node: NodeId,
    level: Level,
    by: Who,
    text: Optional(Type.String({ maxLength: 2000 })),
    /** Absent: now. */
    at: Optional(Time),
    staleAfterHours: Optional(StaleHours),
  },
  closed,
);

/** Something that the players of an exercise are told: at its hour, or when it is released by hand. */
export const Inject = Type.Object({
  id: Type.String(),
  text: Type.String(),
  to: Optional(Type.String()),
  atHour: Optional(Hour),
  /** When it was released by hand. */
  released: Optional(Type.String()),
  /** It is out by now. */
  open: Type.Boolean(),
});
export const NewInject = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 5000 }),
    to: Optional(Type.String({ maxLength: 200 })),
    atHour: Optional(Type.Number({ minimum: 0, maximum: 8760 })),
  },
  closed,
);

export const IncidentHead = Type.Object({
  id: NodeId,
  version: Type.Integer(),
  name: Type.String(),
  author: Type.String(),
  began: Type.String({ description: 'hour 0, UTC' }),
  exercise: Type.Boolean(),
  closed: Optional(Type.String()),
  checks: Type.Integer(),
});
export const IncidentsAnswer = Type.Object({
  incidents: Type.Array(IncidentHead, { description: 'those that go on first, then the newest' }),
});

export const Incident = Type.Object({
  id: NodeId,
  version: Type.Integer(),
  name: Type.String(),
  author: Type.String(),
  began: Type.String(),
  /** The server's clock at the answer, UTC. */
  now: Type.String(),
  exercise: Type.Boolean(),
  /** In an exercise: the results are shown to its players. */
  revealed: Type.Boolean(),
  closed: Optional(Type.String()),
  staleAfterHours: StaleHours,
  /** What is assumed to go on, as it was last set; for players of an exercise what has happened so far. */
  scenario: Scenario,
  /** The same with the checks as observations, from `began` on: what to simulate and report. */
  current: Scenario,
  /** Newest first. */
  checks: Type.Array(Check),
  injects: Type.Array(Inject, { description: 'in the order of their hours' }),
});

export const NewIncident = Type.Object(
  {
    name: Text,
    scenario: Scenario,
    /** Absent: now. */
    began: Optional(Time),
    exercise: Optional(Type.Boolean()),
    staleAfterHours: Optional(StaleHours),
    author: Optional(Type.String({ maxLength: 200 })),
  },
  closed,
);
/** What is left out stays. `closed`: true ends it now, false opens it again. */
export const IncidentChange = Type.Object(
  {
    name: Optional(Text),
    scenario: Optional(Scenario),
    staleAfterHours: Optional(StaleHours),
    revealed: Optional(Type.Boolean()),
    closed: Optional(Type.Boolean()),
    /** Of an exercise alone: its clock jumps ahead; what was seen keeps its hour. */
    skipHours: Optional(Type.Number({ exclusiveMinimum: 0, maximum: 8760 })),
  },
  closed,
);

export type Check = Static<typeof Check>;
export type NewCheck = Static<typeof NewCheck>;
export type Inject = Static<typeof Inject>;
export type NewInject = Static<typeof NewInject>;
export type IncidentHead = Static<typeof IncidentHead>;
export type IncidentsAnswer = Static<typeof IncidentsAnswer>;
export type Incident = Static<typeof Incident>;
export type NewIncident = Static<typeof NewIncident>;
export type IncidentChange = Static<typeof IncidentChange>;
