/**
 * What B_01 says of entities and branches. They become no nodes: rows are kept, as JSON by our names
 * of the columns, with the contracts, functions and providers that name them, so that they go out again.
 */
import type { Attributes } from '../attributes.ts';
import { label } from './codes.ts';
import type { Register } from './register.ts';
import type { Row } from './rows.ts';

export const ENTITY = 'entity';
export const BRANCH = 'branch';
export const REGISTER = 'register';

export const rowText = ({ cells }: Row): string =>
  JSON.stringify(Object.fromEntries([...cells].map(([name, cell]) => [name, label(cell)])));

/** The register that a contract stands in, and the entities and branches that its rows name. */
export function addEntities(
  attributes: Attributes,
  register: Register,
  rows: readonly Row[],
): void {
  const [head] = register.rows('B_01.01');
  if (head) attributes.add(REGISTER, rowText(head));
  for (const lei of named(rows, 'lei')) addEntity(attributes, register, lei, `${ENTITY} ${lei}`);
  for (const code of named(rows, 'branch')) {
    const row = register.branch(code);
    if (row) attributes.add(`${BRANCH} ${code}`, rowText(row));
  }
}

/** @param key under which the entity's row is kept */
export function addEntity(
  attributes: Attributes,
  register: Register,
  lei: string | undefined,
  key = ENTITY,
): void {
  const row = lei === undefined ? undefined : register.named(lei);
  if (row) attributes.add(key, rowText(row));
}

function named(rows: readonly Row[], name: string): Set<string> {
  return new Set(rows.flatMap(({ cells }) => cells.get(name) ?? []));
}
