/** What is switched off together, read from what is drawn. */
import type { GraphView } from '@msp-impact/contract';
import { type Zone, zoneName } from '../features/question/how.ts';

export function zonesIn(view: GraphView | undefined): Zone[] {
  const members = new Map<string, string[]>();
  for (const node of view?.nodes ?? []) {
    for (const zone of node.zones ?? []) members.set(zone, [...(members.get(zone) ?? []), node.id]);
  }
  return [...members].sort().map(([id, ids]) => ({ id, name: zoneName(id), members: ids }));
}

/** Zones that one thing lies in, or into which it supplies. */
export function zonesAround(
  view: GraphView | undefined,
  zones: readonly Zone[],
  id: string,
): Zone[] {
  const near = new Set([
    id,
    ...(view?.links ?? []).flatMap((link) => (link.from === id ? [link.to] : [])),
  ]);
  return zones.filter((zone) => zone.members.some((member) => near.has(member)));
}
