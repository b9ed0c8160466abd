/** How items stand to those that are stored. */
import type { ItemType } from '@msp-impact/contract';
import type { GraphReader, Item, Standing } from './port.ts';

/**
 * @param items JSON list of canonical items, no id twice
 *
 * A store that can tell it where its items lie is asked; of others the items are read.
 */
export async function standingOf(
  reader: GraphReader,
  type: ItemType,
  items: string,
): Promise<Standing> {
  if (reader.standing) return reader.standing(type, items);
  const given = JSON.parse(items) as Item[];
  const found = await reader.items(
    type,
    given.map(({ id }) => id),
  );
  const stored = new Map(found.map(({ item }) => [item.id, JSON.stringify(item)]));
  const [same, other]: [number[], number[]] = [[], []];
  for (const [i, item] of given.entries()) {
    const before = stored.get(item.id);
    if (before !== undefined) (before === JSON.stringify(item) ? same : other).push(i);
  }
  return { same, other };
}
