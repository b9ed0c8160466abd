/**
 * The graph document, format `msp-impact-graph/1`: a public contract (docs/reference/graph-document.md).
 * The order of the properties here is the order of the canonical output.
 */
import Type, { type Static } from 'typebox';
import {
  ConfidenceSchema,
  Day,
  Hours,
  KindSchema,
  Level,
  LinkId,
  NodeId,
  RuleSchema,
  Share,
  SubstitutabilitySchema,
  Text,
} from './scalars.ts';

export const GRAPH_FORMAT = 'msp-impact-graph/1';

const closed = { additionalProperties: false } as const;
const TextMap = Type.Record(
  Type.String({ minLength: 1, maxLength: 500 }),
  Type.String({ maxLength: 20_000 }),
);

export const Evidence = Type.Object(
  {
    claim: Text,
    publisher: Type.Optional(Text),
    url: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 2000 })),
    date: Type.Optional(Day),
    confidence: ConfidenceSchema,
  },
  closed,
);

export const Group = Type.Object(
  { rule: Type.Optional(RuleSchema), k: Type.Optional(Type.Integer({ minimum: 1 })) },
  closed,
);

export const Workaround = Type.Object(
  {
    name: Text,
    group: Type.Optional(NodeId),
    capacity: Share,
    afterHours: Type.Optional(Hours),
    lastsHours: Type.Optional(Hours),
    via: Type.Optional(NodeId),
  },
  closed,
);

export const GraphNode = Type.Object(
  {
    id: NodeId,
    kind: KindSchema,
    name: Text,
    parent: Type.Optional(NodeId),
    zones: Type.Optional(Type.Array(NodeId)),
    population: Type.Optional(Type.Number({ minimum: 0 })),
    people: Type.Optional(Type.Number({ minimum: 0 })),
    owner: Type.Optional(
      Type.Object(
        { name: Type.Optional(Text), role: Type.Optional(Text), contact: Type.Optional(Text) },
        closed,
      ),
    ),
    priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    rtoHours: Type.Optional(Type.Number({ minimum: 0 })),
    reviewed: Type.Optional(Day),
    identifiers: Type.Optional(TextMap),
    tags: Type.Optional(Type.Array(NodeId)),
    attributes: Type.Optional(TextMap),
    downAt: Type.Optional(Level),
    restartLagHours: Type.Optional(Hours),
    tolerance: Type.Optional(
      Type.Object({ minimumLevel: Level, maxHours: Type.Number({ minimum: 0 }) }, closed),
    ),
    groups: Type.Optional(Type.Record(NodeId, Group)),
    workarounds: Type.Optional(Type.Array(Workaround)),
    evidence: Type.Optional(Type.Array(Evidence)),
  },
  closed,
);

export const Dependency = Type.Object(
  {
    id: LinkId,
    from: NodeId,
    to: NodeId,
    group: Type.Optional(NodeId),
    strength: Type.Optional(Share),
    weight: Type.Optional(Level),
    bufferHours: Type.Optional(Hours),
    substitutability: Type.Optional(SubstitutabilitySchema),
    attributes: Type.Optional(TextMap),
    evidence: Type.Optional(Type.Array(Evidence)),
  },
  closed,
);

export const Contract = Type.Object(
  {
    id: LinkId,
    title: Type.Optional(Text),
    supplier: NodeId,
    buyer: Type.Optional(Text),
    dependencies: Type.Optional(Type.Array(LinkId)),
    value: Type.Optional(Type.Number({ minimum: 0 })),
    valueBasis: Type.Optional(Type.Enum(['total', 'annual'])),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    signed: Type.Optional(Day),
    start: Type.Optional(Day),
    end: Type.Optional(Day),
    maxEnd: Type.Optional(Day),
    noticeDays: Type.Optional(Type.Number({ minimum: 0 })),
    framework: Type.Optional(Text),
    category: Type.Optional(Text),
    attributes: Type.Optional(TextMap),
    evidence: Type.Optional(Type.Array(Evidence)),
  },
  closed,
);

export const GraphDocument = Type.Object(
  {
    format: Type.Literal(GRAPH_FORMAT),
    name: Type.Optional(Text),
    nodes: Type.Array(GraphNode),
    dependencies: Type.Optional(Type.Array(Dependency)),
    contracts: Type.Optional(Type.Array(Contract)),
  },
  closed,
);

export type Evidence = Static<typeof Evidence>;
export type Group = Static<typeof Group>;
export type Workaround = Static<typeof Workaround>;
export type GraphNode = Static<typeof GraphNode>;
export type Dependency = Static<typeof Dependency>;
export type Contract = Static<typeof Contract>;
export type GraphDocument = Static<typeof GraphDocument>;
export type Item = GraphNode | Dependency | Contract;
