/**
 * How much we rely on few: concentration, suppliers' suppliers, single sources, contracts by the
 * day to decide, how hard to replace × how critical, and what an award would change.
 * docs/reference/concentration.md defines each number.
 */
import Type, { type Static } from 'typebox';
import { EXIT_STATES } from '../attributes.ts';
import { Contract, Dependency, GraphNode } from '../graph-document.ts';
import { Fault } from '../problem.ts';
import { Bounds, Day, Level, LinkId, NodeId, SubstitutabilitySchema, Text } from '../scalars.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

export const MEASURES = ['value', 'count', 'people'] as const;
export const ROLL_UPS = ['supplier', 'parent'] as const;
export const VALUE_BASES = ['total', 'annual'] as const;
/** Months that a new procurement takes, unless the user says otherwise. */
export const DEFAULT_REPROCURE_MONTHS = 9;
export const MAX_ALTERNATIVES = 4;

const Named = Type.Object({ id: NodeId, name: Type.String() });
export const ExitPlanAnswer = Type.Object(
  { state: Type.Enum([...EXIT_STATES]), on: Optional(Day) },
  { description: 'the worst that is recorded; `exists`: not known whether it was tried' },
);
/** How to get away from a supplier; what is absent nobody recorded. */
const WayOut = {
  exitPlan: Optional(ExitPlanAnswer),
  alternatives: Optional(
    Type.Array(Type.Object({ id: Optional(NodeId), name: Type.String() }), {
      description: 'with an id where it is on record; empty: somebody looked and found none',
    }),
  ),
};
const Months = Type.Integer({ minimum: 0, maximum: 120, default: DEFAULT_REPROCURE_MONTHS });

/** A place on the scale of 0..10,000 from which a word holds, and who uses that word. */
export const Threshold = Type.Object({
  from: Type.Number({ minimum: 0, maximum: 10_000 }),
  word: Type.String(),
  source: Type.String(),
  regulator: Type.Object(
    { from: Type.Number(), source: Type.String() },
    { description: 'from where a regulator uses the word, whatever is asked for' },
  ),
});

/** Which shares: the same fields as query string and inside a what-if. All optional. */
export const ConcentrationScope = {
  share: Optional(Type.Enum([...MEASURES], { default: 'value' })),
  by: Optional(Type.Enum([...ROLL_UPS], { default: 'supplier' })),
  within: Optional(Type.String({ maxLength: 500, description: 'kind, tag or contract category' })),
  node: Optional(
    Type.String({
      maxLength: 200,
      description: 'only what this node relies on, itself included (a service, a region …)',
    }),
  ),
  buyer: Optional(Type.String({ maxLength: 20_000 })),
  currency: Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  basis: Optional(Type.Enum([...VALUE_BASES])),
  at: Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'contracts that run on this day; one without a start or an end is open there',
    }),
  ),
};
export const ConcentrationRequest = Type.Object(ConcentrationScope, closed);
export const ConcentrationQuery = Type.Object(
  {
    ...ConcentrationScope,
    concentrated: Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
    highly: Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
    limit: Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 500 })),
  },
  closed,
);

/** The numbers of one scope. Without a known amount hhi, effective and cr4 are absent: not known. */
export const ConcentrationFigures = Type.Object({
  hhi: Optional(Type.Number({ description: '0..10,000 over known amounts' })),
  /** HHI's exact bounds while each unknown amount lies between 0 and `unknownUpTo`. */
  range: Optional(Bounds),
  effective: Optional(Type.Number({ description: 'as concentrated as so many equal suppliers' })),
  cr4: Optional(Type.Number({ description: 'the four largest shares, percent' })),
  total: Type.Number({ description: 'of the known amounts' }),
  suppliers: Type.Integer({ description: 'with a known amount' }),
  unknown: Type.Integer({ description: 'contracts (people: parts of services) without an amount' }),
  unknownUpTo: Optional(Type.Number({ description: 'the largest known amount of the scope' })),
  ownersAssumed: Optional(
    Type.Integer({
      description:
        'by owner on a day: suppliers whose owner on that day nobody recorded (see attributes)',
    }),
  ),
});

export const ConcentrationShare = Type.Object({
  id: NodeId,
  name: Type.String(),
  share: Level,
  amount: Type.Number(),
  hhi: Type.Number({ description: 'what this share adds to the HHI' }),
  unknown: Type.Integer({ description: 'its contracts (or parts) without an amount' }),
});

/** Something on record that the numbers above leave out, and why. */
export const LeftOut = Type.Object({ count: Type.Integer(), what: Type.String() });

export const ConcentrationAnswer = Type.Intersect([
  Type.Object({
    revision: Type.Integer(),
    share: Type.Enum([...MEASURES]),
    by: Type.Enum([...ROLL_UPS]),
    within: Optional(Type.String()),
    currency: Optional(Type.String()),
    basis: Optional(
      Type.Enum([...VALUE_BASES, 'not stated'], {
        description: 'total and annual values are never added together',
      }),
    ),
    /** All that could be asked for instead: for the switches on screen. */
    currencies: Type.Array(Type.String()),
    bases: Type.Array(Type.String()),
    shares: Type.Array(ConcentrationShare, { description: 'largest first, ties by id' }),
    more: Type.Integer({ description: 'shares beyond the limit' }),
    /** Suppliers of which no amount is known at all (first 500). */
    notKnown: Type.Array(Type.Object({ id: NodeId, name: Type.String(), unknown: Type.Integer() })),
    leftOut: Type.Array(LeftOut),
    thresholds: Type.Array(Threshold),
    band: Optional(Type.String({ description: 'the word of the highest threshold reached' })),
  }),
  ConcentrationFigures,
]);

/** What there is to choose from. */
export const ConcentrationChoices = Type.Object({
  revision: Type.Integer(),
  contracts: Type.Integer(),
  currencies: Type.Array(Type.Object({ currency: Type.String(), contracts: Type.Integer() })),
  tags: Type.Array(Type.String()),
  categories: Type.Array(Type.String()),
  buyers: Type.Array(Type.String(), { description: 'first 1,000' }),
  parents: Type.Integer({ description: 'suppliers with an owner on record' }),
  servicesWithPeople: Type.Integer(),
});

/** The same scope on 31 December of each year in which a contract runs; the current year: today. */
export const OverTimeAnswer = Type.Object({
  revision: Type.Integer(),
  points: Type.Array(
    Type.Intersect([Type.Object({ at: Day, contracts: Type.Integer() }), ConcentrationFigures]),
  ),
});

/** Exposures overlap: these are losses, never shares, and have no HHI. */
export const LossIfDown = Type.Object({
  services: Type.Number({ description: 'Σ (1 − level) over services' }),
  down: Type.Integer({ description: 'nodes at or under their `downAt`, itself included' }),
  people: Type.Optional(Type.Number({ description: 'people lost; absent: none on record' })),
});

export const FourthPartiesAnswer = Type.Object({
  revision: Type.Integer(),
  total: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      loss: LossIfDown,
      contracts: Type.Integer({ description: 'held directly' }),
      /** Products that rely on it and are not its own. */
      hides: Type.Array(Named),
      /** Suppliers that rely on it. */
      through: Type.Array(Named),
      more: Type.Integer({ description: 'products and suppliers beyond the first 100 of each' }),
    }),
    { description: 'largest loss first' },
  ),
});

export const SingleSourceAnswer = Type.Object({
  revision: Type.Integer(),
  services: Type.Integer({ description: 'all services' }),
  notKnown: Type.Integer({ description: 'services with no supplier on record' }),
  complete: Type.Boolean({ description: 'false: not every service could be tried in time' }),
  oneSource: Type.Integer({ description: 'services with one supplier on record' }),
  stopped: Type.Integer({ description: 'services that one supplier alone stops' }),
  total: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      priority: Optional(Type.Integer()),
      people: Optional(Type.Number()),
      /** Direct suppliers, through products. One: a single source. */
      sources: Type.Array(Named),
      /** Suppliers each of which alone stops the service. */
      stoppedBy: Type.Array(Named),
    }),
  ),
});

export const DecideByAnswer = Type.Object({
  revision: Type.Integer(),
  today: Day,
  months: Type.Integer(),
  share: Type.Enum([...MEASURES], {
    description: 'value where asked for or one currency is on record, else count',
  }),
  withoutEnd: Type.Integer({ description: 'contracts with no end on record' }),
  noticeAssumed: Type.Integer({ description: 'rows without a notice period: 0 days assumed' }),
  states: Type.Record(Type.String(), Type.Integer(), { description: 'rows by state, all of them' }),
  total: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: LinkId,
      title: Optional(Type.String()),
      supplier: Named,
      buyer: Optional(Type.String()),
      start: Optional(Type.String()),
      end: Type.String(),
      maxEnd: Optional(Type.String()),
      noticeDays: Optional(Type.Number()),
      /** end − notice − months to re-procure. */
      decideBy: Type.String(),
      state: Type.Enum(['ended', 'late', 'due', 'later'], {
        description: 'late: decide-by is past; due: within 90 days',
      }),
      value: Optional(Type.Number()),
      currency: Optional(Type.String()),
      valueBasis: Optional(Type.Enum([...VALUE_BASES])),
      /** Of the supplier, in the measure asked for. */
      share: Optional(Level),
      concentrated: Type.Boolean({ description: 'share at or over `concentratedShare`' }),
      /** Its own, else those of the links that it covers. */
      ...WayOut,
    }),
    { description: 'earliest decision first; what has ended last' },
  ),
});
export const DecideByQuery = Type.Object(
  {
    ...ConcentrationScope,
    months: Optional(Months),
    today: Optional(Day),
    concentratedShare: Optional(Type.Number({ minimum: 0, maximum: 1, default: 0.25 })),
    onlyConcentrated: Optional(Type.Boolean()),
    limit: Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1000 })),
  },
  closed,
);

export const QUADRANTS = ['strategic', 'bottleneck', 'leverage', 'routine', 'not-known'] as const;
export const ReplaceMatrixAnswer = Type.Object({
  revision: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'suppliers by quadrant' }),
  total: Type.Integer(),
  /** Nothing on record relies on them, so they have no place. */
  unlinked: Type.Integer({ description: 'suppliers that supply nothing on record' }),
  rows: Type.Array(
    Type.Object({
      id: NodeId,
      name: Type.String(),
      /** The hardest of its links; absent: recorded on none of them. */
      replace: Optional(SubstitutabilitySchema),
      critical: Type.Boolean({
        description: 'alone it stops a service of priority 1 or 2, or of none recorded',
      }),
      loss: LossIfDown,
      topPriority: Optional(Type.Integer({ description: 'of the services that it lowers' })),
      quadrant: Type.Enum([...QUADRANTS]),
      /** Of its contracts, its links and its products' links. */
      ...WayOut,
    }),
  ),
});

/** One step of an alternative. Steps apply in order; nothing of them is stored. */
export const WhatIfEdit = Type.Union([
  Type.Object(
    {
      do: Type.Literal('add'),
      contract: Contract,
      /** Nodes and links that come with it (a new bidder, its product, what it would supply). */
      nodes: Optional(Type.Array(GraphNode, { maxItems: 100 })),
      links: Optional(Type.Array(Dependency, { maxItems: 1000 })),
    },
    closed,
  ),
  Type.Object(
    {
      do: Type.Literal('move'),
      contract: LinkId,
      to: NodeId,
      /** Node that then supplies what the contract covers; the new supplier itself unless given. */
      via: Optional(NodeId),
      /** The new supplier, where it is not on record yet. */
      name: Optional(Text),
    },
    closed,
  ),
  Type.Object({ do: Type.Literal('remove'), contract: LinkId }, closed),
  Type.Object(
    {
      do: Type.Literal('merge'),
      suppliers: Type.Array(NodeId, { minItems: 2, maxItems: 20 }),
    },
    { ...closed, description: 'the first one takes over all links, contracts and subsidiaries' },
  ),
  Type.Object({ do: Type.Literal('buy'), supplier: NodeId, by: NodeId }, closed),
]);

export const WhatIfRequest = Type.Object(
  {
    scope: Optional(ConcentrationRequest),
    alternatives: Type.Array(
      Type.Object(
        { name: Text, edits: Type.Array(WhatIfEdit, { minItems: 1, maxItems: 100 }) },
        closed,
      ),
      { minItems: 1, maxItems: MAX_ALTERNATIVES },
    ),
  },
  {
    ...closed,
    examples: [
      {
        scope: { share: 'count' },
        alternatives: [
          { name: 'Advanced is bought', edits: [{ do: 'buy', supplier: 'advanced', by: 'dxc' }] },
        ],
      },
    ],
  },
);

export const WhatIfOutcome = Type.Object({
  name: Type.String(),
  /** Why this alternative cannot be computed; then there are no numbers. */
  faults: Optional(Type.Array(Fault)),
  bySupplier: Optional(ConcentrationFigures),
  byParent: Optional(ConcentrationFigures),
  /** Who is hit most when one supplier stops: the worst supplier, and those the edits name. */
  worst: Optional(Type.Object({ id: NodeId, name: Type.String(), loss: LossIfDown })),
  named: Optional(
    Type.Array(
      Type.Object({
        id: NodeId,
        name: Type.String(),
        /** Absent: not known, because nothing on record relies on them, before or after. */
        loss: Optional(LossIfDown),
      }),
    ),
  ),
  /** Pairs of a service and a supplier that alone stops it; absent: no supplier is linked to anything. */
  singlePoints: Optional(Type.Integer()),
  /** Services that one supplier alone stops. */
  exposedServices: Optional(Type.Integer()),
  complete: Optional(Type.Boolean({ description: 'false: single points are a lower bound' })),
});
export const WhatIfAnswer = Type.Object({
  revision: Type.Integer(),
  outcomes: Type.Array(WhatIfOutcome, { description: 'the first one is: do nothing' }),
});

export type Measure = (typeof MEASURES)[number];
export type RollUp = (typeof ROLL_UPS)[number];
export type ValueBasis = (typeof VALUE_BASES)[number];
export type Quadrant = (typeof QUADRANTS)[number];
export type LeftOut = Static<typeof LeftOut>;
export type Threshold = Static<typeof Threshold>;
export type ConcentrationRequest = Static<typeof ConcentrationRequest>;
export type ConcentrationQuery = Static<typeof ConcentrationQuery>;
export type ConcentrationFigures = Static<typeof ConcentrationFigures>;
export type ConcentrationShare = Static<typeof ConcentrationShare>;
export type ConcentrationAnswer = Static<typeof ConcentrationAnswer>;
export type ConcentrationChoices = Static<typeof ConcentrationChoices>;
export type OverTimeAnswer = Static<typeof OverTimeAnswer>;
export type LossIfDown = Static<typeof LossIfDown>;
export type FourthPartiesAnswer = Static<typeof FourthPartiesAnswer>;
export type SingleSourceAnswer = Static<typeof SingleSourceAnswer>;
export type DecideByAnswer = Static<typeof DecideByAnswer>;
export type DecideByQuery = Static<typeof DecideByQuery>;
export type ReplaceMatrixAnswer = Static<typeof ReplaceMatrixAnswer>;
export type WhatIfEdit = Static<typeof WhatIfEdit>;
export type WhatIfRequest = Static<typeof WhatIfRequest>;
export type WhatIfOutcome = Static<typeof WhatIfOutcome>;
export type WhatIfAnswer = Static<typeof WhatIfAnswer>;
