/** Answers of the engine, with ids and names: impact, explanation, reach, paths, rank, cut sets. */
import Type, { type Static } from 'typebox';
import { Question } from '../question.ts';
import {
  Bounds,
  CauseSchema,
  ConfidenceSchema,
  KindSchema,
  Level,
  LinkId,
  NodeId,
  RuleSchema,
  StateSchema,
} from '../scalars.ts';

const Optional = Type.Optional;

export const ImpactRow = Type.Object({
  id: NodeId,
  kind: KindSchema,
  name: Type.String(),
  level: Level,
  range: Optional(Bounds),
  state: StateSchema,
  cause: CauseSchema,
  path: Type.Array(NodeId),
  /** People who live there (region; else those of all its parts) or are served (service), where recorded. */
  people: Optional(Type.Number()),
  /** The nation or topmost region that it lies in (regions only). */
  area: Optional(NodeId),
});

export const PeopleCount = Type.Object({
  touched: Type.Number({ description: 'people of leaf regions with level < 1' }),
  lost: Type.Number({ description: 'Σ people × (1 − level) over leaf regions' }),
  lostRange: Optional(Bounds),
  known: Type.Boolean({ description: 'false: no leaf region has a population on record' }),
  unknownRegions: Type.Integer({ description: 'leaf regions without a population on record' }),
});

export const ImpactSummary = Type.Object({
  byKind: Type.Record(Type.String(), Type.Integer(), { description: 'impacted nodes' }),
  byState: Type.Record(Type.String(), Type.Integer(), { description: 'all nodes' }),
  /** Services alone, for sentences and counters. */
  services: Type.Object({
    stopped: Type.Integer(),
    reduced: Type.Integer(),
    lastOption: Type.Integer(),
    notKnown: Type.Integer(),
  }),
  people: PeopleCount,
  contractValue: Optional(
    Type.Array(
      Type.Object({ currency: Type.String(), basis: Type.String(), value: Type.Number() }),
    ),
  ),
  maybe: Type.Integer({
    description: 'nodes at 1 by the point answer that the pessimistic end lowers',
  }),
  settled: Type.Boolean({ description: 'false: a circle did not settle within the bound' }),
});

/** What the answer rests on. */
export const Basis = Type.Object({
  links: Type.Integer({ description: 'links that carry the impact' }),
  stated: Type.Integer(),
  reported: Type.Integer(),
  assumed: Type.Integer(),
  none: Type.Integer({ description: 'links with no evidence on record' }),
});

export const ImpactAnswer = Type.Object({
  revision: Type.Integer(),
  graph: Type.String({ description: 'name of the graph' }),
  question: Question,
  sentence: Type.String({ description: 'the answer in at most 24 words' }),
  summary: ImpactSummary,
  basis: Basis,
  /** Hit regions at the top of the tree (nations), worst first, for the sentence and the cards. */
  nations: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      level: Level,
      range: Optional(Bounds),
      state: StateSchema,
    }),
  ),
  total: Type.Integer({ description: 'impacted rows in all' }),
  impacted: Type.Array(ImpactRow, { description: 'worst first; first 200 unless asked otherwise' }),
  next: Optional(Type.String({ description: 'cursor of the rest' })),
  atRisk: Type.Array(Type.Object({ id: NodeId, kind: KindSchema, name: Type.String() })),
  unknown: Type.Array(Type.Object({ id: NodeId, kind: KindSchema, name: Type.String() })),
});

export const ImpactRequest = Type.Object(
  {
    question: Question,
    limit: Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 200 })),
    cursor: Optional(Type.String()),
  },
  { additionalProperties: false },
);

/** One link of the way from the outage to the node. */
export const ExplainStep = Type.Object({
  id: NodeId,
  name: Type.String(),
  kind: KindSchema,
  level: Level,
  range: Optional(Bounds),
  state: StateSchema,
  /** The link by which it was reached; absent on the first step. */
  link: Optional(
    Type.Object({
      id: LinkId,
      strength: Level,
      strengthRange: Optional(Bounds),
      felt: Level,
      severed: Type.Boolean(),
      confidence: Optional(ConfidenceSchema),
      group: Optional(
        Type.Object({
          name: Type.String(),
          rule: RuleSchema,
          k: Optional(Type.Integer()),
          members: Type.Integer(),
          healthy: Type.Integer(),
        }),
      ),
    }),
  ),
  workaround: Optional(Type.Object({ name: Type.String(), capacity: Level })),
});

export const Explanation = Type.Object({
  revision: Type.Integer(),
  id: NodeId,
  name: Type.String(),
  kind: KindSchema,
  level: Level,
  range: Optional(Bounds),
  state: StateSchema,
  cause: Optional(CauseSchema),
  observed: Type.Boolean(),
  sentence: Type.String(),
  /** How it gets here: from the outage to this node. */
  steps: Type.Array(ExplainStep),
  /** Everything this level is computed from, at this node: each group with its members. */
  groups: Type.Array(
    Type.Object({
      name: Optional(Type.String()),
      rule: RuleSchema,
      k: Optional(Type.Integer()),
      value: Level,
      binding: Type.Boolean(),
      members: Type.Array(
        Type.Object({
          link: LinkId,
          from: NodeId,
          name: Type.String(),
          level: Level,
          strength: Level,
          weight: Optional(Level),
          felt: Level,
          severed: Type.Boolean(),
        }),
      ),
    }),
  ),
  /** Without this outage it would be at … */
  counterfactuals: Type.Array(
    Type.Object({ without: Type.String(), label: Type.String(), level: Level }),
  ),
  /** What is on record that would change it: other ways of working, spare suppliers. */
  changes: Type.Array(
    Type.Object({ label: Type.String(), detail: Optional(Type.String()), from: Level, to: Level }),
  ),
  basis: Basis,
  /** Their existence has a source, their numbers have none. */
  assumedShares: Optional(
    Type.Object(
      { stated: Type.Integer(), reported: Type.Integer() },
      {
        description:
          'how many of the stated and of the reported links carry a share that is assumed: a claim of theirs is, or the share is a range',
      },
    ),
  ),
  weakest: Optional(
    Type.Object({ link: LinkId, claim: Type.String(), confidence: Optional(ConfidenceSchema) }),
  ),
});

export const ExplainRequest = Type.Object(
  { question: Question, id: NodeId },
  { additionalProperties: false },
);

export const ReachAnswer = Type.Object({
  revision: Type.Integer(),
  id: NodeId,
  direction: Type.Enum(['upstream', 'downstream']),
  count: Type.Integer(),
  nodes: Type.Array(
    Type.Object({ id: NodeId, name: Type.String(), kind: KindSchema, depth: Type.Integer() }),
  ),
  next: Optional(Type.String()),
});

export const PathsAnswer = Type.Object({
  revision: Type.Integer(),
  count: Type.Integer(),
  complete: Type.Boolean({ description: 'false: the limit was reached before all were found' }),
  paths: Type.Array(Type.Array(NodeId)),
});

export const RankRow = Type.Object({
  id: NodeId,
  name: Type.String(),
  kind: KindSchema,
  score: Type.Number(),
  down: Type.Integer(),
  degraded: Type.Integer(),
  people: Type.Number(),
  services: Type.Integer({ description: 'other services with level < 1' }),
});

export const RankAnswer = Type.Object({
  revision: Type.Integer(),
  byPeople: Type.Boolean({
    description: 'false: no populations on record, the score is Σ (1 − level)',
  }),
  total: Type.Integer(),
  rows: Type.Array(RankRow),
});

export const CutSetsAnswer = Type.Object({
  revision: Type.Integer(),
  target: NodeId,
  maxOrder: Type.Integer(),
  complete: Type.Boolean(),
  count: Type.Integer(),
  countByOrder: Type.Array(Type.Integer()),
  sets: Type.Array(Type.Array(NodeId)),
});

export type ImpactRow = Static<typeof ImpactRow>;
export type PeopleCount = Static<typeof PeopleCount>;
export type ImpactSummary = Static<typeof ImpactSummary>;
export type Basis = Static<typeof Basis>;
export type ImpactAnswer = Static<typeof ImpactAnswer>;
export type ImpactRequest = Static<typeof ImpactRequest>;
export type ExplainStep = Static<typeof ExplainStep>;
export type Explanation = Static<typeof Explanation>;
export type ExplainRequest = Static<typeof ExplainRequest>;
export type ReachAnswer = Static<typeof ReachAnswer>;
export type PathsAnswer = Static<typeof PathsAnswer>;
export type RankRow = Static<typeof RankRow>;
export type RankAnswer = Static<typeof RankAnswer>;
export type CutSetsAnswer = Static<typeof CutSetsAnswer>;
