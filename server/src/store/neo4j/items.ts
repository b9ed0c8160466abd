/** Statements that find stored items: by id, or all of a type. */
import type { ItemType } from '@msp-impact/contract';
import type { Run } from './connection.ts';
import { LINK_TYPES } from './vocabulary.ts';

export interface StoredText {
  readonly id: string;
  readonly json: string;
  readonly revision: number;
}

/** Each branch is a seek in the unique index of one relationship type. */
const LINK_BRANCHES = LINK_TYPES.map((type) => `MATCH ()-[x:${type} {id: id}]->() RETURN x`).join(
  ' UNION ALL ',
);

const RESULT = 'RETURN x.id AS id, x.json AS json, x.revision AS revision';

const BY_ID = {
  node: `UNWIND $ids AS id MATCH (x:Node {id: id}) ${RESULT}`,
  dependency: `UNWIND $ids AS id CALL (id) { ${LINK_BRANCHES} } ${RESULT}`,
  contract: `UNWIND $ids AS id MATCH (x:Contract {id: id}) ${RESULT}`,
} as const satisfies Record<ItemType, string>;

/** A pattern for each place where items of a type are kept; `x` is the item. */
export const PLACES = {
  node: ['(x:Node)'],
  dependency: LINK_TYPES.map((type) => `()-[x:${type}]->()`),
  contract: ['(x:Contract)'],
} as const satisfies Record<ItemType, readonly string[]>;

/** Those that exist, in no order. */
export function itemsById(run: Run, type: ItemType, ids: readonly string[]): Promise<StoredText[]> {
  return run<StoredText>(BY_ID[type], { ids: [...new Set(ids)] });
}

/** All items of a type, in no order; relationships that someone drew by hand have no `json`. */
export async function allItems(run: Run, type: ItemType): Promise<StoredText[]> {
  const parts: StoredText[] = [];
  for (const place of PLACES[type]) {
    const found = await run<StoredText>(`MATCH ${place} WHERE x.json IS NOT NULL ${RESULT}`);
    for (const one of found) parts.push(one);
  }
  return parts;
}
