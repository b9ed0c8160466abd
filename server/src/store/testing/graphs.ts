/** Graphs for the tests of the stores: seeded by their size, the same on every machine. */
import {
  type Contract,
  type Dependency,
  type Evidence,
  type GraphNode,
  KINDS,
} from '@msp-impact/contract';

export interface TestGraph {
  readonly name: string;
  readonly nodes: GraphNode[];
  readonly dependencies: Dependency[];
  readonly contracts: Contract[];
}

/** `count` nodes of all kinds, five links into each but the first, each with a parent of its kind. */
export function bigGraph(count: number): TestGraph {
  const nodes = Array.from({ length: count }, (_, i): GraphNode => {
    const kind = KINDS[i % 4] ?? 'product';
    const parent = i >= 4 && i % 2 === 1 ? { parent: `n${i % 4}` } : {};
    const evidence = [{ claim: `Line ${i} of the register`, confidence: 'assumed' as const }];
    return { id: `n${i}`, kind, name: `Node ${i}`, ...parent, evidence };
  });
  const dependencies = nodes.slice(1).flatMap((to, i) =>
    Array.from({ length: 5 }, (_, k): Dependency => {
      const from = `n${(i * 7 + k * 131) % (i + 1)}`;
      return { id: `${from}->${to.id}/${k}`, from, to: to.id, strength: 1 / (k + 2) };
    }),
  );
  return { name: `${count} nodes`, nodes, dependencies, contracts: [] };
}

/** Numbers with many digits and text that breaks naive storage. */
export function awkwardGraph(): TestGraph {
  const numbers = [0.1 + 0.2, 1 / 3, 5e-324, 1e-7, 0, 1, 0.85];
  const names = [
    '\u0000 and after',
    '"quoted"\\',
    "it's; DROP TABLE node; --",
    '😀 é',
    '𝒳'.repeat(5000),
  ];
  const texts = { __proto__key: 'x', constructor: 'y', '1': 'one', ' ': '\u2028' };
  const nodes = names.map((name, i): GraphNode => {
    const id = `~${i}@x/y:z`;
    const restartLagHours = { low: 0.1 + 0.2, high: 1e21 };
    const attributes = JSON.parse(`{"__proto__":"own",${JSON.stringify(texts).slice(1)}`);
    return { id, kind: 'service', name, population: 56286961.5, attributes, restartLagHours };
  });
  const to = nodes[0]?.id ?? '';
  const dependencies = numbers.map(
    (strength, i): Dependency => ({
      id: `d>${i}`,
      from: '~1@x/y:z',
      to,
      strength,
      weight: strength,
    }),
  );
  const contracts: Contract[] = [
    { id: 'big', supplier: to, value: 123456789012345.67, currency: 'GBP', valueBasis: 'total' },
    { id: 'links', supplier: to, dependencies: ['d>0', 'd>1'] },
  ];
  return { name: 'awkward " name\u0000', nodes, dependencies, contracts };
}

/** A node of which a source records no dependencies, and a link to it from its part. */
export function silentGraph(): { nodes: GraphNode[]; dependencies: Dependency[]; contracts: [] } {
  const attributes = { dependencies: 'not recorded' };
  return {
    nodes: [
      { id: 'loud', kind: 'product', name: 'Loud' },
      { id: 'silent', kind: 'product', name: 'Silent', attributes },
      { id: 'sized', kind: 'product', name: 'Sized', downAt: 0.2, attributes },
    ],
    dependencies: [
      { id: 'l', from: 'loud', to: 'silent', attributes: { relation: 'part of' } },
      { id: 'm', from: 'loud', to: 'sized', bufferHours: 1, attributes: { relation: 'CONTAINS' } },
    ],
    contracts: [],
  };
}

/** Links and contracts with and without each field that columns are made of. */
export function everyForm(): TestGraph {
  const nodes: GraphNode[] = [
    { id: 'a', kind: 'supplier', name: 'A', zones: ['z'], downAt: 0.2 },
    { id: 'b', kind: 'service', name: 'B', groups: { g: { rule: 'any' } } },
  ];
  const range = { low: 0.1, likely: 0.5, high: 1e-1 + 0.8 };
  const strengths: NonNullable<Dependency['strength']>[] = [0, 1, 0.3, range];
  const buffers: NonNullable<Dependency['bufferHours']>[] = [0, 1.5, { low: 1, high: 2 }];
  const proofs: Evidence[][] = [
    [],
    [{ claim: '"stated"', confidence: 'assumed' }],
    [
      { claim: 'x', confidence: 'assumed' },
      { claim: 'y', confidence: 'stated' },
    ],
    [{ claim: 'z', confidence: 'reported' }],
  ];
  const links: Partial<Dependency>[] = [{}, { group: 'g' }, { group: 'g', weight: 0.25 }];
  for (const strength of strengths) links.push({ strength });
  for (const bufferHours of buffers) {
    links.push({ bufferHours }, ...strengths.map((strength) => ({ strength, bufferHours })));
  }
  for (const evidence of proofs) links.push({ evidence });
  const deals: Partial<Contract>[] = [
    {},
    { value: 0, currency: 'GBP', valueBasis: 'annual' },
    { value: 1e21, dependencies: [] },
    { dependencies: ['l0', 'l1'], title: "it's" },
  ];
  return {
    name: 'every form',
    nodes,
    dependencies: links.map((one, i) => ({ id: `l${i}`, from: 'a', to: 'b', ...one })),
    contracts: deals.map((one, i) => ({ id: `c${i}`, supplier: 'a', ...one })),
  };
}
