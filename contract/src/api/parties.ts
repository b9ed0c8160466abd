/**
 * Parties that may be one and their merging, how good the data is, what nobody knows and who was
 * asked, and saved what-ifs. docs/reference/parties.md defines each word.
 */
import Type, { type Static } from 'typebox';
import { ITEM_TYPES, MAX_MEMBERS, MAX_MERGES } from '../codes.ts';
import { Fault } from '../problem.ts';
import { Day, KindSchema, LinkId, NodeId, Text } from '../scalars.ts';
import { WhatIfOutcome, WhatIfRequest } from './concentration.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

export const PartyNumber = Type.Object({
  scheme: Type.String({ description: 'GB-COH, LEI, DUNS, ODS, or a list of org-id.guide' }),
  number: Type.String({ description: 'in the spelling of its register' }),
});

export const SURENESS = ['same-number', 'same-name', 'numbers-differ'] as const;
export const PartyMember = Type.Object({
  id: NodeId,
  name: Type.String(),
  numbers: Type.Array(PartyNumber),
  parent: Optional(NodeId),
  links: Type.Integer(),
  contracts: Type.Integer(),
  subsidiaries: Type.Integer(),
});
/** Suppliers that look like one party. No supplier stands in two proposals. */
export const DuplicateProposal = Type.Object({
  key: Type.String({ description: 'stays the same while the same parties are meant' }),
  sureness: Type.Enum([...SURENESS], {
    description: 'numbers-differ: one name, but a register has them under several numbers',
  }),
  /** The member that all goes to unless another is named: most links and contracts, ties by id. */
  keep: NodeId,
  members: Type.Array(PartyMember, { description: 'the one to keep first' }),
  more: Type.Integer({ description: `members beyond the first ${MAX_MEMBERS}` }),
  /** Numbers that several have, and names that several have but for "Ltd" and the like. */
  because: Type.Array(
    Type.Object({
      same: Type.Enum(['number', 'name']),
      what: Type.String(),
      members: Type.Integer(),
    }),
  ),
  /** Registers in which a party has one number, and these have several. */
  against: Type.Array(Type.Object({ scheme: Type.String(), numbers: Type.Array(Type.String()) })),
  owns: Type.Boolean({ description: 'one of them owns another' }),
});
export const ApartEntry = Type.Object({
  key: Type.String(),
  members: Type.Array(NodeId),
  by: Type.String(),
  at: Type.String(),
});
export const DuplicatesAnswer = Type.Object({
  revision: Type.Integer(),
  suppliers: Type.Integer(),
  withNumber: Type.Integer({ description: 'suppliers with a registered number that can be read' }),
  total: Type.Integer(),
  proposals: Type.Array(DuplicateProposal, { description: 'surest first, then by name' }),
  /** Said to be several: not proposed again while the same parties are meant. */
  apart: Type.Array(ApartEntry),
  wrong: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      scheme: Type.String(),
      value: Type.String(),
      reason: Type.String(),
    }),
    { description: 'numbers that cannot be of their register (first 500)' },
  ),
  wrongTotal: Type.Integer(),
});

export const MergeOne = Type.Object(
  { keep: NodeId, others: Type.Array(NodeId, { minItems: 1, maxItems: MAX_MEMBERS - 1 }) },
  closed,
);
export const MergeRequest = Type.Object(
  {
    merges: Type.Array(MergeOne, { minItems: 1, maxItems: MAX_MERGES }),
    dryRun: Optional(Type.Boolean({ description: 'shows what would move; nothing is written' })),
    /** Refused when the graph has moved on since the moves were shown. */
    ifRevision: Optional(Type.Integer()),
  },
  closed,
);
const Moved = Type.Object({ count: Type.Integer(), first: Type.Array(Type.String()) });
export const MergeOutcome = Type.Object({
  keep: NodeId,
  others: Type.Array(NodeId),
  /** Why it cannot be; then nothing of this merge was written. */
  faults: Optional(Type.Array(Fault)),
  /** What goes from the others to the one that is kept; ids, the first 20 of each. */
  moves: Optional(
    Type.Object({
      links: Moved,
      contracts: Moved,
      subsidiaries: Moved,
      workarounds: Moved,
    }),
  ),
  /** Links between the merged parties: they end. */
  ended: Optional(Type.Array(LinkId)),
  /** Pairs of ends that several links join afterwards; none is dropped for it. */
  parallel: Optional(Type.Integer()),
  /** Fields of which both had something: the kept one's stands, the other's becomes an attribute. */
  differ: Optional(
    Type.Array(
      Type.Object({
        id: NodeId,
        field: Type.String(),
        kept: Type.String(),
        other: Type.String(),
      }),
    ),
  ),
  notes: Optional(
    Type.Integer({ description: 'notes about the others: they come back with undo' }),
  ),
  /** The change that holds this merge; undo it to take this merge alone back. */
  revision: Optional(Type.Integer()),
});
export const MergeAnswer = Type.Object({
  revision: Type.Integer({ description: 'of the graph, after what was written' }),
  written: Type.Integer(),
  outcomes: Type.Array(MergeOutcome),
});
export const ApartRequest = Type.Object(
  { members: Type.Array(NodeId, { minItems: 2, maxItems: 1000, uniqueItems: true }) },
  closed,
);

/** `some` of `all`. */
const Part = Type.Object({ some: Type.Integer(), all: Type.Integer() });
const Ages = Type.Object({
  half: Type.Integer({ description: 'up to half a year old' }),
  one: Type.Integer(),
  two: Type.Integer(),
  older: Type.Integer({ description: 'more than two years' }),
  none: Type.Integer({ description: 'without any day on record' }),
  oldest: Optional(Day),
  median: Optional(Day),
});
export const QualityAnswer = Type.Object({
  revision: Type.Integer(),
  today: Day,
  /** Services with a supplier on record somewhere among what they rely on. */
  services: Part,
  /** Products, services and regions of which somebody recorded what they rely on. */
  known: Part,
  links: Type.Object({
    all: Type.Integer(),
    stated: Type.Integer(),
    reported: Type.Integer(),
    assumed: Type.Integer(),
    none: Type.Integer(),
  }),
  contracts: Type.Object({
    all: Type.Integer(),
    linked: Type.Integer({ description: 'cover a link on record' }),
    valued: Type.Integer({ description: 'with a value and its currency' }),
    ending: Type.Integer({ description: 'with an end on record' }),
    exit: Type.Integer({ description: 'with an exit plan on record, or one of a link it covers' }),
  }),
  people: Type.Object({ services: Part, regions: Part }),
  /** Services with an owner on record. */
  owners: Part,
  /** Newest of `reviewed` and the days of the evidence, of each thing and link. */
  ages: Type.Object({ nodes: Ages, links: Ages, contracts: Ages }),
  duplicates: Type.Object({
    proposals: Type.Integer(),
    sameNumber: Type.Integer(),
    suppliers: Type.Integer(),
    withNumber: Type.Integer(),
    wrongNumbers: Type.Integer(),
  }),
  /** Attributes with a meaning whose text cannot be read, or does not fit the graph. */
  unread: Type.Object({
    total: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        type: Type.Enum([...ITEM_TYPES]),
        id: Type.String(),
        name: Type.String(),
        attribute: Type.String(),
        value: Type.String(),
        reason: Type.String(),
      }),
      { description: 'first 200, by id' },
    ),
  }),
});

export const Asked = Type.Object({
  of: Type.String({ description: 'whom' }),
  on: Day,
  by: Type.String(),
  version: Type.Integer(),
});
export const WorkListRow = Type.Object({
  id: NodeId,
  kind: KindSchema,
  name: Type.String(),
  owner: Optional(
    Type.Object({
      name: Optional(Type.String()),
      role: Optional(Type.String()),
      contact: Optional(Type.String()),
    }),
  ),
  priority: Optional(Type.Integer()),
  people: Optional(Type.Number()),
  /** What relies on it, directly or not. */
  reliedOnBy: Type.Integer(),
  asked: Optional(Asked),
});
export const WorkListAnswer = Type.Object({
  revision: Type.Integer(),
  total: Type.Integer(),
  asked: Type.Integer({ description: 'of all' }),
  rows: Type.Array(WorkListRow, {
    description: 'first what most relies on, then by people and id',
  }),
});
export const AskedRequest = Type.Object(
  {
    of: Text,
    on: Optional(Day),
    by: Optional(Type.String({ maxLength: 200 })),
  },
  closed,
);

export const NewWhatIf = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    note: Optional(Type.String({ maxLength: 20_000 })),
    author: Optional(Type.String({ maxLength: 200 })),
    request: WhatIfRequest,
    /** Of the screen that it was made on, from `?` on: opens it again. */
    address: Optional(Type.String({ maxLength: 200_000 })),
  },
  closed,
);
export const WhatIfHead = Type.Object({
  id: Type.String(),
  name: Type.String(),
  version: Type.Integer(),
  author: Type.String(),
  at: Type.String(),
  graphRevision: Type.Integer({ description: 'version of the graph that it ran on' }),
});
export const WhatIfList = Type.Object({
  currentRevision: Type.Integer(),
  whatIfs: Type.Array(WhatIfHead, { description: 'by name' }),
});
export const SavedWhatIf = Type.Intersect([
  WhatIfHead,
  Type.Object({
    note: Optional(Type.String()),
    request: WhatIfRequest,
    address: Optional(Type.String()),
    /** As they were when it was saved. */
    outcomes: Type.Array(WhatIfOutcome),
    currentRevision: Type.Integer(),
    changedSince: Type.Boolean({ description: 'the graph has changed: run it again' }),
  }),
]);
export const WhatIfVersions = Type.Object({ versions: Type.Array(WhatIfHead) });

export type PartyNumber = Static<typeof PartyNumber>;
export type Sureness = (typeof SURENESS)[number];
export type PartyMember = Static<typeof PartyMember>;
export type DuplicateProposal = Static<typeof DuplicateProposal>;
export type ApartEntry = Static<typeof ApartEntry>;
export type DuplicatesAnswer = Static<typeof DuplicatesAnswer>;
export type MergeOne = Static<typeof MergeOne>;
export type MergeRequest = Static<typeof MergeRequest>;
export type MergeOutcome = Static<typeof MergeOutcome>;
export type MergeAnswer = Static<typeof MergeAnswer>;
export type QualityAnswer = Static<typeof QualityAnswer>;
export type QualityAges = Static<typeof Ages>;
export type Asked = Static<typeof Asked>;
export type AskedRequest = Static<typeof AskedRequest>;
export type WorkListRow = Static<typeof WorkListRow>;
export type WorkListAnswer = Static<typeof WorkListAnswer>;
export type NewWhatIf = Static<typeof NewWhatIf>;
export type WhatIfHead = Static<typeof WhatIfHead>;
export type WhatIfList = Static<typeof WhatIfList>;
export type SavedWhatIf = Static<typeof SavedWhatIf>;
export type WhatIfVersions = Static<typeof WhatIfVersions>;
