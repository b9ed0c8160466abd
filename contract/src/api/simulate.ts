/**
 * Answers hour by hour: one simulation, many runs of it, saved scenarios, jobs.
 * Hours count from the scenario's start; levels are right-continuous steps `[hour, level]`, the
 * first at hour 0, a further one only where the level changes.
 */
import Type, { type Static } from 'typebox';
import { Fault } from '../problem.ts';
import { Bounds, CauseSchema, KindSchema, Level, NodeId, Pair, StateSchema } from '../scalars.ts';
import { Scenario } from '../scenario.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

export const MAX_RUNS = 100_000;
export const DEFAULT_SEED = 1;

export const Hour = Type.Number({ minimum: 0 });
export const Steps = Type.Array(Pair, {
  description: '[hour, value]: from this hour on, until the next step',
});
/** Hours from `from` on, until just before `until`. */
export const Spans = Type.Array(Type.Object({ from: Hour, until: Optional(Hour) }), {
  description: 'ascending and apart; without `until` to the end of the scenario',
});

export const SimulateRequest = Type.Object(
  {
    scenario: Scenario,
    /** Nodes answered whether they are hit or not. */
    keep: Optional(Type.Array(NodeId, { maxItems: 1000 })),
    limit: Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description: 'hit nodes answered, default 500',
      }),
    ),
  },
  { ...closed },
);

/** One node over time. `low`, `high`: the pessimistic and the optimistic run, where they differ. */
export const SimulatedNode = Type.Object({
  id: NodeId,
  kind: KindSchema,
  name: Type.String(),
  area: Optional(NodeId),
  people: Optional(Type.Number()),
  downAt: Level,
  tolerance: Optional(Type.Object({ minimumLevel: Level, maxHours: Type.Number() })),
  steps: Steps,
  low: Optional(Steps),
  high: Optional(Steps),
  /** When it is on its last option: at 1, with no more healthy alternatives than it needs. */
  atRisk: Optional(Spans),
  /** At its worst hour. */
  state: StateSchema,
  worst: Type.Object({ hour: Hour, level: Level, range: Optional(Bounds) }),
  cause: Optional(CauseSchema),
  /** From when on it is at 1 again for good. Absent: not within the scenario, or never hit. */
  recovered: Optional(Hour),
  /** The same in the optimistic and in the pessimistic run. */
  recoveredRange: Optional(Type.Object({ earliest: Optional(Hour), latest: Optional(Hour) })),
  /** ∫ (1 − level) dt: hours of normal work that are lost. */
  lostHours: Type.Number(),
  lostHoursRange: Optional(Bounds),
});

/** A tolerance that is missed. `certain`: in every run, `likely`: by the point answer, `possible`: by the pessimistic one alone. */
export const Breach = Type.Object({
  id: NodeId,
  kind: KindSchema,
  name: Type.String(),
  minimumLevel: Level,
  maxHours: Type.Number(),
  certainty: Type.Enum(['certain', 'likely', 'possible']),
  /** When the tolerated time was over; absent: not by the point answer. */
  hour: Optional(Hour),
  earliest: Optional(Hour),
  /** Absent: not by the optimistic run. */
  latest: Optional(Hour),
});

/** Person-hours: ∫ people × (1 − level) dt. */
export const Harm = Type.Object({
  id: NodeId,
  name: Type.String(),
  personHours: Type.Number(),
  range: Optional(Bounds),
});
export const HarmSummary = Type.Object({
  known: Type.Boolean({ description: 'false: no leaf region has a population on record' }),
  unknownRegions: Type.Integer(),
  personHours: Type.Number({ description: 'over leaf regions' }),
  range: Optional(Bounds),
  /** People lost (people × what is lost) at each hour, over leaf regions. */
  lost: Steps,
  lostLow: Optional(Steps),
  lostHigh: Optional(Steps),
  /** Largest first; services only where people are on record. */
  regions: Type.Array(Harm),
  services: Type.Array(Harm),
});

const Course = Type.Array(Pair, {
  description: '[hour, cases waiting], straight between two of them and level after the last',
});

/** Cases that wait because a service with a demand on record in the scenario could not keep up. */
export const BacklogAnswer = Type.Object({
  id: NodeId,
  name: Type.String(),
  peak: Type.Number({ description: 'cases' }),
  peakHour: Hour,
  /** From when on none wait any more. Absent: not within the scenario. */
  cleared: Optional(Hour),
  /** Greatest number by the optimistic and the pessimistic run. */
  range: Optional(Bounds),
  course: Course,
  /** The same by the optimistic and by the pessimistic run, where they differ. */
  courseLow: Optional(Course),
  courseHigh: Optional(Course),
});

export const LANES = [
  'outage',
  'isolation',
  'cut',
  'observation',
  'workaround',
  'recovery',
  'breach',
] as const;

/** Something to draw on the timeline: a span with `until`, a moment without. */
export const LaneEvent = Type.Object({
  lane: Type.Enum([...LANES]),
  id: Type.String({ description: 'of the node, of the zone, or FROM->TO' }),
  label: Type.String(),
  from: Hour,
  until: Optional(Hour),
  level: Optional(Level),
  cause: Optional(CauseSchema),
  /** Where it stands in the scenario, e.g. `$.outages[0]`: absent for what was computed. */
  path: Optional(Type.String()),
  earliest: Optional(Hour),
  latest: Optional(Hour),
});

export const SimulationAnswer = Type.Object({
  revision: Type.Integer(),
  graph: Type.String(),
  hours: Type.Number(),
  start: Optional(Type.String()),
  sentence: Type.String({ description: 'the answer in at most 30 words' }),
  total: Type.Integer({ description: 'nodes hit at some hour' }),
  totalAtRisk: Type.Integer({
    description: 'nodes never hit, but on their last option at some hour',
  }),
  nodes: Type.Array(SimulatedNode, {
    description: 'worst first, then those that are on their last option alone, then those to keep',
  }),
  breaches: Type.Array(Breach, { description: 'earliest first' }),
  harm: HarmSummary,
  /** Largest first; services of the scenario's `demands`. */
  backlogs: Type.Array(BacklogAnswer),
  lanes: Type.Array(LaneEvent),
  /** Hours at which anything changes by the point answer: where a step of the timeline leads. */
  events: Type.Array(Hour),
  notes: Type.Array(Type.String(), { description: 'what was found worth saying' }),
  ranged: Type.Boolean({ description: 'some number is a range, so bounds are answered' }),
  settled: Type.Boolean({ description: 'false: a circle did not settle within the bound' }),
});

/** Many runs, each number drawn from its range. */
export const MonteCarloRequest = Type.Object(
  {
    scenario: Scenario,
    runs: Type.Integer({ minimum: 1, maximum: MAX_RUNS }),
    seed: Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
  },
  closed,
);
export const Percentiles = Type.Object({
  p5: Type.Number(),
  p25: Type.Number(),
  p50: Type.Number(),
  p75: Type.Number(),
  p95: Type.Number(),
  mean: Type.Number(),
  least: Type.Number(),
  greatest: Type.Number(),
});
export const MonteCarloResult = Type.Object({
  revision: Type.Integer(),
  runs: Type.Integer({ description: 'done so far' }),
  seed: Type.Integer(),
  /** Person-hours where populations are on record, else hours lost by services. */
  unit: Type.Enum(['person-hours', 'service-hours']),
  harm: Percentiles,
  regions: Type.Array(Type.Object({ id: NodeId, name: Type.String(), harm: Percentiles })),
  services: Type.Array(
    Type.Object({ id: NodeId, name: Type.String(), lostHours: Percentiles, worst: Percentiles }),
  ),
  /** [harm, probability that it is exceeded], rising harm. */
  exceedance: Type.Array(Pair),
  breaches: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      probability: Type.Number({ minimum: 0, maximum: 1 }),
      /** Of the runs with a breach. */
      hour: Optional(Percentiles),
    }),
  ),
  /** Spearman's rank correlation of each drawn input with the harm, strongest first. */
  drivers: Type.Array(
    Type.Object({ input: Type.String(), label: Type.String(), correlation: Type.Number() }),
  ),
  inputs: Type.Integer({ description: 'ranges that were drawn' }),
});

export const JOB_KINDS = ['monte-carlo', 'measures', 'import'] as const;
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const Job = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...JOB_KINDS]),
  state: Type.Enum([...JOB_STATES]),
  /** 0..1. */
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  done: Type.Integer(),
  total: Type.Integer(),
  created: Type.String(),
  /** Seconds that the rest will take, once that can be told. */
  secondsLeft: Optional(Type.Number()),
  /** What it is at now, and how many rows a second it does: imports. */
  phase: Optional(Type.String()),
  perSecond: Optional(Type.Number()),
  /** What is known so far, or the result once `state` is done. */
  result: Optional(Type.Unknown()),
  error: Optional(Type.String()),
});
export const JobsAnswer = Type.Object({ jobs: Type.Array(Job) });

/** A saved scenario. Its own version is its ETag; `graphRevision` is the graph that it was saved on. */
export const ScenarioHead = Type.Object({
  id: Type.String(),
  name: Type.String(),
  version: Type.Integer(),
  at: Type.String(),
  author: Type.String(),
  graphRevision: Type.Integer(),
});
export const ScenarioAnswer = Type.Intersect([
  ScenarioHead,
  Type.Object({
    scenario: Scenario,
    /** The graph as it is now, and whether it has changed since. */
    currentRevision: Type.Integer(),
    changedSince: Type.Boolean(),
    /** What no longer fits: nodes that have gone, for instance. */
    faults: Type.Array(Fault),
    notes: Type.Array(Type.String()),
  }),
]);
export const ScenarioList = Type.Object({
  currentRevision: Type.Integer(),
  scenarios: Type.Array(ScenarioHead, { description: 'by name' }),
});
export const ScenarioVersions = Type.Object({ versions: Type.Array(ScenarioHead) });
export const NewScenario = Type.Object(
  { id: Optional(NodeId), scenario: Scenario, author: Optional(Type.String({ maxLength: 200 })) },
  closed,
);
/** Faults and notes of a scenario that is not saved. */
export const ScenarioCheck = Type.Object({
  valid: Type.Boolean(),
  faults: Type.Array(Fault),
  notes: Type.Array(Type.String()),
});

export const ScenarioTemplate = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  /** What kind of node it is made for. */
  kinds: Type.Array(KindSchema),
  /** A node of this graph that it fits, if there is one. */
  suggestion: Optional(NodeId),
});
export const TemplatesAnswer = Type.Object({ templates: Type.Array(ScenarioTemplate) });
export const TemplateRequest = Type.Object({ node: NodeId }, closed);
export const TemplateAnswer = Type.Object({
  scenario: Scenario,
  /** What the template assumed; every number of it is to be looked at. */
  assumptions: Type.Array(Type.String()),
});

export const ComparisonRequest = Type.Object({ a: Scenario, b: Scenario }, closed);
export const ComparisonAnswer = Type.Object({
  a: SimulationAnswer,
  b: SimulationAnswer,
  sentence: Type.String(),
  /** What differs in the inputs: JSON path and both values. */
  inputs: Type.Array(
    Type.Object({
      path: Type.String(),
      a: Optional(Type.Unknown()),
      b: Optional(Type.Unknown()),
    }),
  ),
  /** Nodes whose levels differ, most different first. B − A; steps of the difference. */
  differences: Type.Array(
    Type.Object({
      id: NodeId,
      kind: KindSchema,
      name: Type.String(),
      lostHours: Type.Number({ description: 'B − A' }),
      steps: Steps,
    }),
  ),
});

/** What a published source says of one date, held against the simulation. */
export const ReplayRow = Type.Object({
  date: Type.String(),
  hour: Hour,
  subject: NodeId,
  name: Type.String(),
  statement: Type.String(),
  source: Type.String(),
  /** How it is read: a level within bounds, or a state. */
  reading: Type.String(),
  model: Type.Object({ level: Level, range: Optional(Bounds), state: StateSchema }),
  agrees: Type.Enum(['yes', 'no', 'within the range']),
  why: Optional(Type.String()),
});
export const ReplayAnswer = Type.Object({
  id: Type.String(),
  title: Type.String(),
  agreeing: Type.Integer(),
  rows: Type.Array(ReplayRow),
  assumptions: Type.Array(Type.String()),
  /** What was published too, and why it cannot be held against a level. */
  notComparable: Optional(
    Type.Array(
      Type.Object({
        date: Optional(Type.String()),
        statement: Type.String(),
        source: Type.String(),
        reason: Type.String(),
      }),
    ),
  ),
});

export type Steps = Static<typeof Steps>;
export type Spans = Static<typeof Spans>;
export type SimulateRequest = Static<typeof SimulateRequest>;
export type SimulatedNode = Static<typeof SimulatedNode>;
export type Breach = Static<typeof Breach>;
export type Harm = Static<typeof Harm>;
export type HarmSummary = Static<typeof HarmSummary>;
export type BacklogAnswer = Static<typeof BacklogAnswer>;
export type Lane = (typeof LANES)[number];
export type LaneEvent = Static<typeof LaneEvent>;
export type SimulationAnswer = Static<typeof SimulationAnswer>;
export type MonteCarloRequest = Static<typeof MonteCarloRequest>;
export type Percentiles = Static<typeof Percentiles>;
export type MonteCarloResult = Static<typeof MonteCarloResult>;
export type JobKind = (typeof JOB_KINDS)[number];
export type Job = Static<typeof Job>;
export type ScenarioHead = Static<typeof ScenarioHead>;
export type ScenarioAnswer = Static<typeof ScenarioAnswer>;
export type ScenarioList = Static<typeof ScenarioList>;
export type NewScenario = Static<typeof NewScenario>;
export type ScenarioCheck = Static<typeof ScenarioCheck>;
export type ScenarioTemplate = Static<typeof ScenarioTemplate>;
export type TemplateAnswer = Static<typeof TemplateAnswer>;
export type ComparisonRequest = Static<typeof ComparisonRequest>;
export type ComparisonAnswer = Static<typeof ComparisonAnswer>;
export type ReplayRow = Static<typeof ReplayRow>;
export type ReplayAnswer = Static<typeof ReplayAnswer>;
