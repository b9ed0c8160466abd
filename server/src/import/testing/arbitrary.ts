/** Random graph documents that keep every rule; for property tests. */
import type {
  Contract,
  Dependency,
  Evidence,
  GraphDocument,
  GraphNode,
  NumberOrRange,
} from '@msp-impact/contract';
import { CONFIDENCES, GRAPH_FORMAT, KINDS, SUBSTITUTABILITIES } from '@msp-impact/contract';
import fc from 'fast-check';

/** Leaves keys out now and then, and never sets one to undefined. */
function some<T extends object>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '+44 20',
    '-5',
    '@home',
    "'=quoted",
    'a;b,"c"\nd',
    ' padded ',
    'Ärzte 医',
    '\t=x',
  ),
);
const word = fc.constantFrom('a', 'b', '10', '2', 'zone.x', 'constructor', 'A');
const share: fc.Arbitrary<NumberOrRange> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom<NumberOrRange>(0, 1, { low: 0.25, high: 0.5 }, { low: 0, likely: 0.1, high: 1 }),
);
const hours: fc.Arbitrary<NumberOrRange> = fc.oneof(
  fc.constantFrom<NumberOrRange>(0, 1, 336, { low: 1, high: 4 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const map = fc
  .dictionary(fc.oneof(word, text), text, { maxKeys: 3, noNullPrototype: true })
  .filter((one) => !Object.hasOwn(one, '__proto__'));
const day = fc.constantFrom('2022-08-04', '2024-02-29', '2026-11-01');
const evidence: fc.Arbitrary<Evidence> = fc
  .tuple(
    fc.record({ claim: text, confidence: fc.constantFrom(...CONFIDENCES) }),
    some<Omit<Evidence, 'claim' | 'confidence'>>({
      publisher: text,
      url: fc.constant('https://example.org/a?b=c'),
      date: day,
    } as never),
  )
  .map(([needed, more]) => ({ ...needed, ...more }) as Evidence);
const evidences = fc.array(evidence, { maxLength: 2 });

function nodeFields(ids: readonly string[]): fc.Arbitrary<Partial<GraphNode>> {
  return some<GraphNode>({
    zones: fc.array(word, { maxLength: 3 }),
    population: fc.nat(),
    people: fc.nat(),
    owner: some({ name: text, role: text, contact: text }),
    priority: fc.integer({ min: 1, max: 5 }),
    rtoHours: fc.nat(100),
    reviewed: day,
    identifiers: map,
    tags: fc.array(word, { maxLength: 3 }),
    attributes: map,
    downAt: fc.constantFrom(0, 0.1, 0.5),
    restartLagHours: hours,
    tolerance: fc.record({ minimumLevel: fc.constantFrom(0, 0.5), maxHours: fc.nat(9) }),
    workarounds: fc.array(
      fc.record(
        {
          name: text,
          capacity: share,
          afterHours: hours,
          lastsHours: hours,
          via: fc.constantFrom(...ids),
        },
        { requiredKeys: ['name', 'capacity'] },
      ),
      { maxLength: 2 },
    ),
    evidence: evidences,
  } as never) as fc.Arbitrary<Partial<GraphNode>>;
}

const linkFields = some<Dependency>({
  strength: share,
  bufferHours: hours,
  substitutability: fc.constantFrom(...SUBSTITUTABILITIES),
  attributes: map,
  evidence: evidences,
} as never) as fc.Arbitrary<Partial<Dependency>>;

const contractFields = some<Contract>({
  title: text,
  buyer: text,
  value: fc.nat(),
  valueBasis: fc.constantFrom('total', 'annual'),
  currency: fc.constantFrom('GBP', 'EUR'),
  signed: day,
  end: day,
  noticeDays: fc.nat(400),
  framework: text,
  category: text,
  attributes: map,
  evidence: evidences,
} as never) as fc.Arbitrary<Partial<Contract>>;

const IDS = [
  '10',
  '2',
  'a',
  'a.b',
  'b:c',
  'constructor',
  'x@y',
  '-dash',
  '+plus',
  '@at',
  'n1',
  'n2',
];

/** Ids (formula-like ones among them), kinds, groups with fitting k and weights, and all fields. */
export const documents: fc.Arbitrary<GraphDocument> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 8 }),
    name: fc.option(text, { nil: undefined }),
  })
  .chain(({ ids, name }) =>
    fc
      .record({
        nodes: fc.tuple(
          ...ids.map(() => fc.tuple(fc.constantFrom(...KINDS), text, nodeFields(ids))),
        ),
        links: fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(),
            fc.constantFrom(undefined, 'any', 'two', 'part', 'loose'),
            linkFields,
          ),
          { maxLength: 12 },
        ),
        contracts: fc.array(fc.tuple(fc.nat(), contractFields), { maxLength: 3 }),
        weighted: fc.boolean(),
      })
      .map((made) => assemble(ids, name, made as Made)),
  );

interface Made {
  readonly nodes: [GraphNode['kind'], string, Partial<GraphNode>][];
  readonly links: [number, number, string | undefined, Partial<Dependency>][];
  readonly contracts: [number, Partial<Contract>][];
  readonly weighted: boolean;
}

function assemble(ids: string[], name: string | undefined, made: Made): GraphDocument {
  const nodes = ids.map((id, i) => {
    const [kind, title, fields] = made.nodes[i] as Made['nodes'][number];
    const workarounds = fields.workarounds?.filter((one) => one.via !== id);
    return {
      ...fields,
      id,
      kind,
      name: title,
      ...(workarounds ? { workarounds } : {}),
    } as GraphNode;
  });
  const dependencies = made.links
    .map(([from, to, group, fields], i) => ({
      ...fields,
      id: `l${i}`,
      from: ids[from % ids.length] as string,
      to: ids[to % ids.length] as string,
      ...(group ? { group } : {}),
    }))
    .filter((link) => link.from !== link.to) as Dependency[];
  for (const node of nodes) declareGroups(node, dependencies, made.weighted);
  const suppliers = nodes.filter((node) => node.kind === 'supplier');
  const contracts = suppliers.length
    ? made.contracts.map(([at, fields], i) => ({
        ...fields,
        id: `c${i}`,
        supplier: (suppliers[at % suppliers.length] as GraphNode).id,
        ...(dependencies.length
          ? { dependencies: dependencies.slice(0, at % 3).map((l) => l.id) }
          : {}),
      }))
    : [];
  return {
    format: GRAPH_FORMAT,
    ...(name ? { name } : {}),
    nodes,
    dependencies,
    contracts: contracts as Contract[],
  };
}

function declareGroups(node: GraphNode, links: Dependency[], weighted: boolean): void {
  const into = (group: string) => links.filter((l) => l.to === node.id && l.group === group);
  const groups: NonNullable<GraphNode['groups']> = {};
  if (into('any').length) groups.any = { rule: 'any' };
  if (into('two').length) groups.two = { rule: 'atLeast', k: Math.min(2, into('two').length) };
  if (into('loose').length) groups.loose = { rule: 'all' };
  const part = into('part');
  if (part.length) groups.part = { rule: 'share' };
  if (weighted) for (const link of part) link.weight = 1 / part.length;
  if (Object.keys(groups).length) node.groups = groups;
}
