/**
 * A planner's measures with their costs, format `msp-impact-measures/1` (docs/reference/measures.md):
 * a file of its own, and saved lists of them. Ids are those of the graph that they change.
 */
import Type, { type Static } from 'typebox';
import { Fault } from '../problem.ts';
import { NodeId, Text } from '../scalars.ts';
import { Mitigation } from './measures.ts';

export const MEASURES_FORMAT = 'msp-impact-measures/1';
export const MAX_MEASURES = 200;

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

export const MeasureList = Type.Object(
  {
    format: Type.Literal(MEASURES_FORMAT),
    name: Text,
    note: Optional(Text),
    /** Of the costs and of the budget. */
    currency: Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    budget: Optional(Type.Number({ minimum: 0 })),
    measures: Type.Array(Mitigation, { maxItems: MAX_MEASURES }),
  },
  closed,
);

/** A saved list. Its own version is its ETag; `graphRevision` is the graph that it was saved on. */
export const MeasureListHead = Type.Object({
  id: Type.String(),
  name: Type.String(),
  version: Type.Integer(),
  at: Type.String(),
  author: Type.String(),
  graphRevision: Type.Integer(),
});
export const MeasureListAnswer = Type.Intersect([
  MeasureListHead,
  Type.Object({
    list: MeasureList,
    /** The graph as it is now, and whether it has changed since. */
    currentRevision: Type.Integer(),
    changedSince: Type.Boolean(),
    /** What no longer fits: nodes, links or zones that have gone. */
    faults: Type.Array(Fault),
  }),
]);
export const MeasureLists = Type.Object({
  currentRevision: Type.Integer(),
  lists: Type.Array(MeasureListHead, { description: 'by name' }),
});
export const MeasureListVersions = Type.Object({ versions: Type.Array(MeasureListHead) });
export const NewMeasureList = Type.Object(
  { id: Optional(NodeId), list: MeasureList, author: Optional(Type.String({ maxLength: 200 })) },
  closed,
);

export type MeasureList = Static<typeof MeasureList>;
export type MeasureListHead = Static<typeof MeasureListHead>;
export type MeasureListAnswer = Static<typeof MeasureListAnswer>;
export type MeasureLists = Static<typeof MeasureLists>;
export type MeasureListVersions = Static<typeof MeasureListVersions>;
export type NewMeasureList = Static<typeof NewMeasureList>;
