/** The graph, or the part of it that a question concerns, within a budget of drawn nodes. */
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

/** Left to right on screen: a supplier that supplies only suppliers stands in `fourth-party`. */
export const COLUMNS = ['fourth-party', 'supplier', 'product', 'service', 'region'] as const;
export const Column = Type.Enum([...COLUMNS]);

export const ViewNode = Type.Object({
  id: NodeId,
  kind: KindSchema,
  column: Column,
  name: Type.String(),
  parent: Optional(NodeId),
  zones: Optional(Type.Array(NodeId)),
  population: Optional(Type.Number()),
  revision: Type.Integer(),
  level: Level,
  range: Optional(Bounds),
  state: StateSchema,
  cause: Optional(CauseSchema),
  /** Marked by the question itself: stopped, isolated or observed. */
  marked: Optional(Type.Enum(['down', 'isolated', 'observed'])),
});

export const ViewLink = Type.Object({
  id: LinkId,
  from: NodeId,
  to: NodeId,
  strength: Level,
  strengthRange: Optional(Bounds),
  group: Optional(NodeId),
  rule: Optional(RuleSchema),
  weight: Optional(Level),
  confidence: Optional(ConfidenceSchema),
  assumed: Type.Boolean({ description: 'no stated or reported evidence' }),
  hit: Type.Boolean({ description: 'its provider is below 1, or it is severed' }),
  severed: Type.Boolean(),
});

/** Nodes of one column that are not drawn singly. Ids open 50 at a time. */
export const ViewGroup = Type.Object({
  id: Type.String({ description: 'column:status' }),
  column: Column,
  status: Type.Enum(['hit', 'last-option', 'not-affected', 'not-known']),
  count: Type.Integer(),
  label: Type.String(),
  sample: Type.Array(Type.Object({ id: NodeId, name: Type.String() }), { description: 'first 50' }),
});

/** A link between two drawn things of which one is a group at least. */
export const ViewBundle = Type.Object({
  from: Type.String(),
  to: Type.String(),
  count: Type.Integer(),
});

export const GraphCounts = Type.Object({
  nodes: Type.Integer(),
  byKind: Type.Record(Type.String(), Type.Integer()),
  byColumn: Type.Record(Type.String(), Type.Integer()),
  links: Type.Integer(),
  assumedLinks: Type.Integer(),
  contracts: Type.Integer(),
  unknown: Type.Integer({ description: 'products, services and regions with nothing recorded' }),
  unknownServices: Type.Integer(),
});

export const GraphView = Type.Object({
  revision: Type.Integer(),
  graph: Type.String(),
  sample: Optional(
    Type.String({ description: 'id of the sample that is loaded, unchanged or not' }),
  ),
  counts: GraphCounts,
  total: Type.Integer({ description: 'nodes that match the filter' }),
  shown: Type.Integer({ description: 'nodes drawn singly' }),
  grouped: Type.Integer({ description: 'nodes inside groups' }),
  hiddenLinks: Optional(
    Type.Integer({ description: 'links on assumptions alone that hideAssumed leaves undrawn' }),
  ),
  nodes: Type.Array(ViewNode),
  links: Type.Array(ViewLink),
  groups: Type.Array(ViewGroup),
  bundles: Type.Array(ViewBundle),
});

export const ViewRequest = Type.Object(
  {
    question: Optional(Question),
    show: Optional(Type.Enum(['hit', 'all'], { default: 'hit' })),
    around: Optional(NodeId),
    direction: Optional(Type.Enum(['both', 'upstream', 'downstream'])),
    depth: Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    kinds: Optional(Type.Array(KindSchema)),
    search: Optional(Type.String({ maxLength: 200 })),
    open: Optional(Type.Array(Type.String(), { description: 'groups opened, once per 50' })),
    keep: Optional(Type.Array(NodeId, { description: 'ids drawn singly whatever happens' })),
    hideAssumed: Optional(Type.Boolean()),
    budget: Optional(Type.Integer({ minimum: 10, maximum: 1500, default: 500 })),
  },
  { additionalProperties: false },
);

export const SearchAnswer = Type.Object({
  revision: Type.Integer(),
  total: Type.Integer(),
  nodes: Type.Array(Type.Object({ id: NodeId, name: Type.String(), kind: KindSchema })),
});

export type Column = Static<typeof Column>;
export type ViewNode = Static<typeof ViewNode>;
export type ViewLink = Static<typeof ViewLink>;
export type ViewGroup = Static<typeof ViewGroup>;
export type ViewBundle = Static<typeof ViewBundle>;
export type GraphCounts = Static<typeof GraphCounts>;
export type GraphView = Static<typeof GraphView>;
export type ViewRequest = Static<typeof ViewRequest>;
export type SearchAnswer = Static<typeof SearchAnswer>;
