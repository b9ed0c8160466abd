/** Reading and editing items, the change log, notes, documents in and out. */
import Type, { type Static, type TSchema } from 'typebox';
import { FOREIGN_FORMATS } from '../codes.ts';
import { Contract, Dependency, GraphNode } from '../graph-document.ts';
import { Fault } from '../problem.ts';
import { ItemTypeSchema, KindSchema, LinkId, NodeId } from '../scalars.ts';
import { ColumnMapping, Correction, HeadingRows, SheetKinds, SheetReading } from './mapping.ts';

const Optional = Type.Optional;
const closed = { additionalProperties: false } as const;

/** An item's revision is the graph revision at which it last changed; it is also its ETag. */
export const NodeAnswer = Type.Object({
  revision: Type.Integer(),
  item: GraphNode,
  reliesOn: Type.Array(Dependency),
  reliedOnBy: Type.Array(Dependency),
  contracts: Type.Array(Contract),
  more: Type.Object(
    { reliesOn: Type.Integer(), reliedOnBy: Type.Integer(), contracts: Type.Integer() },
    { description: 'how many are not listed (first 200 each)' },
  ),
});
export const DependencyAnswer = Type.Object({ revision: Type.Integer(), item: Dependency });
export const ContractAnswer = Type.Object({ revision: Type.Integer(), item: Contract });

/** Lists by id, in pages; a cursor holds for one version of the graph. */
const listOf = <T extends TSchema>(item: T) =>
  Type.Object({
    revision: Type.Integer(),
    total: Type.Integer({ description: 'items that match the filter' }),
    items: Type.Array(Type.Object({ revision: Type.Integer(), item })),
    next: Optional(Type.String({ description: 'cursor of the rest' })),
  });
export const NodeList = listOf(GraphNode);
export const DependencyList = listOf(Dependency);
export const ContractList = listOf(Contract);

/** ifRevision: the item's revision as read; 0 = it must not exist yet. Absent only for put of new items. */
export const Write = Type.Union([
  Type.Object(
    { put: Type.Literal('node'), item: GraphNode, ifRevision: Optional(Type.Integer()) },
    closed,
  ),
  Type.Object(
    { put: Type.Literal('dependency'), item: Dependency, ifRevision: Optional(Type.Integer()) },
    closed,
  ),
  Type.Object(
    { put: Type.Literal('contract'), item: Contract, ifRevision: Optional(Type.Integer()) },
    closed,
  ),
  Type.Object({ delete: ItemTypeSchema, id: LinkId, ifRevision: Optional(Type.Integer()) }, closed),
]);

export const Batch = Type.Object(
  {
    summary: Optional(Type.String({ maxLength: 500 })),
    writes: Type.Array(Write, { minItems: 1, maxItems: 100_000 }),
  },
  closed,
);

export const Receipt = Type.Object({
  revision: Type.Integer({ description: 'the graph revision that holds the change' }),
  at: Type.String(),
  changed: Type.Integer(),
});

export const ChangeSummary = Type.Object({
  revision: Type.Integer(),
  at: Type.String(),
  actor: Type.String(),
  summary: Type.String(),
  items: Type.Integer(),
  undoes: Optional(Type.Integer()),
});

export const ItemChange = Type.Object({
  type: Type.Enum(['node', 'dependency', 'contract', 'graph', 'note']),
  id: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
});

export const ChangesAnswer = Type.Object({
  revision: Type.Integer(),
  changes: Type.Array(ChangeSummary, { description: 'newest first' }),
  next: Optional(Type.Integer({ description: 'pass as `before` for older ones' })),
});

export const ChangeAnswer = Type.Intersect([
  ChangeSummary,
  Type.Object({ changes: Type.Array(ItemChange), more: Type.Integer() }),
]);

/** "Question this": kept with the node, link or contract. */
export const Note = Type.Object({
  id: Type.String(),
  about: Type.Object({ type: ItemTypeSchema, id: Type.String() }),
  text: Type.String(),
  author: Type.String(),
  at: Type.String(),
});
export const NewNote = Type.Object(
  {
    about: Type.Object({ type: ItemTypeSchema, id: Type.String() }),
    text: Type.String({ minLength: 1, maxLength: 5000 }),
    author: Optional(Type.String({ maxLength: 200 })),
  },
  closed,
);
export const NotesAnswer = Type.Object({ notes: Type.Array(Note) });

/** What loading would do, or has done. */
export const Difference = Type.Object({
  created: Type.Integer(),
  updated: Type.Integer(),
  removed: Type.Integer(),
  unchanged: Type.Integer(),
  /** The first 200, worst surprise first: removed, updated, created. */
  items: Type.Array(
    Type.Object({
      type: ItemTypeSchema,
      /** Of nodes. */
      kind: Optional(KindSchema),
      id: Type.String(),
      name: Optional(Type.String()),
      change: Type.Enum(['created', 'updated', 'removed']),
      fields: Optional(Type.Array(Type.String())),
    }),
  ),
});

export const Rejected = Type.Object({
  file: Type.String(),
  row: Type.Integer(),
  column: Type.String(),
  value: Type.String(),
  reason: Type.String(),
});

/** What an import may be told beside its files. */
const options = {
  mode: Optional(
    Type.Enum(['add', 'replace'], {
      description: 'a document replaces, a sheet adds, unless given',
    }),
  ),
  /** Tables: what the guessing of columns got wrong. */
  mapping: Optional(ColumnMapping),
  /** Registers: what values are whose column does not say. */
  valueBasis: Optional(Type.Enum(['total', 'annual'])),
  /** What sheets hold, where the guess is wrong: name of a sheet → kind. */
  kinds: Optional(SheetKinds),
  /** Text tables with lines above their headings: in which row those stand. */
  headingRows: Optional(HeadingRows),
  /** Impact analyses: the lowest level that is tolerated; default 0.5. */
  minimumLevel: Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Cells put right by hand, in place of what the file says. */
  corrections: Optional(Type.Array(Correction, { maxItems: 10_000 })),
  dryRun: Optional(Type.Boolean()),
  /** Refused when the graph has moved on since the difference was shown. */
  ifRevision: Optional(Type.Integer()),
};
/** `auto` tells a graph document, nodes.csv, links.csv and the sheet apart by their first line. */
const ImportFormat = Type.Enum([
  'auto',
  'document',
  'sheet',
  'nodes',
  'links',
  'contracts',
  ...FOREIGN_FORMATS,
]);

export const ImportRequest = Type.Object(
  {
    format: Optional(ImportFormat),
    name: Optional(Type.String({ maxLength: 500, description: 'file name, for messages' })),
    text: Type.String(),
    /** Formats of others: the texts are the files' bytes in base64 (workbooks, packages, UTF-16). */
    base64: Optional(Type.Boolean()),
    /** Tables that belong together, as nodes.csv with links.csv: read and checked as one. */
    more: Optional(
      Type.Array(Type.Object({ name: Optional(Type.String()), text: Type.String() }, closed), {
        maxItems: 20,
      }),
    ),
    ...options,
  },
  closed,
);

/** The same of files that were sent beforehand. */
export const ImportJobRequest = Type.Object(
  {
    format: Optional(ImportFormat),
    uploads: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
      minItems: 1,
      maxItems: 21,
      description: 'ids, as POST /uploads gave them',
    }),
    ...options,
  },
  closed,
);

export const ImportAnswer = Type.Object({
  format: Type.Enum(['document', 'sheet', 'nodes', 'links', 'contracts', ...FOREIGN_FORMATS]),
  mode: Type.Enum(['add', 'replace']),
  read: Type.Integer({ description: 'rows or items read' }),
  revision: Type.Integer({ description: 'compared with, or written' }),
  written: Type.Boolean(),
  difference: Difference,
  rejected: Type.Array(Rejected),
  /** Graph documents: every fault; nothing can be loaded while there is one. */
  errors: Type.Array(Fault),
  notes: Type.Array(Type.String(), { description: 'what was assumed while reading' }),
  /** Tables: what each holds, and what its columns were taken to mean. */
  sheets: Optional(Type.Array(SheetReading)),
});

export const SampleSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  action: Type.String(),
  question: Type.Unknown(),
  questions: Optional(Type.Array(Type.Object({ label: Type.String(), question: Type.Unknown() }))),
  notes: Optional(Type.Array(Type.String())),
});
export const SamplesAnswer = Type.Object({ samples: Type.Array(SampleSummary) });

export const Live = Type.Object({ status: Type.Literal('ok') });
export const Ready = Type.Object({
  status: Type.Enum(['ok', 'failing']),
  store: Type.Enum(['embedded', 'neo4j']),
  revision: Optional(Type.Integer()),
  detail: Optional(Type.String()),
});
export const Version = Type.Object({
  version: Type.String(),
  node: Type.String(),
  store: Type.String(),
  format: Type.String(),
});

export { NodeId as IdParam };
export type NodeAnswer = Static<typeof NodeAnswer>;
export type DependencyAnswer = Static<typeof DependencyAnswer>;
export type ContractAnswer = Static<typeof ContractAnswer>;
export type NodeList = Static<typeof NodeList>;
export type DependencyList = Static<typeof DependencyList>;
export type ContractList = Static<typeof ContractList>;
export type Write = Static<typeof Write>;
export type Batch = Static<typeof Batch>;
export type Receipt = Static<typeof Receipt>;
export type ChangeSummary = Static<typeof ChangeSummary>;
export type ItemChange = Static<typeof ItemChange>;
export type ChangesAnswer = Static<typeof ChangesAnswer>;
export type ChangeAnswer = Static<typeof ChangeAnswer>;
export type Note = Static<typeof Note>;
export type NewNote = Static<typeof NewNote>;
export type NotesAnswer = Static<typeof NotesAnswer>;
export type Difference = Static<typeof Difference>;
export type Rejected = Static<typeof Rejected>;
export type ImportRequest = Static<typeof ImportRequest>;
export type ImportJobRequest = Static<typeof ImportJobRequest>;
export type ImportAnswer = Static<typeof ImportAnswer>;
export type SampleSummary = Static<typeof SampleSummary>;
export type SamplesAnswer = Static<typeof SamplesAnswer>;
export type Ready = Static<typeof Ready>;
export type Version = Static<typeof Version>;
