/** Tables of anyone: what they hold, what their columns mean, what a saved mapping keeps of that. */
import Type, { type Static } from 'typebox';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;
const Header = Type.String({ minLength: 1, maxLength: 500 });

/** `analysis` is a business impact analysis, `chain` the analyst's sheet, `own` our own export. */
export const SHEET_KINDS = [
  'supplier',
  'product',
  'service',
  'region',
  'links',
  'contracts',
  'chain',
  'analysis',
  'own',
] as const;

/** Name of a sheet → header → our column, or '' to keep it as an attribute. */
export const ColumnMapping = Type.Record(
  Header,
  Type.Record(Header, Type.String({ maxLength: 100 })),
);
/** Name of a sheet → what it holds; `skip` leaves it out. */
export const SheetKinds = Type.Record(Header, Type.Enum([...SHEET_KINDS, 'skip']));

/** Name of a text table → the row with its headings, where the guess is wrong. */
export const HeadingRows = Type.Record(Header, Type.Integer({ minimum: 1, maximum: 1000 }));

export const Correction = Type.Object(
  {
    file: Type.String({ maxLength: 1100, description: 'as `rejected` names it' }),
    row: Type.Integer({ minimum: 1 }),
    column: Type.String({ maxLength: 500 }),
    value: Type.String({ maxLength: 100_000 }),
  },
  closed,
);

export const SheetColumnReading = Type.Object({
  header: Type.String(),
  /** Our column; '' for one that is kept as an attribute. */
  column: Type.String(),
  /** What made it so: its heading, the values below it, or the request. */
  by: Type.Enum(['heading', 'values', 'request', 'nothing']),
  samples: Type.Array(Type.String(), { description: 'the first few values' }),
  /** In which plain numbers of this column are read, where that is told or assumed. */
  unit: Optional(Type.Enum(['days', 'weeks', 'months', 'years'])),
});

export const SheetReading = Type.Object({
  /** As `rejected` names it. */
  file: Type.String(),
  /** What `mapping` and `kinds` of a request name it by. */
  sheet: Type.String(),
  /** Absent: its headings belong to nothing that we know, and it was left out. */
  kind: Optional(Type.Enum([...SHEET_KINDS])),
  rows: Type.Integer(),
  /** Of text tables: the row that was taken for the headings; what stands above was left out. */
  headingRow: Optional(Type.Integer()),
  columns: Type.Array(SheetColumnReading),
  /** Our columns that its headings may be given. */
  choices: Type.Array(Type.Object({ name: Type.String(), about: Type.String() })),
  /** What only a person can say: asked once for the file. */
  asks: Type.Array(Type.Enum(['valueBasis', 'minimumLevel'])),
  /** Rows that were left out, as they are, first 1,000: to be put right, or taken away. */
  rejectedRows: Type.Array(Type.Object({ row: Type.Integer(), cells: Type.Array(Type.String()) })),
});

/** A mapping under a name: used again for tables with these headings. */
export const SavedMapping = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    kind: Optional(Type.Enum([...SHEET_KINDS])),
    columns: Type.Record(Header, Type.String({ maxLength: 100 })),
    valueBasis: Optional(Type.Enum(['total', 'annual'])),
    minimumLevel: Optional(Type.Number({ minimum: 0, maximum: 1 })),
  },
  closed,
);
/** The version is its ETag. */
export const MappingAnswer = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  at: Type.String(),
  author: Type.String(),
  mapping: SavedMapping,
});
export const MappingList = Type.Object({ mappings: Type.Array(MappingAnswer) });

/** A contract that says of no link that it serves it, and what it may serve. */
export const UnlinkedContract = Type.Object({
  id: Type.String(),
  revision: Type.Integer({ description: 'its ETag' }),
  title: Optional(Type.String()),
  supplier: Type.Object({ id: Type.String(), name: Type.String() }),
  buyer: Optional(Type.String()),
  value: Optional(Type.Number()),
  valueBasis: Optional(Type.Enum(['total', 'annual'])),
  currency: Optional(Type.String()),
  end: Optional(Type.String({ description: 'YYYY-MM-DD' })),
  guesses: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: Type.Enum(['product', 'service']),
      why: Type.String({ description: 'a sentence' }),
      /** Alone good enough to be ticked beforehand. */
      likely: Type.Boolean(),
    }),
    { description: 'best first, at most five' },
  ),
});
export const UnlinkedAnswer = Type.Object({
  revision: Type.Integer(),
  total: Type.Integer(),
  /** Products and services on record: what contracts can be linked to. */
  targets: Type.Integer(),
  contracts: Type.Array(UnlinkedContract, { description: 'largest value first' }),
});
export const LinkContractsRequest = Type.Object(
  {
    links: Type.Array(
      Type.Object(
        {
          contract: Type.String({ minLength: 1, maxLength: 500 }),
          /** Product or service that it serves. */
          to: Type.String({ minLength: 1, maxLength: 200 }),
          ifRevision: Optional(Type.Integer({ description: 'of the contract, as read' })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 5_000 },
    ),
  },
  closed,
);

/** A file sent beforehand, for imports as jobs; kept for an hour. */
export const Upload = Type.Object({
  id: Type.String(),
  name: Type.String(),
  size: Type.Integer({ description: 'bytes' }),
});

export type SheetKindName = (typeof SHEET_KINDS)[number];
export type ColumnMapping = Static<typeof ColumnMapping>;
export type SheetKinds = Static<typeof SheetKinds>;
export type Correction = Static<typeof Correction>;
export type SheetColumnReading = Static<typeof SheetColumnReading>;
export type SheetReading = Static<typeof SheetReading>;
export type SavedMapping = Static<typeof SavedMapping>;
export type MappingAnswer = Static<typeof MappingAnswer>;
export type MappingList = Static<typeof MappingList>;
export type UnlinkedContract = Static<typeof UnlinkedContract>;
export type UnlinkedAnswer = Static<typeof UnlinkedAnswer>;
export type LinkContractsRequest = Static<typeof LinkContractsRequest>;
export type Upload = Static<typeof Upload>;
