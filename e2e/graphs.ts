/** A graph of `services` services, each on two products; no randomness, so every run draws the same. */
import type { Dependency, GraphDocument, GraphNode } from '@msp-impact/contract';

const SUPPLIERS = 20;
const PRODUCTS = 80;
const AREAS = 10;

const many = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
const node =
  (kind: GraphNode['kind'], word: string) =>
  (i: number): GraphNode => ({
    id: `${kind}-${i}`,
    kind,
    name: `${word} ${i}`,
  });
const link = (from: string, to: string, more: Partial<Dependency> = {}): Dependency => ({
  id: `${from}->${to}`,
  from,
  to,
  ...more,
});

export function bigGraph(services: number): GraphDocument {
  const nodes = [
    ...many(SUPPLIERS, node('supplier', 'Supplier')),
    ...many(PRODUCTS, node('product', 'Product')),
    ...many(services, node('service', 'Service')),
    ...many(AREAS, (i) => ({ ...node('region', 'Area')(i), population: 1000 * (i + 1) })),
  ];
  const dependencies = [
    ...many(PRODUCTS, (i) => link(`supplier-${i % SUPPLIERS}`, `product-${i}`)),
    ...many(services, (i) => link(`product-${i % PRODUCTS}`, `service-${i}`)),
    ...many(services, (i) =>
      link(`product-${(i + 7) % PRODUCTS}`, `service-${i}`, { strength: 0.5 }),
    ),
    ...many(AREAS, (i) => link(`service-${i}`, `region-${i}`, { group: 'care', weight: 1 })),
  ];
  const shared = (one: GraphNode): GraphNode =>
    one.kind === 'region' ? { ...one, groups: { care: { rule: 'share' } } } : one;
  return { format: 'msp-impact-graph/1', name: 'Many', nodes: nodes.map(shared), dependencies };
}
