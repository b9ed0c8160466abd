/** What is on record of one thing, as pairs of words; what is missing is said, never left out. */
import type { Contract, GraphNode } from '@msp-impact/contract';
import { OWNERS, otherAttributes, ownersSaid, wayOutSaid } from '../../ui/way-out-words.ts';
import { count, day, hours, people, percent } from '../../ui/words.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Nobody has recorded it: the screen offers to add it. */
  readonly missing?: boolean;
}

const NOT_RECORDED = 'Not recorded';
const fact = (name: string, value: string | undefined): Fact =>
  value === undefined ? { name, value: NOT_RECORDED, missing: true } : { name, value };
const known = (name: string, value: string | undefined): Fact[] =>
  value === undefined ? [] : [{ name, value }];

/** `level`: what is left now, to say whether the tolerance is missed at once. */
export function recordOf(
  node: GraphNode,
  contracts: readonly Contract[],
  level: number,
  nameOf: (id: string) => string,
): Fact[] {
  return [
    ...(node.kind === 'region' ? [fact('People', node.population?.toLocaleString('en-GB'))] : []),
    ...(node.kind === 'service'
      ? [...known('People served', some(node.people, people)), tolerance(node, level)]
      : []),
    ...(node.kind === 'supplier' || node.kind === 'product' ? [contractEnd(contracts)] : []),
    ...contracts.flatMap((one) => wayOut(one, contracts.length > 1, nameOf)),
    ...(node.kind === 'supplier'
      ? known('Owners over time', ownersSaid(node.attributes, nameOf)?.join('; '))
      : []),
    fact('Owner', owner(node)),
    ...known(
      'Priority',
      some(node.priority, (n) => `${n} of 5`),
    ),
    ...known('Must be back within', node.rtoHours === undefined ? undefined : hours(node.rtoHours)),
    ...known(
      'Counts as stopped at',
      node.downAt === undefined ? undefined : `${percent(node.downAt)} or less`,
    ),
    fact('Last reviewed', node.reviewed && day(node.reviewed)),
    ...known('Tags', node.tags?.join(', ')),
    ...Object.entries(node.identifiers ?? {}).map(([name, value]) => ({ name, value })),
    ...otherAttributes(node.attributes, node.kind === 'supplier' ? OWNERS : []).map(
      ([name, value]) => ({ name, value }),
    ),
  ];
}

const some = (n: number | undefined, words: (n: number) => string) =>
  n === undefined ? undefined : words(n);

/** At this instant only the level can be missed; how long it lasts is another question. */
function tolerance({ tolerance: limit }: GraphNode, level: number): Fact {
  if (!limit) return fact('Least that is tolerated', undefined);
  const words = `${percent(limit.minimumLevel)}, or less for ${hours(limit.maxHours)}`;
  return fact(
    'Least that is tolerated',
    level < limit.minimumLevel ? `${words}: now under it` : words,
  );
}

function contractEnd(contracts: readonly Contract[]): Fact {
  const ends = contracts.flatMap((contract) => contract.end ?? []).sort();
  const first = ends[0];
  if (!first) return fact('Contract ends', undefined);
  const more = ends.length > 1 ? `, then ${count(ends.length - 1, 'more', 'more')}` : '';
  return fact('Contract ends', `${day(first)}${more}`);
}

/** Only what somebody recorded: the Reliance screen lists the contracts of which nobody did. */
function wayOut(contract: Contract, several: boolean, nameOf: (id: string) => string): Fact[] {
  const of = several ? `, ${contract.title ?? contract.id}` : '';
  return wayOutSaid(contract.attributes, nameOf).flatMap(({ name, value }) =>
    known(`${name}${of}`, value),
  );
}

function owner(node: GraphNode): string | undefined {
  const { name, role } = node.owner ?? {};
  return name && role ? `${name}, ${role}` : (name ?? role);
}
