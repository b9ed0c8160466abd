/** Situation reports: one page, numbered and dated; a report that was made stays as it was. */
import Type, { type Static } from 'typebox';
import { Bounds, KindSchema, Level, NodeId, StateSchema, Text } from '../scalars.ts';
import { Scenario } from '../scenario.ts';
import { Breach, Hour } from './simulate.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

export const DEFAULT_MARKING = 'OFFICIAL-SENSITIVE';
export const HEADINGS = ['plain', 'iimarch'] as const;

export const ReportOptions = {
  /** States are those of this hour; absent: each node's worst. */
  atHour: Optional(Hour),
  headings: Optional(Type.Enum([...HEADINGS], { default: 'plain' })),
  marking: Optional(Type.String({ maxLength: 200, description: 'empty: none' })),
  nextDueHours: Optional(Type.Number({ exclusiveMinimum: 0, maximum: 8760 })),
  author: Optional(Type.String({ maxLength: 200 })),
  zone: Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'time zone of the times in its text, as Europe/London; absent: UTC',
    }),
  ),
  contacts: Optional(
    Type.Boolean({ description: "owners' contacts go into it; otherwise they are left out" }),
  ),
};
export const ReportRequest = Type.Object(
  {
    /** Reports of one series are numbered 1, 2, 3 …; by default made from the scenario's name. */
    series: Optional(NodeId),
    scenario: Scenario,
    ...ReportOptions,
  },
  closed,
);

export const ReportRow = Type.Object({
  id: NodeId,
  kind: KindSchema,
  name: Type.String(),
  state: StateSchema,
  level: Level,
  range: Optional(Bounds),
  worstHour: Hour,
  recovered: Optional(Hour),
  lostHours: Type.Number(),
  personHours: Optional(Type.Number()),
});
export const ReportChain = Type.Object({ from: NodeId, to: NodeId });

export const Report = Type.Object({
  series: NodeId,
  number: Type.Integer(),
  title: Text,
  at: Type.String({ description: 'when it was made, UTC' }),
  author: Type.String(),
  marking: Type.String(),
  headings: Type.Enum([...HEADINGS]),
  nextDue: Optional(Type.String()),
  zone: Optional(Type.String({ description: 'of the times in its text; absent: UTC' })),
  atHour: Optional(Hour),
  hours: Hour,
  start: Optional(Type.String()),
  graph: Type.String(),
  graphRevision: Type.Integer(),
  headline: Type.String(),
  counts: Type.Object({
    down: Type.Integer(),
    degraded: Type.Integer(),
    atRisk: Type.Integer(),
    unknown: Type.Integer({ description: 'services of which nobody recorded what they rely on' }),
    /** From those in every case to those if things go badly; absent where no number is a range. */
    ranges: Optional(Type.Object({ down: Bounds, degraded: Bounds })),
  }),
  /** By the first limit missed, then worst first; what works again comes last. The annex lists all. */
  rows: Type.Array(ReportRow),
  total: Type.Integer({ description: 'hit nodes; rows hold at most 20,000' }),
  links: Type.Array(ReportChain, { description: 'between the nodes of the picture' }),
  breaches: Type.Array(Breach),
  people: Type.Object({
    known: Type.Boolean(),
    personHours: Type.Number(),
    range: Optional(Bounds),
    unknownRegions: Type.Integer(),
  }),
  evidence: Type.Object({
    links: Type.Integer(),
    stated: Type.Integer(),
    reported: Type.Integer(),
    assumed: Type.Integer(),
    none: Type.Integer(),
  }),
  assumptions: Type.Array(Type.String()),
  /** Whether contacts may be in it; absent in reports made before that could be chosen. */
  contacts: Optional(Type.Boolean()),
  /** Owners of what is hit, by the first limit missed. */
  calls: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      owner: Type.String(),
      contact: Optional(Type.String()),
      hour: Optional(Hour),
      /** By the pessimistic run; alone where the point answer misses none. */
      earliest: Optional(Hour),
    }),
  ),
  /** What was seen and counts in place of what is worked out, at the hour or at some time; absent: nothing. */
  checks: Optional(
    Type.Array(
      Type.Object({
        id: NodeId,
        name: Type.String(),
        level: Level,
        state: StateSchema,
        hour: Hour,
        by: Optional(Type.String()),
      }),
    ),
  ),
  /** Since the report before; absent in the first of a series. */
  changes: Optional(Type.Array(Type.String())),
  /** For a risk register. */
  risk: Type.String(),
});

/** A heading of the page with what stands under it. */
export const ReportPart = Type.Object({
  heading: Type.String(),
  lines: Type.Array(Type.String()),
  table: Optional(
    Type.Object({
      head: Type.Array(Type.String()),
      rows: Type.Array(Type.Array(Type.String())),
    }),
  ),
});
/** A report as its one page: what PDF and Markdown write, for the screen and for print. */
export const ReportPage = Type.Object({
  kept: Type.Boolean({ description: 'false: a draft; its number is the one it would get' }),
  /** `rows` holds the first 200 alone, and those of the picture. */
  report: Report,
  subtitle: Type.String(),
  parts: Type.Array(ReportPart),
  picture: Type.Object({
    ids: Type.Array(NodeId, { description: 'of report.rows: the worst of each kind' }),
    byKind: Type.Record(Type.String(), Type.Integer(), {
      description: 'how many of each kind are hit, drawn or not',
    }),
    text: Type.String({ description: 'what a screen reader says in its place' }),
  }),
});

export const ReportHead = Type.Object({
  series: NodeId,
  number: Type.Integer(),
  title: Type.String(),
  at: Type.String(),
  author: Type.String(),
  graphRevision: Type.Integer(),
});
export const ReportsAnswer = Type.Object({
  reports: Type.Array(ReportHead, { description: 'the newest of each series' }),
});
export const ReportVersions = Type.Object({ reports: Type.Array(ReportHead) });

export type ReportRequest = Static<typeof ReportRequest>;
export type ReportRow = Static<typeof ReportRow>;
export type Report = Static<typeof Report>;
export type ReportPart = Static<typeof ReportPart>;
export type ReportPage = Static<typeof ReportPage>;
export type ReportHead = Static<typeof ReportHead>;
export type ReportsAnswer = Static<typeof ReportsAnswer>;
